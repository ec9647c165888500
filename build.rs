//! Lists `data/` and `snippet-templates/` as sorted tables of names and contents, so that a lookup
//! at run time is a binary search and nothing is parsed before it is asked for.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders that are embedded, and the endings of the files that are.
const FOLDERS: [&str; 2] = ["data", "snippet-templates"];
const ENDINGS: [&str; 2] = ["yaml", "j2"];
/// What a target needs to run: embedded whole, whatever the files are.
const RUNTIME: &str = "runtime";
/// The source of the proofs. Whatever changes in it makes earlier proofs void.
const VERIFY: &str = "src/verify";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut names = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, Path::new(folder), &mut names)?;
    }
    names.sort();
    let (runtime, text): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| in_runtime(name));
    let text: Vec<_> = text.into_iter().filter(|name| has_ending(name)).collect();
    let tables = table(&root, "FILES", "str", "include_str", &text).map_err(io::Error::other)?
        + &table(&root, "RUNTIME", "[u8]", "include_bytes", &runtime).map_err(io::Error::other)?;
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("embedded.rs"), tables)?;
    println!("cargo:rerun-if-changed={VERIFY}");
    println!("cargo:rustc-env=STATUSCRAFT_RULES={:016x}", fingerprint(&root)?);
    Ok(())
}

/// Adds the names, with forward slashes and relative to `root`, of all files below `folder`.
fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(root, &name, files)?;
        } else {
            files.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

fn in_runtime(name: &str) -> bool {
    let mut parts = name.split('/');
    parts.next() == Some("snippet-templates") && parts.nth(1) == Some(RUNTIME)
}

fn has_ending(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one))
}

fn table(
    root: &Path,
    name: &str,
    content: &str,
    include: &str,
    files: &[String],
) -> Result<String, std::fmt::Error> {
    let mut table =
        format!("pub(super) static {name}: [(&str, &{content}); {}] = [\n", files.len());
    for file in files {
        let path = root.join(file).display().to_string();
        writeln!(table, "    ({file:?}, {include}!({path:?})),")?;
    }
    table.push_str("];\n");
    Ok(table)
}

/// FNV-1a over the names and contents of all source files of the proofs.
fn fingerprint(root: &Path) -> io::Result<u64> {
    let mut names = Vec::new();
    collect(root, Path::new(VERIFY), &mut names)?;
    names.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for name in names {
        for byte in name.bytes().chain(fs::read(root.join(&name))?) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(hash)
}
