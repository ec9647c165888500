use super::{PLAIN, WHOLE};
use crate::support::{statuscraft, with_snapshots};

/// The page in snapshots, without the version, which changes with each release.
fn shown(text: &str) -> String {
    text.replace(&format!("statuscraft {}", env!("CARGO_PKG_VERSION")), "statuscraft VERSION")
}

#[test]
fn one_small_page_of_each_kind() {
    with_snapshots("site", || {
        insta::assert_snapshot!("code-without-example", shown(&PLAIN["codes/306.html"]));
        insta::assert_snapshot!("pair", shown(&WHOLE["compare/204-205.html"]));
        insta::assert_snapshot!("missing", shown(&WHOLE["404.html"]));
        insta::assert_snapshot!("comparisons", first(&PLAIN["compare/index.html"], "</li>"));
        insta::assert_snapshot!("framework", first(&PLAIN["frameworks/go.html"], "</details>"));
        insta::assert_snapshot!("conformance", first(&PLAIN["conformance.html"], "</table>"));
        insta::assert_snapshot!("examples", examples(&PLAIN["codes/410.html"]));
        insta::assert_snapshot!("robots", WHOLE["robots.txt"]);
        insta::assert_snapshot!(
            "index",
            PLAIN["static/index.js"].chars().take(400).collect::<String>()
        );
    });
}

/// The page up to the first of many similar parts.
fn first(page: &str, end: &str) -> String {
    shown(page.split_inclusive(end).next().expect("a first one"))
}

fn examples(page: &str) -> String {
    let from = page.find("<section aria-labelledby=\"examples\">").expect("a section");
    let rest = &page[from..];
    rest[..rest.find("</section>").expect("an end")].to_owned()
}

#[test]
fn help_lists_the_options() {
    let outcome = statuscraft(["site", "--help"]);
    with_snapshots("cli", || insta::assert_snapshot!("help-site", outcome.to_string()));
}
