//! Layers of files: the user's overlay folders over what is embedded in the binary.
//!
//! Other modules ask for a file by its name, such as `data/statuses/404.yaml`, and don't know which
//! layer it comes from. Only this module uses the YAML library and reads these files from disk.

mod document;
mod embedded;
#[cfg(not(feature = "overlays"))]
mod misfit;
mod name;
mod node;
mod notation;
mod walk;
mod yaml;
#[cfg(feature = "overlays")]
mod yaml_text;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regular_file;
use document::Documents;
use name::Name;
pub(crate) use yaml::{parse, parse_first, parse_second};

/// The folders at the top of a layer.
const TOPS: [&str; 3] = ["data", "page-templates", "snippet-templates"];

/// The text of one file, and the name by which its author knows it.
pub(crate) struct File {
    /// The whole text, UTF-8.
    pub(crate) text: Cow<'static, str>,
    /// The path in the overlay, or the name inside the binary.
    pub(crate) origin: Origin,
    /// What a built-in YAML file holds; nothing for other files.
    documents: Documents,
}

impl File {
    /// A file that is not built in.
    #[cfg_attr(
        not(any(test, feature = "overlays")),
        allow(dead_code, reason = "no such file is read")
    )]
    pub(crate) fn new(text: impl Into<Cow<'static, str>>, origin: Origin) -> Self {
        Self { text: text.into(), origin, documents: Documents::default() }
    }
}

/// Files of any kind by their names with forward slashes, relative to the requested folder.
pub(crate) type Tree = BTreeMap<String, Cow<'static, [u8]>>;

/// Overlay folders, the one with the highest priority first, over the embedded files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assets {
    overlays: Vec<PathBuf>,
}

impl Assets {
    /// The embedded files with `overlays` on top; a later folder hides an earlier one's files.
    #[cfg(feature = "overlays")]
    pub(crate) fn new(overlays: Vec<PathBuf>) -> Result<Self> {
        for folder in &overlays {
            if !is_folder(folder)? {
                return Err(Error::new(
                    ErrorKind::Read,
                    format!("the overlay `{}` is not a folder", folder.display()),
                )
                .with_hint("an overlay holds `data/`, `snippet-templates/` or `page-templates/`"));
            }
        }
        if overlays.is_empty() {
            return Ok(Self::default());
        }
        // A folder that can't be read must not be taken for one that is missing.
        let of_data = embedded::list("data").filter(|name| !name.contains('.'));
        let mut folders: Vec<_> = of_data.map(|name| format!("data/{name}")).collect();
        folders.dedup();
        let folders = || TOPS.into_iter().chain(folders.iter().map(String::as_str));
        for overlay in &overlays {
            folders().try_for_each(|name| is_folder(&overlay.join(name)).map(drop))?;
        }
        Ok(Self { overlays })
    }

    /// Whether there are folders over the embedded files.
    pub(crate) fn has_overlays(&self) -> bool {
        !self.overlays.is_empty()
    }

    /// The topmost file of that name, or nothing if no layer has it.
    pub(crate) fn read(&self, name: &str) -> Result<Option<File>> {
        let name = Name::new(name)?;
        for folder in self.overlays.iter().rev() {
            if let Some(file) = read_from(folder, &name)? {
                return Ok(Some(file));
            }
        }
        let origin = || Origin::file(name.as_str());
        Ok(embedded::get(name.as_str()).map(|(text, documents)| File {
            text: Cow::Borrowed(text),
            origin: origin(),
            documents,
        }))
    }

    /// Whether some layer has a file of that name.
    pub(crate) fn has(&self, name: &str) -> Result<bool> {
        let name = Name::new(name)?;
        for folder in &self.overlays {
            if is_there(&folder.join(name.as_str()))? {
                return Ok(true);
            }
        }
        Ok(embedded::has(name.as_str()))
    }

    /// The names directly inside a folder, of files and of folders, sorted, from all layers.
    pub(crate) fn list(&self, folder: &str) -> Result<BTreeSet<String>> {
        let folder = Name::new(folder)?;
        let mut names: BTreeSet<String> = embedded::list(folder.as_str()).collect();
        for overlay in &self.overlays {
            let folder = overlay.join(folder.as_str());
            if is_folder(&folder)? {
                name::refuse_escape(overlay, &folder)?;
                list_into(&folder, &mut names)?;
            }
        }
        Ok(names)
    }

