//! The library as its callers use it.

use std::sync::Arc;
use std::thread;

use statuscraft::{ErrorKind, Form, Generator, Options};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (Generator::new(), Generator::new());
    for target in one.targets().expect("targets") {
        for status in one.statuses().expect("statuses") {
            let snippet = |generator: &Generator| {
                generator
                    .snippet(status, &target, &Options::default())
                    .map_err(|error| error.to_string())
            };
            assert_eq!(snippet(&one), snippet(&other));
            assert_eq!(snippet(&one), snippet(&one));
        }
    }
}

#[test]
fn threads_share_a_generator() {
    let generator = Arc::new(Generator::new());
    let texts: Vec<String> = (0..8)
        .map(|_| {
            let generator = Arc::clone(&generator);
            thread::spawn(move || {
                let status = generator.status("429").expect("a status");
                let target = generator.target("go").expect("a target");
                generator.snippet(status, &target, &Options::default()).expect("a snippet").text
            })
        })
        .map(|thread| thread.join().expect("no panic"))
        .collect();
    assert!(texts.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn a_snippet_has_everything_needed_to_run_it() {
    let generator = Generator::new();
    let status = generator.status("503").expect("a status");
    let target = generator.target("PHP").expect("a target, in any case");
    let options = Options { port: Some(8123), form: Form::Handler, ..Options::default() };
    let snippet = generator.snippet(status, &target, &options).expect("a snippet");
    assert_eq!(snippet.code.number(), 503);
    assert_eq!(snippet.fence, "php");
    assert_eq!(snippet.file, "index.php");
    assert_eq!(snippet.run, "php -S 127.0.0.1:8123 index.php");
}

#[test]
fn a_code_without_example_says_why() {
    let generator = Generator::new();
    let target = generator.target("flask").expect("a target");
    let error = generator
        .snippet(generator.status("306").expect("a status"), &target, &Options::default())
        .expect_err("306 is reserved");
    assert_eq!(error.kind(), ErrorKind::Unsupported);
}

#[test]
fn each_line_of_a_program_has_a_template_line() {
    let generator = Generator::new();
    for target in generator.targets().expect("targets") {
        for code in ["404", "301", "429"] {
            let status = generator.status(code).expect("a status");
            let snippet =
                generator.snippet(status, &target, &Options::default()).expect("a snippet");
            let origins = generator.origins(status, &target, &Options::default()).expect("origins");
            assert_eq!(origins.len(), snippet.text.lines().count(), "{code} {}", target.id());
            for origin in origins {
                let expected = format!("snippet-templates/{}/", target.id());
                assert!(
                    origin.name().starts_with(&expected) && origin.line().is_some(),
                    "{origin}"
                );
            }
        }
    }
}
