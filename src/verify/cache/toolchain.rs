//! The programs that must be installed for a target.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::shared::SharedFiles;
use crate::error::Result;
use crate::targets::{Requirement, Verification};
use crate::verify::process::ResourceLimits;
use crate::verify::process::{Launch, Launcher};

/// How long a program may take to print its version.
const LIMIT: Duration = Duration::from_mins(1);

/// A program that was found, and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// Its name.
    pub program: String,
    /// The first line of its output when asked for its version.
    pub version: String,
}

/// A program that is missing or doesn't work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::verify) struct Missing {
    /// The name of the program.
    pub(in crate::verify) program: String,
    /// The package that contains it.
    pub(in crate::verify) package: String,
    /// Its output, if it is installed.
    pub(in crate::verify) said: String,
}

impl Missing {
    /// Why a program can't be used, and which package to install.
    pub(in crate::verify) fn reason(&self) -> String {
        let Missing { program, package, said } = self;
        let how = match said.as_str() {
            "" => String::new(),
            said => format!(" does not work (`{said}`)"),
        };
        let how = if how.is_empty() { " is not in the search path" } else { &how };
        format!("`{program}`{how}: install `{package}`")
    }
}

/// All required programs and their versions, or the first one that is missing. `verify` searches the
/// target's folders that exist before its set-up, then the search path. `folder` is where their
/// output may be written.
pub(in crate::verify) fn look(
    launcher: &Launcher,
    verification: &Verification,
    shared: &SharedFiles,
    folder: &Path,
) -> Result<std::result::Result<Vec<Tool>, Missing>> {
    let path = search_path(verification, shared);
    let mut tools = Vec::new();
    for (index, requirement) in verification.requires.iter().enumerate() {
        let log = folder.join(format!("version-{index}.log"));
        let filled = Requirement {
            program: shared.fill(&requirement.program),
            version: requirement.version.iter().map(|word| shared.fill(word)).collect(),
            ..requirement.clone()
        };
        match ask(launcher, &filled, &path, folder, &log)
            .map_err(crate::verify::broken("the tool's log"))?
        {
            Ok(version) => tools.push(Tool { program: requirement.program.clone(), version }),
            Err(said) => {
                return Ok(Err(Missing {
                    program: filled.program,
                    package: requirement.package.clone(),
                    said,
                }));
            }
        }
    }
    Ok(Ok(tools))
}

/// The folders of the target that don't need its set-up, before those of this process.
fn search_path(verification: &Verification, shared: &SharedFiles) -> String {
    let own = verification.path.iter().filter(|folder| !folder.contains("{cache}"));
    let own = own.map(|folder| shared.fill(folder));
    own.chain(std::env::var("PATH").ok()).collect::<Vec<_>>().join(":")
}

/// The program's version, or its error message.
fn ask(
    launcher: &Launcher,
    requirement: &Requirement,
    path: &str,
    folder: &Path,
    log: &Path,
) -> std::io::Result<std::result::Result<String, String>> {
    if !is_there(&requirement.program, Some(OsStr::new(path))) {
        return Ok(Err(String::new()));
    }
    let mut words = vec![requirement.program.clone()];
    words.extend(requirement.version.iter().cloned());
    let env = BTreeMap::from([("PATH".to_owned(), path.to_owned())]);
    let launch = Launch {
        words: &words,
        folder,
        env: &env,
        inherits: true,
        log,
        output: None,
        limits: ResourceLimits::TOOL,
    };
    let status = launcher.run(&launch, LIMIT)?;
    let answer = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    let first = first_line(&answer);
    Ok(if status.is_some_and(|status| status.success()) { Ok(first) } else { Err(first) })
}

/// Whether the search path has a program of that name.
fn is_there(program: &str, path: Option<&OsStr>) -> bool {
    if program.contains('/') {
        return Path::new(program).is_file();
    }
    path.is_some_and(|path| {
        std::env::split_paths(path).any(|folder| folder.join(program).is_file())
    })
}

/// The first line that is not empty, without terminal colours.
fn first_line(answer: &str) -> String {
    let mut plain = String::new();
    let mut rest = answer;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.trim_start_matches(|one: char| one.is_ascii_digit() || one == ';');
        rest = rest.get(1..).unwrap_or_default();
    }
    plain.push_str(rest);
    let line = plain.lines().map(str::trim).find(|line| !line.is_empty());
    line.unwrap_or_default().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_first_line_without_colours() {
        assert_eq!(first_line("\n\u{1b}[1mTool 3.8\u{1b}[0;1m (x)\u{1b}[m\nmore"), "Tool 3.8 (x)");
        assert_eq!(first_line(""), "");
    }

    #[test]
    fn a_program_is_searched_in_the_path() {
        assert!(!is_there("no-such-program", Some(OsStr::new("/usr/bin:/bin"))));
        assert!(!is_there("sh", None));
        assert!(is_there("sh", Some(OsStr::new("/usr/bin:/bin"))));
    }
}
