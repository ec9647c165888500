//! Checks that all links between the pages have a target.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use memchr::{memchr, memchr2};

use crate::error::{Error, ErrorKind, Result};

/// The links of a page, and the names that can be linked to in it.
#[derive(Debug, Default)]
pub(super) struct Links {
    targets: BTreeSet<String>,
    names: HashSet<String>,
}

/// All pages and files of a site.
#[derive(Default)]
pub(super) struct Web {
    pages: BTreeMap<String, Links>,
    files: HashSet<String>,
}

impl Links {
    /// Reads a page. Text and attributes contain no unescaped `<`.
    pub(super) fn of(html: &str) -> Self {
        let mut links = Self::default();
        let mut rest = html;
        while let Some(start) = memchr(b'<', rest.as_bytes()) {
            rest = rest.get(start + 1..).unwrap_or_default();
            while let Some((name, value, after)) = attribute(rest) {
                match name {
                    "href" | "src" => links.target(value),
                    "id" => {
                        links.names.insert(value.to_owned());
                    }
                    _ => {}
                }
                rest = after;
            }
        }
        links
    }

    fn target(&mut self, value: &str) {
        let outgoing = value.contains(':') || value.starts_with("//");
        if !outgoing && !self.targets.contains(value) {
            self.targets.insert(value.to_owned());
        }
    }
}

/// The next attribute of the tag, its value and the rest; `None` at the end of the tag.
fn attribute(tag: &str) -> Option<(&str, &str, &str)> {
    let at = memchr2(b'=', b'>', tag.as_bytes())?;
    let (before, rest) = tag.split_at_checked(at)?;
    let value = rest.strip_prefix("=\"")?;
    let name = before.rsplit(|one: char| one.is_ascii_whitespace()).next()?;
    let end = memchr(b'"', value.as_bytes())?;
    Some((name, value.get(..end)?, value.get(end + 1..)?))
}

impl Web {
    /// Adds a file of the site, with its links if it is a page.
    pub(super) fn add(&mut self, path: &str, links: Option<Links>) {
        match links {
            Some(links) => {
                self.pages.insert(path.to_owned(), links);
            }
            None => {
                self.files.insert(path.to_owned());
            }
        }
    }

    /// Makes sure that every link points to a page, a file or a place in one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] for the first link that doesn't.
    pub(super) fn check(&self) -> Result<()> {
        for (page, links) in &self.pages {
            if let Some(broken) = links.targets.iter().find(|target| !self.leads(page, target)) {
                let message =
                    format!("the page `{page}` links to `{broken}`, which does not exist");
                return Err(Error::new(ErrorKind::Data, message)
                    .with_hint("a page template or a catalogue file links to a page that the site does not have"));
            }
        }
        Ok(())
    }

    fn leads(&self, page: &str, target: &str) -> bool {
        let (path, name) = match target.split_once('#') {
            Some((path, name)) => (path, Some(name)),
            None => (target, None),
        };
        let path = if path.is_empty() { page.to_owned() } else { resolved(page, path) };
        match (self.pages.get(&path), name) {
            (Some(_), None) => true,
            (Some(links), Some(name)) => links.names.contains(name),
            (None, name) => name.is_none() && self.files.contains(&path),
        }
    }
}

/// Resolves a relative path in a page. A path that leads out of the site matches nothing.
fn resolved(page: &str, target: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." if !parts.is_empty() => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
