use statuscraft::Generator;
use statuscraft::output::{Style, default_format, wrapped};
use statuscraft::pages::Explanation;

use super::fixture::{in_every_format, snapshot};
use crate::support::statuscraft;

#[test]
fn a_code_is_explained_in_every_format() {
    in_every_format("explain", &["explain", "298", "flask"]);
}

#[test]
fn an_explanation_has_every_section() {
    let text = snapshot("explain-101", &["explain", "101"]).stdout;
    for heading in [
        "WHAT IT MEANS",
        "WHEN YOU SEE IT",
        "NOTHING TO FIX",
        "CODE EXAMPLES",
        "EXAMPLE",
        "TIP",
        "WHAT BROWSERS AND CLIENTS DO",
        "METHODS",
        "CACHING",
        "QUESTIONS",
        "RELATED",
        "OFTEN CONFUSED WITH",
    ] {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}");
    }
    let text = statuscraft(["explain", "103", "go"]).stdout;
    assert!(text.contains("\nBROWSER SUPPORT\n"), "{text}");
    let text = statuscraft(["explain", "not-found", "flask"]).stdout;
    for heading in
        ["COMMON CAUSES", "HOW TO FIX IT (FOR VISITORS)", "HOW TO FIX IT (FOR DEVELOPERS)"]
    {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}");
    }
}

#[test]
fn every_code_has_an_explanation() {
    let generator = Generator::new();
    let codes = generator.codes().expect("codes").iter();
    for code in codes.chain(generator.unofficial_codes().expect("codes")) {
        assert!(generator.reference(*code).expect("a reference").is_some(), "{code}");
    }
}

#[test]
fn prose_fits_the_terminal() {
    let generator = Generator::new();
    let page = Explanation::new(&generator, "421", &["go".to_owned()]).expect("a page");
    for width in [40, 60, 100] {
        let style = Style { width, colours: true, ..Style::default() };
        let text = wrapped(&page.article(2), default_format(), style).expect("text");
        let prose = text.lines().filter(|line| !line.starts_with("    "));
        for line in prose {
            let visible = anstream::adapter::strip_str(line).to_string();
            // A word that is longer than its column stands alone in it.
            let column = visible.rsplit("  ").next().unwrap_or_default();
            let long_word = column.trim_start_matches(['-', ' ']).split(' ').count() == 1;
            assert!(visible.chars().count() <= width || long_word, "{width}: {visible}");
        }
        assert!(text.contains("\u{1b}["), "no colours");
    }
}

#[test]
fn unknown_codes_are_reported() {
    for words in [&["explain", "600"][..], &["explain", "not-fund"], &["explain", "404", "flsk"]] {
        let outcome = statuscraft(words);
        assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 2), "{outcome}");
        assert!(outcome.stderr.contains("hint: "), "{outcome}");
    }
}
