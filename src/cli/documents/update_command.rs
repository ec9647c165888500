use super::args::DocumentArguments;
use super::{STANDARD, is_stdin};
use crate::enumeration::enumerated;

/// The most files that a command lists, unless its user named fewer paths.
const MOST: usize = 8;

/// The command that updates documents with the same options.
pub(super) struct UpdateCommand {
    options: Vec<String>,
    /// The documents and folders that the user named.
    paths: Vec<String>,
    /// Whether that is standard input.
    is_filter: bool,
}

/// A document, and the line of its only region that is meant.
pub(super) type Meant<'a> = (&'a str, Option<usize>);

impl UpdateCommand {
    pub(super) fn new(arguments: &DocumentArguments) -> Self {
        let mut options = Vec::new();
        for overlay in arguments.overlays.folders() {
            options.extend(["--overlay".to_owned(), overlay.display().to_string()]);
        }
        for marker in &arguments.marker {
            options.push(format!("--marker={marker}"));
        }
        if let Some(name) = &arguments.stdin_filename {
            options.extend(["--stdin-filename".to_owned(), name.display().to_string()]);
        }
        let paths = arguments.paths.iter().map(|path| path.display().to_string()).collect();
        Self { options, paths, is_filter: is_stdin(arguments) }
    }

    /// What the user named.
    pub(super) fn places(&self) -> String {
        let quoted: Vec<_> = self.paths.iter().map(|path| format!("`{path}`")).collect();
        enumerated(&quoted)
    }

    /// The command for everything that the user named.
    pub(super) fn of_all(&self) -> String {
        self.words(false, &self.paths)
    }

    /// The command for these documents and regions. If there are many, it is that for everything that the
    /// user named, which may be shorter.
    pub(super) fn of(&self, force: bool, places: &[Meant<'_>]) -> String {
        if places.len() > MOST.max(self.paths.len()) {
            return self.words(force, &self.paths);
        }
        let argument = |(file, line): &Meant<'_>| {
            let file = if self.is_filter { STANDARD.to_owned() } else { as_path(file) };
            match line {
                Some(line) => format!("{file}:{line}"),
                None => file,
            }
        };
        let places: Vec<String> = places.iter().map(argument).collect();
        self.words(force, &places)
    }

    fn words(&self, force: bool, paths: &[String]) -> String {
        let force = if force { &["--force"][..] } else { &[] };
        let words = ["statuscraft", "update"].into_iter().chain(force.iter().copied());
        let words = words.chain(self.options.iter().map(String::as_str));
        // `-:LINE` would be an option.
        let is_hyphened = |path: &String| path.starts_with('-') && path != STANDARD;
        let words = words.chain(paths.iter().any(is_hyphened).then_some("--"));
        let words = words.chain(paths.iter().map(String::as_str));
        // A path can't contain a zero byte, so quoting never fails.
        shlex::try_join(words).unwrap_or_default()
    }
}

/// A file's name as an argument: one that begins with a hyphen would be an option.
fn as_path(name: &str) -> String {
    if name.starts_with('-') { format!("./{name}") } else { name.to_owned() }
}
