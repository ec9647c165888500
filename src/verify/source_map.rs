//! Maps a line named by a compiler or framework to the template line that printed it.

use std::collections::BTreeSet;

use crate::origin::Origin;

/// How many characters may be between a file's name and a line number: `", line 12`, `:12:5`, ` on
/// line 12`.
const GAP: usize = 12;
/// More lines than these don't help.
const MOST: usize = 5;

/// The template lines that printed the lines named in `log`, each once, in the order of the log.
/// `file` is the program's name, `origins` the template line of each of its lines.
pub(super) fn template_lines(log: &str, file: &str, origins: &[Origin]) -> Vec<String> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    for number in lines_named(log, name) {
        let Some(origin) = number.checked_sub(1).and_then(|index| origins.get(index)) else {
            continue;
        };
        if seen.insert(number) && places.len() < MOST {
            let line = origin.line().map_or(String::new(), |line| format!(":{line}"));
            places.push(format!("{name}:{number} is {}{line}", origin.name()));
        }
    }
    places
}

/// The numbers shortly after the name.
fn lines_named<'a>(log: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    log.match_indices(name).filter_map(move |(at, _)| {
        let before = log.get(..at)?.chars().next_back();
        if before.is_some_and(|one| one.is_alphanumeric() || one == '_' || one == '-') {
            return None;
        }
        let after = log.get(at + name.len()..)?.lines().next()?;
        let digits = after.find(|one: char| one.is_ascii_digit())?;
        let gap = after.get(..digits)?;
        if gap.is_empty() || gap.chars().count() > GAP {
            return None;
        }
        let number = after.get(digits..)?;
        let end = number.find(|one: char| !one.is_ascii_digit()).unwrap_or(number.len());
        number.get(..end)?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(log: &str, name: &str) -> Vec<usize> {
        lines_named(log, name).collect()
    }

    #[test]
    fn line_numbers_in_the_formats_of_tools_are_found() {
        assert_eq!(named("  File \"/w/app.py\", line 12, in <module>", "app.py"), [12]);
        assert_eq!(named("./main.c:12:5: undefined: x", "main.c"), [12]);
        assert_eq!(named("[ERROR] /w/Demo.java:[12,5] ';' expected", "Demo.java"), [12]);
        assert_eq!(named("PHP Parse error in /w/index.x on line 12", "index.x"), [12]);
        assert_eq!(named("app.rb:12:in `x'\napp.rb:13", "app.rb"), [12, 13]);
        assert_eq!(named("at Demo.main(Demo.java:12)", "Demo.java"), [12]);
    }

    const NONE: [usize; 0] = [];

    #[test]
    fn other_files_and_other_numbers_are_ignored() {
        assert_eq!(named("myapp.py:12", "app.py"), NONE);
        assert_eq!(named("app.py is served on http://127.0.0.1:5000", "app.py"), NONE);
        assert_eq!(named("app.py\n12", "app.py"), NONE);
        assert_eq!(named("app.py3", "app.py"), NONE);
    }

    #[test]
    fn a_line_is_mapped_to_the_template_that_printed_it() {
        let origins = [Origin::file("program.j2").at(1, 1), Origin::file("plain.j2").at(7, 1)];
        let log = "app.py:2: x\napp.py:2: y\napp.py:9: z";
        assert_eq!(template_lines(log, "src/app.py", &origins), ["app.py:2 is plain.j2:7"]);
    }
}
