//! The imports of each module, read from the text of the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The names of modules from the root of the crate on.
pub type Module = Vec<String>;

/// The modules of `src/` and their imports, and the re-exports of `mod.rs` files.
#[derive(Default)]
pub struct Imports {
    pub files: BTreeMap<Module, BTreeSet<Module>>,
    /// The re-exported names of a folder, and the module in which each is defined.
    exports: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Imports {
    /// Reads all files. Tests inside them are left out.
    pub fn read(src: &Path) -> Self {
        let mut texts = BTreeMap::new();
        collect(src, &mut Vec::new(), &mut texts);
        let mut imports = Self::default();
        for ((module, is_folder), text) in &texts {
            let exports = imports.exports.entry(module.clone()).or_default();
            for path in text.lines().filter(|_| *is_folder).filter_map(re_export).flatten() {
                if let [.., name] = path.as_slice() {
                    let target = [module.as_slice(), path.as_slice()].concat();
                    exports.insert(name.clone(), target);
                }
            }
        }
        for ((module, is_folder), text) in &texts {
            let used = used(module, text).into_iter();
            let used = used.map(|path| imports.definition(path)).collect();
            if !is_folder {
                imports.files.insert(module.clone(), used);
            }
        }
        imports
    }

    /// The path of the definition, if `path` names a re-export.
    fn definition(&self, path: Module) -> Module {
        for length in (0..path.len()).rev() {
            let (folder, rest) = path.split_at(length);
            if let Some(target) = self.exports.get(folder).and_then(|it| it.get(&rest[0]))
                && *target != path
            {
                return target.clone();
            }
        }
        path
    }

    /// The modules in one folder, each with the modules of the folder that it, or a file below it,
    /// imports.
    pub fn inside(&self, folder: &[String]) -> BTreeMap<String, BTreeSet<String>> {
        let child = |path: &Module| Some(path.strip_prefix(folder)?.first()?.clone());
        let children: BTreeSet<String> = self.files.keys().filter_map(child).collect();
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (module, used) in &self.files {
            let Some(from) = child(module) else { continue };
            let to = used.iter().filter_map(child);
            let to = to.filter(|it| *it != from && children.contains(it));
            edges.entry(from.clone()).or_default().extend(to);
        }
        edges
    }

    /// All folders with modules.
    pub fn folders(&self) -> BTreeSet<Module> {
        let above = self.files.keys().flat_map(|it| (0..it.len()).map(|end| it[..end].to_vec()));
        above.collect()
    }
}

/// A cycle of imports, if there is one.
pub fn cycle(edges: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn visit(
        name: &str,
        edges: &BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(start) = way.iter().position(|it| it == name) {
            return Some(way[start..].to_vec());
        }
        if !done.insert(name.to_owned()) {
            return None;
        }
        way.push(name.to_owned());
        for next in edges.get(name).into_iter().flatten() {
            if let Some(found) = visit(next, edges, way, done) {
                return Some(found);
            }
        }
        way.pop();
        None
    }
    let mut done = BTreeSet::new();
    edges.keys().find_map(|name| visit(name, edges, &mut Vec::new(), &mut done))
}

fn collect(folder: &Path, above: &mut Module, texts: &mut BTreeMap<(Module, bool), String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            above.push(name);
            collect(&path, above, texts);
            above.pop();
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("text");
            let is_folder = name == "mod" || (above.is_empty() && matches!(&*name, "lib" | "main"));
            let module = if is_folder { above.clone() } else { [&above[..], &[name]].concat() };
            if !module.iter().any(|it| it == "tests") {
                texts.insert((module, is_folder), without_tests(&text));
            }
        }
    }
}

fn without_tests(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The paths in a line that re-exports from a module of the folder.
fn re_export(line: &str) -> Option<Vec<Vec<String>>> {
    let (before, tree) = line.split_once("use ")?;
    let starts = tree.starts_with(|one: char| one.is_ascii_lowercase());
    let inner = !tree.starts_with("crate::") && !tree.starts_with("super::");
    (before.starts_with("pub") && starts && inner).then(|| tree_paths(tree).0)
}

/// The absolute paths in a file.
fn used(module: &[String], text: &str) -> Vec<Module> {
    let mut all = Vec::new();
    for start in ["crate::", "super::"].iter().flat_map(|it| text.match_indices(it)) {
        let (at, _) = start;
        let before = text[..at].chars().next_back();
        if before.is_some_and(|one| one.is_alphanumeric() || one == '_' || one == ':') {
            continue;
        }
        for path in tree_paths(&text[at..]).0 {
            let mut base = module.to_vec();
            let mut path = path.as_slice();
            if path[0] == "crate" {
                base.clear();
                path = &path[1..];
            } else {
                while path.first().is_some_and(|it| it == "super") {
                    base.pop();
                    path = &path[1..];
                }
            }
            all.push([base.as_slice(), path].concat());
        }
    }
    all
}

/// The paths of a `use` tree, or of an expression that starts with a path, and the rest of the
/// text.
fn tree_paths(text: &str) -> (Vec<Vec<String>>, &str) {
    let text = text.trim_start();
    let end = text.find(|one: char| !one.is_alphanumeric() && one != '_').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let head = || vec![name.to_owned()];
    if let Some(after) = rest.strip_prefix("::{") {
        let mut all = Vec::new();
        rest = after;
        loop {
            let (paths, after) = tree_paths(rest);
            all.extend(paths.into_iter().map(|path| match path.as_slice() {
                [only] if only == "self" => head(),
                path => [head().as_slice(), path].concat(),
            }));
            let after = after.trim_start();
            let after = after.strip_prefix(',').unwrap_or(after).trim_start();
            match after.strip_prefix('}') {
                Some(after) => return (all, after),
                None if after.len() == rest.len() => return (all, after),
                None => rest = after,
            }
        }
    }
    match rest.strip_prefix("::") {
        Some(after) if after.starts_with(|one: char| one.is_alphabetic() || one == '_') => {
            let (paths, after) = tree_paths(after);
            let paths = paths.into_iter().map(|path| [head().as_slice(), &path].concat());
            (paths.collect(), after)
        }
        _ => (vec![head()], rest),
    }
}
