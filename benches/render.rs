//! The cost of a snippet: `cargo bench`. Results, also of whole processes, are in `README.md`.

#![allow(clippy::expect_used)]

use divan::{Bencher, black_box};
use statuscraft::{Generator, Options};

fn main() {
    divan::main();
}

/// One snippet whose files have been read and whose templates have been compiled.
#[divan::bench(args = ["404 flask", "404 spring", "429 express", "301 go", "206 php", "101 sinatra"])]
fn warm(bencher: Bencher<'_, '_>, pair: &str) {
    let (code, target) = pair.split_once(' ').expect("a code and a target");
    let generator = Generator::new();
    let status = generator.status(code).expect("a status");
    let target = generator.target(target).expect("a target");
    let options = Options::default();
    bencher.bench(|| generator.snippet(black_box(status), &target, &options));
}

/// One snippet from the start: lookup, three YAML files, two templates.
#[divan::bench]
fn cold() -> String {
    let generator = Generator::new();
    let status = generator.status(black_box("404")).expect("a status");
    let target = generator.target("flask").expect("a target");
    generator.snippet(status, &target, &Options::default()).expect("a snippet").text
}

/// Every snippet of every target from the start.
#[divan::bench]
fn everything_cold() -> usize {
    let generator = Generator::new();
    let mut bytes = 0;
    for target in generator.targets().expect("targets") {
        for status in generator.statuses().expect("statuses") {
            if let Ok(snippet) = generator.snippet(status, &target, &Options::default()) {
                bytes += snippet.text.len();
            }
        }
    }
    bytes
}

/// A literal of 64 KiB.
#[divan::bench]
fn long_literal(bencher: Bencher<'_, '_>) {
    let generator = Generator::new();
    let target = generator.target("flask").expect("a target");
    let language = generator.language(&target).expect("a language");
    let text = "it's \"quoted\" \u{1fad6}\n".repeat(3000);
    bencher.bench(|| language.literal(black_box(&text)));
}
