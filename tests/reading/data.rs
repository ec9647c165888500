//! JSON, checked against its published schemas.

use serde_json::Value;
use statuscraft::Generator;
use statuscraft::pages::{ComparisonPage, Explanation};

use super::fixture::snapshot;

fn published(name: &str) -> jsonschema::Validator {
    let text = crate::support::statuscraft(["schema", name]).stdout;
    let schema: Value = serde_json::from_str(&text).expect("a schema");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a valid schema")
}

#[test]
fn the_schemas_are_published() {
    snapshot("schema-comparison", &["schema", "comparison"]);
    snapshot("schema-explanation", &["schema", "explanation"]);
}

#[test]
fn every_explanation_matches_the_published_schema() {
    let schema = published("explanation");
    let generator = Generator::new();
    let codes = generator.codes().expect("codes").iter();
    for code in codes.chain(generator.unofficial_codes().expect("codes")) {
        let page = Explanation::new(&generator, &code.to_string(), &[]).expect("a page");
        let data = page.article(1).data;
        let faults: Vec<_> = schema.iter_errors(&data).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{code}: {faults:?}");
    }
    assert!(!schema.is_valid(&serde_json::json!({"schema": 1, "code": 404})));
}

#[test]
fn comparisons_match_the_published_schema() {
    let schema = published("comparison");
    let generator = Generator::new();
    for (one, other) in generator.compared().expect("pairs") {
        let page =
            ComparisonPage::new(&generator, &one.to_string(), &other.to_string()).expect("a page");
        let data = page.article(1).data;
        let faults: Vec<_> = schema.iter_errors(&data).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{one}-{other}: {faults:?}");
    }
    assert!(!schema.is_valid(&serde_json::json!({"schema": 1, "codes": []})));
}
