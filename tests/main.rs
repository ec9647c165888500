//! One test binary: one file per topic, and shared code in `support`.

// A test fails by panicking with a message.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(unreachable_pub, clippy::pedantic, clippy::naive_bytecount)]

mod batch;
mod behaviour;
mod bombs;
mod browsers;
mod built_in;
mod catalogue;
mod citations;
mod cli;
mod clients;
mod comments;
mod constants;
mod corpus;
mod documents;
mod errors;
mod examples;
mod export;
mod formats;
mod further_files;
mod garbage;
mod generated;
mod generator;
mod grammars;
mod identifiers;
mod languages;
mod layers;
mod lint;
mod literals;
mod mdbook;
mod overlays;
mod paths;
mod reading;
mod regions;
mod schemas;
mod site;
mod snippets;
mod support;
mod targets;
mod terminal;
mod verify;
mod versions;
mod words;
mod writing;
