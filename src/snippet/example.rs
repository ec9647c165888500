use super::options::Form;
use crate::catalogue::Code;
use crate::targets::Places;

/// An example handler, and what a reader needs to run it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Snippet {
    /// The status code.
    pub code: Code,
    /// The target's name, such as `flask`.
    pub target: String,
    /// Whether it is the complete program or only the handler.
    pub form: Form,
    /// Whether it was asked to be strict: to pass every edge of the exchange.
    pub strict: bool,
    /// Whether the usual example and the strict one differ.
    pub has_strict: bool,
    /// The shape of the content of errors.
    pub body: String,
    /// The text, which ends with a line break.
    pub text: String,
    /// Parts of the program, for themselves.
    pub parts: Parts,
    /// The further files of the program, if it has any. The response alone has none.
    pub files: Vec<ProgramFile>,
    /// The name after the opening fence of a Markdown code block.
    pub fence: String,
    /// The file name of the program.
    pub file: String,
    /// The command that installs what it needs.
    pub install: String,
    /// The command that starts it.
    pub run: String,
    /// The port on which it listens.
    pub port: u16,
    /// The servers on which it runs.
    pub places: Places,
}

/// Parts of a program, each without its indentation and empty where the program has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parts {
    /// What is imported.
    pub imports: String,
    /// What stands before the handler and is not its own.
    pub setup: String,
    /// The handler and what it uses.
    pub handler: String,
    /// The statement that answers.
    pub response: String,
}

/// A further file of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProgramFile {
    /// Its name inside the program's folder.
    pub path: String,
    /// The name after the opening fence of a Markdown code block.
    pub fence: String,
    /// Its text, which ends with a line break.
    pub text: String,
}
