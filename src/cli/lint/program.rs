use crate::snippet::Options;

/// A file of a program.
pub(super) struct Program {
    pub(super) language: String,
    /// Its name inside the program's folder.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) code: u16,
    pub(super) target: String,
    /// What it was rendered with, if it is the first file of an example.
    pub(super) options: Option<Options>,
}
