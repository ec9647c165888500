use super::options::Form;
use crate::catalogue::Code;

/// An example handler, and what a reader needs to run it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Snippet {
    /// The status code.
    pub code: Code,
    /// The target's name, such as `flask`.
    pub target: String,
    /// How much of the program this is.
    pub form: Form,
    /// The text, which ends with a line break.
    pub text: String,
    /// The name after the opening fence of a Markdown code block.
    pub fence: String,
    /// Under which name the program is saved.
    pub file: String,
    /// The command that installs what it needs.
    pub install: String,
    /// The command that starts it.
    pub run: String,
    /// The port on which it listens.
    pub port: u16,
}
