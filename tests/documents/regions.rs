//! Tables and transcripts in documents: compared, or rewritten on request.

use std::fmt::Write as _;
use std::fs;

use statuscraft::Generator;

use crate::support::root;

/// Compares a document with its expected text, or writes that text on request.
pub fn settle(name: &str, wanted: &str) {
    let path = root().join(name);
    let found = fs::read_to_string(&path).unwrap_or_default();
    if found == wanted {
        return;
    }
    if std::env::var_os("STATUSCRAFT_DOCUMENTS").is_some_and(|mode| mode == "write") {
        fs::write(&path, wanted).expect("the document can be written");
        return;
    }
    let different = found.lines().zip(wanted.lines()).position(|(one, other)| one != other);
    let line = different.unwrap_or_else(|| found.lines().count().min(wanted.lines().count()));
    panic!(
        "{name}:{}: not what the program says; `STATUSCRAFT_DOCUMENTS=write cargo test documents` fixes it\n  found  {:?}\n  wanted {:?}",
        line + 1,
        found.lines().nth(line),
        wanted.lines().nth(line),
    );
}

/// The document with the text between `<!-- name -->` and `<!-- /name -->` replaced.
fn with_region(document: &str, name: &str, content: &str) -> String {
    let (before, rest) =
        document.split_once(&format!("<!-- {name} -->\n")).expect("the region opens");
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->")).expect("the region closes");
    format!("{before}<!-- {name} -->\n{content}<!-- /{name} -->{after}")
}

#[test]
fn the_table_of_targets_is_current() {
    let generator = Generator::new();
    let mut table = String::from("| target | name | tested with | codes |\n|---|---|---|---|\n");
    for target in generator.targets().expect("targets") {
        let (mut served, mut offered) = (0, 0);
        for status in generator.statuses().expect("statuses") {
            if status.no_snippet.is_none() {
                offered += 1;
                served += usize::from(!target.unsupported.contains_key(&status.code));
            }
        }
        let (id, title) = (target.id(), &target.title);
        let link = format!("[{title}](snippet-templates/{id}/README.md)");
        writeln!(table, "| `{id}` | {link} | {} | {served} of {offered} |", target.version)
            .expect("text");
    }
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    settle("README.md", &with_region(&readme, "targets", &table));
}

#[test]
fn the_table_of_formats_is_current() {
    let mut table = String::from("| format | what it prints |\n|---|---|\n");
    for format in statuscraft::output::formats() {
        writeln!(table, "| `{}` | {} |", format.name(), format.about()).expect("text");
    }
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    settle("README.md", &with_region(&readme, "formats", &table));
}

#[cfg(unix)]
#[test]
fn the_table_of_rules_is_current() {
    let mut table = String::from("| rule | level | what it asks | source |\n|---|---|---|---|\n");
    for rule in statuscraft::verify::rules::all() {
        let level = format!("{:?}", rule.level).to_lowercase();
        writeln!(table, "| `{}` | {level} | {} | {} |", rule.name, rule.asks, rule.source)
            .expect("text");
    }
    let name = "snippet-templates/README.md";
    let readme = fs::read_to_string(root().join(name)).expect(name);
    settle(name, &with_region(&readme, "rules", &table));
}

/// How many pairs a table of verdicts lists as proven, how many as unsupported, of how many.
fn score(document: &str) -> (usize, usize, usize) {
    let text = fs::read_to_string(root().join(document)).expect(document);
    // The tables of clients follow, each under a heading.
    let servers = text.split("\n## ").next().expect("a first table");
    let cells = servers
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit());
    let verdicts: Vec<&str> = cells.flat_map(|line| line.split(" | ").skip(1)).collect();
    let count = |verdict| verdicts.iter().filter(|it| it.starts_with(verdict)).count();
    (count("proven"), count("unsupported"), verdicts.len())
}

#[test]
fn both_scores_are_in_the_readme() {
    let (proven, unsupported, offered) = score("CONFORMANCE.md");
    let (naive, _, tried) = score("tests/fixtures/naive/CONFORMANCE.md");
    assert!(tried > 50 && naive * offered < proven * tried, "the check can not fail");
    let targets = Generator::new().servers().expect("targets").len();
    let table = format!(
        "| | proven |\n|---|---|\n| examples with a fixed status, in Flask | {naive} of {tried} |\n| the built-in examples, in {targets} targets | {proven} of {offered}; {unsupported} have none, because the target can't produce the code |\n"
    );
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    settle("README.md", &with_region(&readme, "score", &table));
}

#[test]
fn the_table_of_verdicts_has_every_pair_that_is_offered() {
    let generator = Generator::new();
    let text = fs::read_to_string(root().join("CONFORMANCE.md")).expect("CONFORMANCE.md");
    let servers = generator.servers().expect("targets");
    let ids: Vec<&str> = servers.iter().map(|target| target.id()).collect();
    let clients = generator.targets().expect("targets").len() - servers.len();
    let on_servers = |table: &&str| !table.lines().next().unwrap_or_default().ends_with("servers");
    let tables: Vec<&str> = text.split("\n## ").filter(on_servers).collect();
    assert_eq!(tables.len(), 1 + clients, "the clients changed");
    let offered = generator.statuses().expect("statuses");
    for table in tables {
        let head = format!("\n| code | {} |\n", ids.join(" | "));
        assert!(table.contains(&head), "the targets changed");
        for status in offered.iter().filter(|status| status.no_snippet.is_none()) {
            let start = format!("\n| {} | ", status.code);
            let row = table.split(&start).nth(1).and_then(|rest| rest.lines().next());
            let Some(row) = row else {
                // No server has an example that a client could ask.
                let refused = servers.iter().all(|it| it.unsupported.contains_key(&status.code));
                assert!(refused, "{} has no row", status.code);
                continue;
            };
            let cells: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
            assert_eq!(cells.len(), ids.len(), "{}: {row}", status.code);
            for (cell, server) in cells.iter().zip(&servers) {
                let refused = server.unsupported.contains_key(&status.code);
                let fits = if refused {
                    ["unsupported", ""].contains(cell)
                } else {
                    *cell != "unsupported"
                };
                assert!(fits && !cell.contains("-status"), "{}: {row}", status.code);
            }
        }
    }
}
