//! Errors as exceptions.

use pyo3::PyErr;
use statuscraft::Error;

/// The exception's class, which is written in Python.
mod class {
    #![allow(missing_docs, reason = "the macro writes none")]
    pyo3::import_exception!(statuscraft._error, StatuscraftError);
}

/// The exception for an error of the library.
pub(crate) fn raised(error: &Error) -> PyErr {
    let (hint, word) = (error.hint().map(str::to_owned), error.word().map(str::to_owned));
    class::StatuscraftError::new_err((error.to_string(), format!("{:?}", error.kind()), hint, word))
}

/// That an argument can't have a value.
pub(crate) fn usage(argument: &str, value: &str, hint: &str) -> PyErr {
    let message = format!("`{argument}` can't be `{}`", value.escape_debug());
    class::StatuscraftError::new_err((message, "Usage", hint.to_owned()))
}

/// That a document can't have a block in this format.
pub(crate) fn not_for_document(name: &str, formats: &[String]) -> PyErr {
    let message = format!("the document can't hold the format `{name}`");
    let hint = format!("formats for this document are `{}`", formats.join("`, `"));
    class::StatuscraftError::new_err((message, "Option", hint, name.to_owned()))
}
