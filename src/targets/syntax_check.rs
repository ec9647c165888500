use serde::Deserialize;

/// The command that checks the syntax of a language's files, without running them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyntaxCheck {
    /// An argument list without a shell. `{file}` stands for one file, and `{files}`, alone in its
    /// argument, for many at once.
    pub command: Vec<String>,
    /// The package that contains the program.
    pub package: String,
}

impl SyntaxCheck {
    /// The placeholder for many files at once.
    pub const FILES: &str = "{files}";

    /// The placeholder for one file.
    pub const FILE: &str = "{file}";

    /// The program, which is the first argument.
    pub fn program(&self) -> &str {
        self.command.first().map_or("", String::as_str)
    }

    /// What is wrong with it, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let [_, arguments @ ..] = self.command.as_slice() else {
            return Some("syntax.command: expected a program and its arguments".into());
        };
        let many = arguments.iter().filter(|it| *it == Self::FILES).count();
        let one = arguments.iter().filter(|it| it.contains(Self::FILE)).count();
        (many + one != 1).then(|| "syntax.command: expected `{file}` or `{files}` once".into())
    }
}
