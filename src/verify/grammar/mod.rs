//! The syntax of field values, as the RFCs define it. Each function returns what is wrong.

mod challenge;
mod content_range;
mod date;
mod entity_tag;
mod link;
mod list;
mod media_type;
mod token;
mod uri;

pub(super) use challenge::challenges;
pub(super) use content_range::ContentRange;
pub(super) use date::{date, retry_after};
pub(super) use entity_tag::entity_tag;
pub(super) use link::Link;
pub(super) use list::split;
pub(super) use media_type::{media_type, parameter};
pub(super) use token::tokens;
pub(super) use uri::{reference, resolve};

/// The result of checking a value.
pub(super) type Verdict = Result<(), String>;
