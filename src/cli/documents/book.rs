//! What mdBook passes to a preprocessor: the book's configuration and its chapters, as JSON.
//!
//! mdBook's own crate has these types too, but it doubles the crates of the command line.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The version of mdBook whose protocol this is.
pub(super) const VERSION: &str = "0.5";

/// Where the book is, and how it is built. What isn't used here is left out.
#[derive(Debug, Deserialize)]
pub(super) struct Context {
    /// The folder of `book.toml`.
    root: PathBuf,
    config: Config,
}

#[derive(Debug, Deserialize)]
struct Config {
    #[serde(default)]
    book: BookConfig,
}

#[derive(Debug, Deserialize)]
struct BookConfig {
    #[serde(default = "default_source")]
    src: PathBuf,
}

impl Default for BookConfig {
    fn default() -> Self {
        Self { src: default_source() }
    }
}

/// The folder of chapters if `book.toml` doesn't name one.
fn default_source() -> PathBuf {
    "src".into()
}

/// The chapters.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Book {
    items: Vec<Item>,
}

#[derive(Debug, Deserialize, Serialize)]
enum Item {
    Chapter(Chapter),
    Separator,
    PartTitle(String),
}

/// A chapter: its properties that are used here, and the others, which go back unchanged.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Chapter {
    pub(super) content: String,
    path: Option<PathBuf>,
    source_path: Option<PathBuf>,
    sub_items: Vec<Item>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

impl Context {
    /// The folder of `book.toml`.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The file of a chapter, relative to the root; `None` for a draft, which has no text. A chapter
    /// that another preprocessor has created has a path, but no file.
    pub(super) fn file(&self, chapter: &Chapter) -> Option<PathBuf> {
        let path = chapter.path.as_ref()?;
        Some(self.config.book.src.join(chapter.source_path.as_ref().unwrap_or(path)))
    }
}

impl Book {
    /// Calls `change` with each chapter: first with those inside a chapter, then with itself.
    pub(super) fn for_each_chapter(&mut self, mut change: impl FnMut(&mut Chapter)) {
        for_each(&mut self.items, &mut change);
    }
}

fn for_each(items: &mut [Item], change: &mut dyn FnMut(&mut Chapter)) {
    for item in items {
        if let Item::Chapter(chapter) = item {
            for_each(&mut chapter.sub_items, change);
            change(chapter);
        }
    }
}
