//! The fields of a request in JSON, and which requests can have them.

use super::json_values::shown;
use crate::enumeration::enumerated;
use crate::error::{Error, ErrorKind, Result};

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Code,
    Explain,
    Compare,
    Search,
    List,
}

/// All commands.
pub(crate) const COMMANDS: [Command; 5] =
    [Command::Code, Command::Explain, Command::Compare, Command::Search, Command::List];

/// Each option and the commands that have it.
pub(crate) const OPTIONS: [(&str, &[Command]); 17] = [
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
    ("format", &COMMANDS),
    ("line_numbers", &[Command::Code]),
    ("heading", &[Command::Explain, Command::Compare]),
];

/// Where requests come from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    /// The fields that its requests don't have.
    pub(crate) without: &'static [&'static str],
}

/// Programs that embed the generator. A request has one response, so it needs no id.
pub(super) const CALL: Source = Source { without: &["id"] };

impl Command {
    /// The property that requests it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Explain => "explain",
            Self::Compare => "compare",
            Self::Search => "search",
            Self::List => "list",
        }
    }
}

impl Source {
    /// Refuses an option that would have no effect.
    pub(super) fn check(self, command: Command, given: &[&str]) -> Result<()> {
        if let Some(name) = given.iter().find(|name| self.without.contains(*name)) {
            return Err(Error::new(ErrorKind::Usage, self.unknown(name)));
        }
        let misplaced = |name: &&str| {
            OPTIONS.iter().find(|(option, commands)| option == name && !commands.contains(&command))
        };
        let Some((name, commands)) = given.iter().find_map(misplaced) else { return Ok(()) };
        let owners: Vec<_> =
            commands.iter().map(|command| format!("`{}`", command.name())).collect();
        let message = format!("`{name}` belongs to {}", enumerated(&owners));
        Err(Error::new(ErrorKind::Usage, message).with_hint("leave it out"))
    }

    /// What is wrong with the text of a request, without line and column.
    pub(crate) fn fault(self, error: &serde_json::Error) -> String {
        let text = shown(error);
        // The JSON library lists the fields of every source.
        let unknown =
            text.strip_prefix("unknown field `").and_then(|it| it.split_once("`, expected"));
        match unknown {
            Some((name, _)) => self.unknown(name),
            None => text,
        }
    }

    fn unknown(self, name: &str) -> String {
        let commands = COMMANDS.iter().map(|command| command.name());
        let fields =
            std::iter::once("id").chain(commands).chain(OPTIONS.iter().map(|(name, _)| *name));
        let fields = fields.filter(|name| !self.without.contains(name));
        let fields: Vec<_> = fields.map(|name| format!("`{name}`")).collect();
        format!("unknown field `{name}`, expected one of {}", fields.join(", "))
    }
}
