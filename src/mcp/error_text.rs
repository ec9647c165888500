use crate::error::Error;

/// An error with its hint.
pub(super) fn error_text(error: &Error) -> String {
    match error.hint() {
        Some(hint) => format!("{error}\nhint: {hint}"),
        None => error.to_string(),
    }
}
