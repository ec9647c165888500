//! One test binary: a file a topic, with what they share in `support`.

mod catalogue;
mod cli;
mod comments;
mod documents;
mod errors;
mod garbage;
mod generator;
mod identifiers;
mod languages;
mod layers;
mod literals;
mod overlays;
mod paths;
mod snippets;
mod support;
mod targets;
