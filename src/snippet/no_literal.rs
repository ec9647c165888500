//! Texts that a language has no literal for.

use minijinja::ErrorKind;

/// The error of a text with a character that has no literal.
pub(super) fn no_literal((one, reason): (char, &str)) -> minijinja::Error {
    minijinja::Error::new(
        ErrorKind::InvalidOperation,
        format!("`{}` has no literal: {reason}", one.escape_debug()),
    )
}
