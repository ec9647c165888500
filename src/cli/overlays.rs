//! Overlay folders, which most commands take.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::error::{Error, ErrorKind, Result};
use crate::snippet::Generator;

/// The environment variable with folders, which applies if the command line names none. An empty one is
/// the same as none, which clap would refuse.
const VARIABLE: &str = "STATUSCRAFT_OVERLAY";

#[derive(Debug, Default, Args)]
#[expect(clippy::doc_markdown, reason = "the help names the variable as clap does")]
pub(in crate::cli) struct Overlays {
    /// A folder whose data/, snippet-templates/ and page-templates/ replace built-in files of the same name or add files; can be repeated [env: STATUSCRAFT_OVERLAY]
    #[arg(long, value_name = "DIR", value_delimiter = SEPARATOR, value_hint = ValueHint::DirPath)]
    pub(in crate::cli) overlay: Vec<PathBuf>,
}

/// That the working folder has the target or the code that an error calls unknown, and how to use it.
pub(in crate::cli) fn folder_hint(error: &Error) -> Option<String> {
    let name = error.word()?.to_lowercase();
    let is_plain = |one: char| one.is_ascii_alphanumeric() || one == '-' || one == '_';
    let files = match error.kind() {
        _ if !name.chars().all(is_plain) => return None,
        ErrorKind::UnknownTarget => vec![format!("snippet-templates/{name}/target.yaml")],
        ErrorKind::UnknownStatus => {
            vec![format!("data/statuses/{name}.yaml"), format!("data/unofficial/{name}.yaml")]
        }
        _ => return None,
    };
    let file = files.iter().find(|file| Path::new(file).is_file())?;
    Some(format!("the working folder has `{file}`: add `--overlay .`"))
}

/// Folders in the environment variable are separated as in PATH.
const SEPARATOR: char = if cfg!(windows) { ';' } else { ':' };

impl Overlays {
    /// The folders of the command line and the environment.
    pub(in crate::cli) fn folders(&self) -> impl Iterator<Item = PathBuf> {
        let folders = if self.overlay.is_empty() { of_environment() } else { self.overlay.clone() };
        folders.into_iter().filter(|folder| !folder.as_os_str().is_empty())
    }

    /// A generator that reads these folders first.
    pub(in crate::cli) fn generator(&self) -> Result<Generator> {
        Generator::with_overlays(self.folders())
    }
}

/// The folders of the environment.
fn of_environment() -> Vec<PathBuf> {
    let value = std::env::var_os(VARIABLE).unwrap_or_default();
    std::env::split_paths(&value).collect()
}
