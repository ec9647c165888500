//! `statuscraft new`: writes a folder to begin a contribution with.

mod args;
mod folder;
mod model;
mod target_yaml;
mod top_level_keys;
mod verify_yaml;

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::output::{Failure, print};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::make_folder;
use crate::origin::Origin;
pub(super) use args::{NewCommand, NewTargetArguments};
use folder::TargetFolder;

/// Writes the folder of a new target, whose programs are at first those of another one.
pub(super) fn target(arguments: &NewTargetArguments) -> std::result::Result<ExitCode, Failure> {
    let generator = arguments.overlays.generator()?;
    let folder = TargetFolder::new(&generator, &arguments.name, &arguments.like)?;
    let path = arguments.out.join("snippet-templates").join(&folder.id);
    if path.exists() {
        let message = "there is such a folder, and nothing is overwritten";
        return Err(Error::new(ErrorKind::Conflict, message)
            .at(Origin::file(path.display().to_string()))
            .with_hint("choose another name, or remove the folder")
            .into());
    }
    for (name, content) in &folder.files {
        write(&path.join(name), content)?;
    }
    print(&told(&folder, &path, &arguments.out))?;
    Ok(ExitCode::SUCCESS)
}

/// Creates a file that must not exist, and the folders above it.
fn write(path: &Path, content: &[u8]) -> Result<()> {
    path.parent().map_or(Ok(()), make_folder)?;
    let written = File::create_new(path).and_then(|mut file| file.write_all(content));
    written.map_err(|error| {
        Error::new(ErrorKind::Write, format!("can't be written: {error}"))
            .at(Origin::file(path.display().to_string()))
    })
}

/// What was written, and the next steps.
fn told(folder: &TargetFolder, path: &Path, out: &Path) -> String {
    let mut text =
        format!("{}: {} files like {}\n", path.display(), folder.files.len(), folder.like);
    for name in folder.files.keys() {
        // Writing to a string can't fail.
        let _ = writeln!(text, "  {name}");
    }
    let overlay = out.display();
    let id = &folder.id;
    text.push_str("next:\n");
    for step in [
        folder.first_code().map(|code| format!("statuscraft {code} {id} --overlay {overlay}")),
        Some(format!(
            "statuscraft verify{} --target {id} --overlay {overlay} --trust",
            folder.codes()
        )),
        Some(format!("statuscraft lint {overlay} --target {id}")),
    ]
    .into_iter()
    .flatten()
    {
        let _ = writeln!(text, "  {step}");
    }
    let _ = writeln!(text, "{} says what each file is for", path.join("README.md").display());
    text
}