    /// All files below a folder, by their names inside it, from all layers. Of the embedded
    /// folders, only those that are embedded completely are listed.
    pub(crate) fn tree(&self, folder: &str) -> Result<Tree> {
        let folder = Name::new(folder)?;
        let mut files: Tree = embedded::tree(folder.as_str())
            .map(|(name, bytes)| (name.to_owned(), Cow::Borrowed(bytes)))
            .collect();
        for overlay in &self.overlays {
            walk::read_into(overlay, &overlay.join(folder.as_str()), "", &mut files)?;
        }
        Ok(files)
    }

    /// The files and folders on disk that affect the result when they change, sorted.
    pub(crate) fn sources(&self) -> Result<BTreeSet<PathBuf>> {
        let mut sources: BTreeSet<PathBuf> = self.overlays.iter().cloned().collect();
        let mut folders: Vec<PathBuf> =
            self.overlays.iter().flat_map(|overlay| TOPS.map(|top| overlay.join(top))).collect();
        while let Some(folder) = folders.pop() {
            let mut names = BTreeSet::new();
            list_into(&folder, &mut names)?;
            for path in names.into_iter().map(|name| folder.join(name)) {
                // A link is a source, and so is the file that it points to.
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                } else {
                    sources.insert(path);
                }
            }
            if is_folder(&folder)? {
                sources.insert(folder);
            }
        }
        Ok(sources)
    }
}

fn read_from(folder: &Path, name: &Name) -> Result<Option<File>> {
    let path = folder.join(name.as_str());
    if !is_there(&path)? {
        return Ok(None);
    }
    name::refuse_escape(folder, &path)?;
    let origin = Origin::file(path.display().to_string());
    let bytes = regular_file::read(&path).map_err(|error| unreadable(&path, &error))?;
    match String::from_utf8(bytes) {
        // Templates of both line endings would give programs of both.
        Ok(text) if text.contains('\r') => Ok(Some(File::new(text.replace("\r\n", "\n"), origin))),
        Ok(text) => Ok(Some(File::new(text, origin))),
        Err(error) => Err(not_utf8(&error, origin)),
    }
}

fn not_utf8(error: &std::string::FromUtf8Error, origin: Origin) -> Error {
    let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    let lines: Vec<_> = before.split(|byte| *byte == b'\n').collect();
    let (line, column) = (lines.len(), lines.last().map_or(0, |line| line.len()) + 1);
    Error::new(ErrorKind::Read, "the file is not UTF-8").at(origin.at(line, column))
}

fn list_into(folder: &Path, names: &mut BTreeSet<String>) -> Result<()> {
    if !is_folder(folder)? {
        return Ok(());
    }
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let name = entry.file_name();
        // Names that are not UTF-8 or start with a dot belong to editors and the system.
        if let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) {
            names.insert(name.to_owned());
        }
    }
    Ok(())
}

/// Whether a folder is there. Whatever else prevents reading it is an error: a missing permission, a file
/// in its place, a link that leads nowhere.
fn is_folder(path: &Path) -> Result<bool> {
    match fs::metadata(path) {
        Ok(it) if it.is_dir() => Ok(true),
        Ok(_) => Err(Error::new(ErrorKind::Read, "it is a file, but a folder was expected")
            .at(Origin::file(path.display().to_string()))),
        Err(error) => absent(path, &error).map(|()| false),
    }
}

/// Whether a file is there. Something that can't be looked at is an error.
fn is_there(path: &Path) -> Result<bool> {
    match fs::metadata(path) {
        Ok(_) => Ok(true),
        // Files beside the folders of targets are no targets.
        Err(error) if error.kind() == IoErrorKind::NotADirectory => Ok(false),
        Err(error) => absent(path, &error).map(|()| false),
    }
}

/// Refuses every reason but that nothing has this name.
fn absent(path: &Path, error: &std::io::Error) -> Result<()> {
    if error.kind() == IoErrorKind::NotFound && !path.is_symlink() {
        return Ok(());
    }
    Err(unreadable(path, error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Read, format!("can't be read: {error}"))
        .at(Origin::file(path.display().to_string()))
}
