//! The layers of `src/`: modules import only from layers below them.

mod imports;

use std::fs;
use std::path::Path;

use crate::support::root;
use imports::Imports;

/// From the bottom to the top. Modules on the same line don't import each other.
const LAYERS: [&[&str]; 11] = [
    &["enumeration", "one_line", "origin", "parallel", "regular_file", "short_quote"],
    &["error", "suggest"],
    &["assets", "generated"],
    &["catalogue"],
    &["targets"],
    &["snippet"],
    &["output", "verify"],
    &["pages"],
    &["regions", "request"],
    &["batch", "export", "mcp", "site"],
    &["cli"],
];

fn level(module: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| layer.contains(&module))
        .unwrap_or_else(|| panic!("`{module}` has no place among the layers"))
}

/// Calls `check` with the top module, the path and the text of every file in `src/`.
fn each_file(folder: &Path, check: &mut impl FnMut(&str, &Path, &str)) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            each_file(&path, check);
        } else {
            let inside = path.strip_prefix(root().join("src")).expect("a file of src");
            let top = inside.iter().next().expect("a name").to_string_lossy();
            check(top.trim_end_matches(".rs"), inside, &fs::read_to_string(&path).expect("text"));
        }
    }
}

#[test]
fn modules_import_only_from_lower_layers() {
    each_file(&root().join("src"), &mut |module, path, text| {
        if module == "lib" || module == "main" {
            return;
        }
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|one| one.is_alphanumeric() || *one == '_').collect();
                assert!(
                    used == module || level(&used) < level(module),
                    "src/{}:{}: `{module}` is not above `{used}`",
                    path.display(),
                    number + 1,
                );
            }
        }
    });
}

#[test]
fn only_the_command_line_prints_and_only_assets_read_yaml() {
    each_file(&root().join("src"), &mut |module, path, text| {
        let path = path.display();
        if module != "cli" {
            for word in ["println!", "eprintln!", "print!(", "stdout()", "stderr()"] {
                assert!(!text.contains(word), "src/{path} has `{word}`");
            }
        }
        assert!(
            module == "assets" || !text.contains("serde_yaml"),
            "src/{path} knows the YAML library"
        );
    });
}

#[test]
fn files_are_short() {
    each_file(&root().join("src"), &mut |_, path, text| {
        let lines = text.lines().count();
        assert!(lines <= 300, "src/{}: {lines} lines", path.display());
    });
}

#[test]
fn the_program_names_no_framework() {
    let folders = fs::read_dir(root().join("snippet-templates")).expect("targets");
    let targets: Vec<String> = folders
        .map(|folder| folder.expect("a folder"))
        .filter(|folder| folder.path().is_dir())
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .collect();
    each_file(&root().join("src"), &mut |_, path, text| {
        // Unit tests are no part of the program.
        let program = text.lines().take_while(|line| *line != "#[cfg(test)]");
        let code = program.filter(|line| !line.trim_start().starts_with("//"));
        let words = code.flat_map(|line| line.split(|one: char| !one.is_alphanumeric()));
        for word in words {
            // Help texts may show a target as an example of what can be typed.
            let known = targets.iter().any(|target| target == word);
            assert!(!known, "src/{}: `{word}`", path.display());
        }
    });
}

#[test]
fn files_of_one_folder_import_each_other_in_one_direction_only() {
    let imports = Imports::read(&root().join("src"));
    let mut cycles = Vec::new();
    for folder in imports.folders() {
        if let Some(cycle) = imports::cycle(&imports.inside(&folder)) {
            cycles.push(format!("src/{}: {}", folder.join("/"), cycle.join(" -> ")));
        }
    }
    assert!(cycles.is_empty(), "files import each other in a circle:\n{}", cycles.join("\n"));
}
