//! Regions on the command line: `FILE:LINE`, as reports name them.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::STANDARD;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regions::{Document, Plan, Region, State};

/// What the arguments name.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Documents and folders.
    pub(super) paths: Vec<PathBuf>,
    /// The documents of which only some regions are meant, by their real paths.
    regions: HashMap<PathBuf, Lines>,
}

/// The lines in which regions begin.
pub(super) type Lines = BTreeSet<usize>;

impl Places {
    pub(super) fn of(arguments: &[PathBuf]) -> Self {
        let mut places = Self::default();
        for argument in arguments {
            let region = region(argument);
            let path = region.as_ref().map_or(argument, |(path, _)| path);
            if !places.paths.contains(path) {
                places.paths.push(path.clone());
            }
            if let Some((path, line)) = &region {
                places.regions.entry(real(path)).or_default().insert(*line);
            }
        }
        places
    }

    /// The lines of the only regions that are meant in a document, however the arguments lead to it.
    pub(super) fn lines(&self, path: &Path) -> Option<&Lines> {
        if self.regions.is_empty() { None } else { self.regions.get(&real(path)) }
    }

    /// Refuses single regions where lines would move.
    pub(super) fn refuse_regions(arguments: &[PathBuf]) -> Result<()> {
        let Some(one) = arguments.iter().find(|argument| region(argument).is_some()) else {
            return Ok(());
        };
        let message = format!("`{}` is one region, whose line changes", one.display());
        let error = Error::new(ErrorKind::Usage, message);
        Err(error.with_hint("`--watch` takes documents and folders"))
    }
}

/// The document and the line of `FILE:LINE` and `FILE:LINE:COLUMN`; nothing if there is a file of that name.
fn region(argument: &Path) -> Option<(PathBuf, usize)> {
    if argument.exists() {
        return None;
    }
    let split = |text: &str| {
        let (path, number) = text.rsplit_once(':')?;
        Some((path.to_owned(), number.parse().ok()?))
    };
    let is_document = |path: &str| path == STANDARD || Path::new(path).is_file();
    let (path, line) = split(argument.to_str()?)?;
    let (path, line) = if is_document(&path) { (path, line) } else { split(&path)? };
    is_document(&path).then(|| (path.into(), line))
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Leaves the regions in a plan that begin in these lines.
pub(super) fn keep(
    plan: &mut Plan<'_>,
    name: &str,
    lines: &Lines,
) -> std::result::Result<(), Vec<Error>> {
    let missing = missing(&plan.comparisons.iter().map(|it| it.region), name, lines);
    plan.comparisons.retain(|it| lines.contains(&it.region.line));
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// The errors of lines in which no region begins.
pub(super) fn missing<'a>(
    regions: &(impl Iterator<Item = &'a Region> + Clone),
    name: &str,
    lines: &Lines,
) -> Vec<Error> {
    let begins = |line: usize| regions.clone().any(|region| region.line == line);
    let error = |line: &usize| {
        let nearest = regions.clone().map(|it| it.line).min_by_key(|it| it.abs_diff(*line));
        let hint = match nearest {
            Some(nearest) => format!("the nearest region begins in line {nearest}"),
            None => "there is no region in this document".to_owned(),
        };
        Error::new(ErrorKind::Option, format!("no region begins in line {line}"))
            .at(Origin::file(name))
            .with_hint(hint)
    };
    lines.iter().filter(|line| !begins(**line)).map(error).collect()
}

/// Gives regions the lines that they have in the updated text of their document.
pub(super) fn relocate(stale: &mut [(Region, State)], old: &Document<'_>, new: &Document<'_>) {
    for (region, _) in stale {
        let number = old.regions().binary_search_by_key(&region.line, |it| it.line);
        if let Some(moved) = number.ok().and_then(|number| new.regions().get(number)) {
            *region = moved.clone();
        }
    }
}
