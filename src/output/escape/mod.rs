//! Escapes: text written so that a markup language shows it unchanged.

pub(super) mod asciidoc;
pub(super) mod markdown;
pub(super) mod rst;
