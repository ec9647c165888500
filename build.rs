//! Lists `data/` and `snippet-templates/` as one sorted table of names and contents, so that a
//! lookup at run time is a binary search and nothing is parsed before it is asked for.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders that are embedded, and the endings of the files that are.
const FOLDERS: [&str; 2] = ["data", "snippet-templates"];
const ENDINGS: [&str; 2] = ["yaml", "j2"];
/// What a target needs to run is read from disk by `verify`, never from the binary.
const LEFT_OUT: &str = "runtime";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut files = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut table = format!("pub(super) static FILES: [(&str, &str); {}] = [\n", files.len());
    for name in &files {
        let path = root.join(name);
        writeln!(table, "    ({name:?}, include_str!({:?})),", path.display().to_string())
            .map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("embedded.rs"), table)
}

/// Adds the names, with forward slashes and relative to `root`, of all files below `folder`.
fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            if entry.file_name() != LEFT_OUT {
                collect(root, &name, files)?;
            }
        } else if name.extension().is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one)) {
            files.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
