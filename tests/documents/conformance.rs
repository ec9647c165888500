//! CONFORMANCE.md has the deviations that the targets state.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use statuscraft::{Code, Generator};

use crate::support::root;

const UPDATE: &str = "`tests/proofs/update TARGET` proves a target again and writes the table. After a change of sentences alone, this does:\n  cargo build --release && target/release/statuscraft verify --require-all --server all --lock proofs.lock --format markdown >CONFORMANCE.md";

#[test]
fn each_stated_deviation_is_in_the_table_for_its_codes() {
    let text = fs::read_to_string(root().join("CONFORMANCE.md")).expect("CONFORMANCE.md");
    let generator = Generator::new();
    let statuses = generator.statuses().expect("statuses");
    let registered: BTreeSet<Code> = statuses.iter().map(|status| status.code).collect();
    let none = BTreeSet::new();
    let mut missing = Vec::new();
    for target in generator.servers().expect("targets") {
        let Some(listed) = listed(&text, &target.title) else { continue };
        for deviation in &target.deviations {
            let what: Vec<&str> = deviation.what.split_whitespace().collect();
            let sentence = format!("{} ({})", what.join(" "), deviation.whose);
            let codes = listed.get(&sentence).unwrap_or(&none);
            if deviation.codes.is_empty() && codes.is_empty() {
                missing.push(format!("{}: {sentence}", target.id()));
            }
            // Unofficial codes are not in the table, nor those that only the strict example has.
            let usual = deviation.codes.iter().filter(|it| registered.contains(it));
            let usual = usual.filter(|it| !target.unsupported.contains_key(it));
            for code in usual.filter(|it| !codes.contains(it)) {
                missing.push(format!("{} {code}: {sentence}", target.id()));
            }
        }
    }
    assert!(missing.is_empty(), "not in CONFORMANCE.md:\n  {}\n{UPDATE}", missing.join("\n  "));
}

/// The codes of each sentence below a target's table of servers. A target with one server has none.
fn listed(text: &str, title: &str) -> Option<BTreeMap<String, BTreeSet<Code>>> {
    let heading = format!("\n## {title} on its servers\n");
    let section = text.split(&heading).nth(1)?;
    let section = section.split("\n## ").next().unwrap_or_default();
    let (_, list) = section.split_once("\n### Deviations\n").unwrap_or_default();
    let lines = list.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(": "));
    Some(lines.map(read).collect())
}

/// Reads `101, 426 on uvicorn 0.54; 417 on gunicorn 27.0` and the sentence that follows.
fn read((places, sentence): (&str, &str)) -> (String, BTreeSet<Code>) {
    let codes = places.split("; ").filter_map(|place| place.split_once(" on "));
    let codes = codes.flat_map(|(codes, _)| codes.split(", "));
    (sentence.to_owned(), codes.map(code).collect())
}

fn code(text: &str) -> Code {
    text.parse().ok().and_then(Code::new).expect("a code")
}
