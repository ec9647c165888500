//! `--path`: what is accepted, how it is spelled, and how it becomes a pattern.

use proptest::prelude::*;
use statuscraft::{ErrorKind, Generator, Options, Result};

use crate::support::{Overlay, with_snapshots};

const TARGET: &str = "title: T\nlanguage: python\nversion: T 1\ndocumentation: https://t.example/\nfile: t.py\nport: 80\ninstall: t\nrun: t\n";
const ROUTE: &str = "route: {form: decoded, escape: {':': '\\:', '*': '[*]'}, refuse: {'<': 'it opens a converter'}, end_slash: '/{$}'}\n";

/// A code without a scenario, so that any path will do.
fn status(code: u16, recipe: &str, response: &str) -> String {
    format!(
        "code: {code}\nphrase: P\nregistration: registered\nfault: neither\nspec: {{document: RFC 9110, section: '15'}}\ncontent: allowed\nrecipe: {recipe}\nexchange: {{request: {{}}, response: {response}}}\nsummary: S.\n"
    )
}

fn overlay() -> Overlay {
    Overlay::new()
        .file("snippet-templates/t/target.yaml", format!("{TARGET}{ROUTE}"))
        .file("snippet-templates/t/recipes/plain.j2", "{{ path }} {{ base }} {{ route }}")
        .file("snippet-templates/t/recipes/created.j2", "{{ fields.Location }}")
        .file("data/statuses/200.yaml", status(200, "plain", "{}"))
        .file("data/statuses/201.yaml", status(201, "created", "{fields: {Location: '{path}/1'}}"))
}

fn render(generator: &Generator, code: &str, path: &str) -> Result<String> {
    let options = Options { path: Some(path.to_owned()), ..Options::default() };
    let target = generator.target("t")?;
    Ok(generator.snippet(generator.status(code)?, &target, &options)?.text)
}

#[test]
fn a_path_has_two_spellings_and_a_pattern() {
    let overlay = overlay();
    let generator = overlay.generator();
    let mut shown = String::new();
    for path in [
        "/",
        "/endpoint",
        "/a b",
        "/a%20b",
        "/café",
        "/caf%c3%a9",
        "/a:b*c",
        "/dir/",
        "/a+b,c;d=e@f!",
        "/50%25",
        "/\"it's\"",
        "/%7Bid%7D",
        "/~x",
    ] {
        let text =
            render(&generator, "200", path).unwrap_or_else(|error| panic!("{path}: {error}"));
        shown.push_str(&format!("{path:16} {text}\n"));
    }
    with_snapshots("languages", || insta::assert_snapshot!("paths", shown));
}

#[test]
fn a_path_that_would_not_arrive_as_sent_is_refused() {
    let overlay = overlay();
    let generator = overlay.generator();
    let mut shown = String::new();
    for path in [
        "", "endpoint", "/a?b", "/a#b", "/50%", "/%zz", "/%2Fetc", "/a/../b", "/.", "/%2e%2e",
        "//host", "/a//b", "/a\nb", "/%00", "/%ff", "/<id>",
    ] {
        let error = render(&generator, "200", path).expect_err(path);
        assert_eq!(error.kind(), ErrorKind::Option, "{path}");
        shown.push_str(&format!("{error}\n    {}\n", error.hint().unwrap_or_default()));
    }
    with_snapshots("languages", || insta::assert_snapshot!("paths-refused", shown));
}

#[test]
fn a_slash_at_the_end_is_not_doubled_in_a_field() {
    let overlay = overlay();
    let generator = overlay.generator();
    for (path, location) in
        [("/", "\"/1\""), ("/dir/", "\"/dir/1\""), ("/dir", "\"/dir/1\""), ("/a b", "\"/a%20b/1\"")]
    {
        assert_eq!(render(&generator, "201", path).expect("a location"), location);
    }
}

proptest! {
    #[test]
    fn any_path_is_spelled_in_ascii_or_refused(path in "/\\PC*") {
        let overlay = overlay();
        let generator = overlay.generator();
        match render(&generator, "201", &path) {
            Ok(location) => prop_assert!(location.is_ascii() && !location.contains([' ', '\\']), "{location}"),
            Err(error) => prop_assert_eq!(error.kind(), ErrorKind::Option),
        }
    }
}
