//! JSON, checked against its published schema.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::fixture::{BUILT_IN, curious, named, page};
use crate::support::{statuscraft, with_snapshots};

fn published() -> Value {
    serde_json::from_str(&statuscraft(["schema", "snippet"]).stdout).expect("a schema")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("a valid schema")
}

#[test]
fn the_schema_is_published_and_versioned() {
    let outcome = statuscraft(["schema", "snippet"]);
    with_snapshots("output", || insta::assert_snapshot!("schema", outcome.to_string()));
    let schema = published();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$id"], "urn:statuscraft:snippet:2");
    assert_eq!(schema["properties"]["schema"]["const"], 2);
}

#[test]
fn every_pair_matches_the_schema() {
    let schema = published();
    let validator = validator(&schema);
    let documented: BTreeSet<&String> = schema["oneOf"]
        .as_array()
        .expect("variants")
        .iter()
        .chain([&schema])
        .flat_map(|part| part["properties"].as_object().expect("properties").keys())
        .collect();
    let overlay = curious();
    let curious = overlay.generator();
    let mut pages = vec![page(&curious, "404")];
    for status in BUILT_IN.statuses().expect("statuses") {
        pages.push(page(&BUILT_IN, &status.code.to_string()));
    }
    let mut kinds = BTreeSet::new();
    for page in pages {
        for line in named("ndjson").render(&page).expect("text").body.lines() {
            let record: Value = serde_json::from_str(line).expect("an object");
            assert!(validator.is_valid(&record), "{:?}", validator.iter_errors(&record).next());
            for field in record.as_object().expect("an object").keys() {
                assert!(documented.contains(field), "`{field}` is not in the schema");
            }
            kinds.insert(record["kind"].as_str().expect("a kind").to_owned());
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["snippet", "unsupported"]);
}

#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    let schema = published();
    let validator = validator(&schema);
    let text = named("json").render(&page(&BUILT_IN, "404 flask")).expect("text").body;
    let record: Value = serde_json::from_str(&text).expect("an object");
    assert!(validator.is_valid(&record));
    for (field, value) in [
        ("schema", json!(3)),
        ("code", json!(99)),
        ("code", json!("404")),
        ("kind", json!("unsupported")),
        ("kind", json!("other")),
        ("form", json!("all")),
        ("text", Value::Null),
        ("port", json!(70_000)),
    ] {
        let mut wrong = record.clone();
        wrong[field] = value;
        assert!(!validator.is_valid(&wrong), "{field}: {}", wrong[field]);
    }
    for field in record.as_object().expect("an object").keys() {
        let mut wrong = record.clone();
        wrong.as_object_mut().expect("an object").remove(field);
        assert!(!validator.is_valid(&wrong), "without `{field}`");
    }
}

#[test]
fn one_target_is_an_object_and_several_are_an_array_of_the_same() {
    let read = |words: &str, format: &str| -> Vec<Value> {
        let text = named(format).render(&page(&BUILT_IN, words)).expect("text").body;
        serde_json::Deserializer::from_str(&text)
            .into_iter()
            .collect::<Result<_, _>>()
            .expect("JSON")
    };
    let one = read("404 flask", "json");
    assert_eq!(read("404 flask", "ndjson"), one);
    let several = read("404 flask go", "json");
    assert_eq!(several[0][0], one[0]);
    assert_eq!(Value::from(read("404 flask go", "ndjson")), several[0]);
}
