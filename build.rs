//! Embeds `data/`, `snippet-templates/` and `page-templates/` as sorted tables of names and
//! contents. A lookup at run time is a binary search. YAML files are also embedded as they were parsed
//! here, so that the program doesn't parse them again.
//!
//! All texts are one text, and a table has the places of the files in it. Tables of references would
//! cost each process their relocation.

#[path = "build/documents.rs"]
mod documents;
#[path = "build/embedded.rs"]
mod embedded;
#[path = "src/assets/notation.rs"]
mod notation;
#[path = "build/proofs.rs"]
mod proofs;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders that are embedded, and the extensions of the files to embed.
const FOLDERS: [&str; 3] = ["data", "page-templates", "snippet-templates"];
const ENDINGS: [&str; 7] = ["html", "http", "j2", "js", "txt", "xml", "yaml"];
/// Documents that the site's pages show.
const DOCUMENTS: [&str; 2] = ["CHANGELOG.md", "CONFORMANCE.md"];
/// Exchanges that were recorded when an example was verified.
const RECORDED: &str = "snapshots/wire";
/// What only proofs read.
const PROOFS: [&str; 2] = ["data/hostile.yaml", "data/leaks.yaml"];
/// What only the table of behaviours reads.
const BEHAVIOURS: &str = "data/behaviours.yaml";
/// The proofs that are known to hold.
const LOCK: &str = "proofs.lock";
/// What a target needs to run: embedded completely, whatever the files are.
const RUNTIME: &str = "runtime";
/// What targets share to run: embedded completely too.
const SHARED: &str = "data/servers/runtime/";
/// What the site's pages need besides templates: embedded completely too.
const STATIC: &str = "page-templates/static/";
/// The source of the proofs. Any change to it invalidates earlier proofs, except to its tests.
const VERIFY: &str = "src/verify";
const VERIFY_TESTS: &str = "src/verify/tests/";
/// The source of the program, besides what is embedded.
const PROGRAM: [&str; 5] = ["build.rs", "build", "src", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut names = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, Path::new(folder), &mut names)?;
    }
    // Only a repository has recorded exchanges.
    if root.join(RECORDED).is_dir() {
        println!("cargo:rerun-if-changed={RECORDED}");
        collect(&root, Path::new(RECORDED), &mut names)?;
    }
    for document in DOCUMENTS {
        println!("cargo:rerun-if-changed={document}");
        names.push(document.to_owned());
    }
    names.retain(|name| is_needed(name));
    names.sort();
    let (whole, text): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| is_whole(name));
    let text: Vec<_> = text.into_iter().filter(|name| is_text(name)).collect();
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    embedded::write(&root, &out, &text, &whole, has("OVERLAYS"))?;
    println!("cargo:rerun-if-changed={LOCK}");
    // While all proofs are made again, there is no such file.
    let lock = fs::read_to_string(root.join(LOCK)).unwrap_or_default();
    fs::write(out.join("proofs"), proofs::seen(&lock))?;
    println!("cargo:rustc-env=STATUSCRAFT_RULES={:016x}", fingerprint(&root, &[VERIFY])?);
    for part in PROGRAM {
        println!("cargo:rerun-if-changed={part}");
    }
    let parts: Vec<_> = PROGRAM
        .iter()
        .chain(&FOLDERS)
        .chain(&[RECORDED, LOCK])
        .chain(&DOCUMENTS)
        .copied()
        .collect();
    println!("cargo:rustc-env=STATUSCRAFT_PROGRAM={:016x}", fingerprint(&root, &parts)?);
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

/// Whether the chosen features read the file: a package without them should be small.
fn is_needed(name: &str) -> bool {
    if name.starts_with("page-templates/") || DOCUMENTS.contains(&name) || name == BEHAVIOURS {
        return has("SITE");
    }
    if name.contains("/attempts/") {
        return has("VERIFY") || has("CLI");
    }
    !(is_whole(name) || PROOFS.contains(&name)) || has("VERIFY")
}

/// Whether a feature is chosen.
fn has(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}

fn is_whole(name: &str) -> bool {
    let mut parts = name.split('/');
    let runtime = parts.next() == Some("snippet-templates") && parts.nth(1) == Some(RUNTIME);
    runtime || name.starts_with(SHARED) || name.starts_with(STATIC)
}

fn is_text(name: &str) -> bool {
    let ending = Path::new(name).extension();
    let known = ending.is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one));
    known || DOCUMENTS.contains(&name)
}

/// FNV-1a over the names and contents of these files and of all files in these folders.
fn fingerprint(root: &Path, parts: &[&str]) -> io::Result<u64> {
    let mut names = Vec::new();
    for part in parts {
        // The package has no lock file when it is used as a library.
        match fs::metadata(root.join(part)) {
            Ok(found) if found.is_dir() => collect(root, Path::new(part), &mut names)?,
            Ok(_) => names.push((*part).to_owned()),
            Err(_) => {}
        }
    }
    names.retain(|name| !name.starts_with(VERIFY_TESTS));
    names.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for name in names {
        for byte in name.bytes().chain(fs::read(root.join(&name))?) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(hash)
}
