//! Which options a request can have.

use crate::enumeration::enumerated;
use crate::error::{Error, ErrorKind, Result};

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Code,
    Explain,
    Compare,
    Search,
    List,
}

/// Each option and the commands that have it.
pub(super) const OPTIONS: [(&str, &[Command]); 14] = [
    ("target", &[Command::Code, Command::Explain]),
    ("lang", &[Command::Code]),
    ("form", &[Command::Code]),
    ("path", &[Command::Code]),
    ("message", &[Command::Code]),
    ("name", &[Command::Code]),
    ("port", &[Command::Code]),
    ("upstream", &[Command::Code]),
    ("strict", &[Command::Code]),
    ("body", &[Command::Code]),
    ("limit", &[Command::Search]),
    ("class", &[Command::List]),
    ("unofficial", &[Command::List]),
    ("of", &[Command::List]),
];

/// All commands.
pub(super) const COMMANDS: [Command; 5] =
    [Command::Code, Command::Explain, Command::Compare, Command::Search, Command::List];

impl Command {
    /// The property that requests it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Explain => "explain",
            Self::Compare => "compare",
            Self::Search => "search",
            Self::List => "list",
        }
    }
}

/// Refuses an option that would have no effect.
pub(super) fn check(command: Command, given: &[&str]) -> Result<()> {
    let misplaced = |name: &&str| {
        OPTIONS.iter().find(|(option, commands)| option == name && !commands.contains(&command))
    };
    let Some((name, commands)) = given.iter().find_map(misplaced) else { return Ok(()) };
    let owners: Vec<_> = commands.iter().map(|command| format!("`{}`", command.name())).collect();
    let message = format!("`{name}` belongs to {}", enumerated(&owners));
    let hint = format!("a request for `{}` does not have it", command.name());
    Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
}
