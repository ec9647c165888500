use statuscraft::Generator;
use statuscraft::output::Block;
use statuscraft::pages::ComparisonPage;

use super::fixture::{in_every_format, snapshot};
use crate::support::statuscraft;

#[test]
fn two_codes_are_compared_in_every_format() {
    in_every_format("compare", &["compare", "298", "299"]);
}

#[test]
fn a_comparison_has_every_section() {
    let text = snapshot("compare-101-501", &["compare", "101", "501"]).stdout;
    for heading in [
        "WHEN TO USE WHICH",
        "KEY DIFFERENCES",
        "WHAT 101 MEANS",
        "WHEN YOU SEE 101",
        "101: NOTHING TO FIX",
        "WHAT 501 MEANS",
        "WHEN YOU SEE 501",
        "HOW TO FIX 501 (FOR VISITORS)",
        "HOW TO FIX 501 (FOR DEVELOPERS)",
    ] {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}");
    }
    for fact in ["Class", "Body"] {
        assert!(text.contains(&format!("\n{fact}\n")), "{fact}");
    }
}

#[test]
fn the_order_is_that_of_the_arguments() {
    let generator = Generator::new();
    let there = ComparisonPage::new(&generator, "401", "403").expect("a comparison");
    let back = ComparisonPage::new(&generator, "403", "401").expect("a comparison");
    assert_eq!(there.differences.len(), back.differences.len());
    for (one, other) in there.differences.iter().zip(&back.differences) {
        assert_eq!((&one.on, &one.first, &one.second), (&other.on, &other.second, &other.first));
    }
    let [first, second] = there.usage().expect("advice");
    assert_eq!(back.usage().expect("advice"), [second, first]);
}

#[test]
fn any_two_codes_can_be_compared() {
    let generator = Generator::new();
    let codes = generator.codes().expect("codes").iter();
    let codes: Vec<_> = codes.chain(generator.unofficial_codes().expect("codes")).collect();
    for one in &codes {
        for other in codes.iter().filter(|other| other > &one) {
            let pair = (one.to_string(), other.to_string());
            let page = ComparisonPage::new(&generator, &pair.0, &pair.1).expect("a comparison");
            let [first, second] = page.sides.each_ref().map(|it| it.status.summary.as_str());
            assert_ne!(first, second, "{pair:?}");
            let article = page.article(1);
            let empty = |it: &Block| matches!(it, Block::Table { rows, .. } if rows.is_empty());
            assert!(!article.blocks.iter().any(empty), "{pair:?}");
        }
    }
}

#[test]
fn a_code_is_not_compared_with_itself() {
    let outcome = statuscraft(["compare", "404", "not-found"]);
    let said = "error: 404 can't be compared with itself\nhint: name two codes\n";
    assert_eq!((outcome.stderr.as_str(), outcome.status), (said, 2));
}
