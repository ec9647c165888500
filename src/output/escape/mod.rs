//! Escapes: text written so that a kind of markup shows it unchanged.

pub(super) mod asciidoc;
pub(super) mod markdown;
pub(super) mod rst;
