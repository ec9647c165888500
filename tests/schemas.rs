//! Every JSON that a command prints has a published schema, and follows it to the last property.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use jsonschema::Validator;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::statuscraft;

/// The schemas, by the names that the command line has for them.
fn names() -> Vec<String> {
    let help = statuscraft(["schema", "--help"]).stdout;
    let names = help.lines().filter_map(|line| line.trim().strip_prefix("- "));
    names.filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect()
}

fn published(name: &str) -> Value {
    serde_json::from_str(&statuscraft(["schema", name]).stdout).expect("a schema")
}

/// The schema, in which no object may have a property that it doesn't describe.
fn closed(name: &str) -> Validator {
    let mut schema = published(name);
    close(&mut schema, false);
    jsonschema::draft202012::new(&schema).expect("a valid schema")
}

/// `is_part` says whether the object is described by its parent, too.
fn close(schema: &mut Value, is_part: bool) {
    match schema {
        Value::Array(parts) => parts.iter_mut().for_each(|part| close(part, is_part)),
        Value::Object(fields) => {
            let described = fields.contains_key("properties");
            for (name, field) in fields.iter_mut() {
                close(field, described && ["oneOf", "anyOf", "allOf"].contains(&name.as_str()));
            }
            if described && !is_part && fields.get("type") == Some(&json!("object")) {
                fields.insert("unevaluatedProperties".into(), false.into());
            }
        }
        _ => {}
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn assert_follows(validator: &Validator, value: &Value, what: &str) {
    let errors: Vec<_> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{what}: {errors:?}");
}

#[test]
fn every_schema_is_valid_and_has_an_address_and_a_title() {
    let mut addresses = BTreeSet::new();
    for name in names() {
        let schema = published(&name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let address = schema["$id"].as_str().expect("an address").to_owned();
        assert!(address.starts_with(&format!("urn:statuscraft:{name}:")), "{address}");
        assert!(schema["title"].is_string(), "{name} has no title");
        assert!(addresses.insert(address), "{name}");
    }
    assert!(addresses.len() > 10, "{addresses:?}");
}

#[test]
fn the_output_of_every_command_follows_its_schema() {
    for (name, words) in [
        ("explanation", "explain 404 --format json"),
        ("explanation", "explain 104 --format json"),
        ("explanation", "explain 520 --format json"),
        ("explanation", "explain 206 flask curl --format json"),
        ("comparison", "compare 401 403 --format json"),
        ("comparison", "compare 200 522 --format json"),
        ("search", "search rate limit --format json"),
        ("search", "search qqqqqqqqqqqq --format json"),
        ("behaviour", "behaviour --format json"),
        ("how", "404 flask --how --format json"),
        ("how", "404,501 flask curl --how --format json"),
        ("snippet", "404 flask --format json"),
        ("snippet", "103 flask --format json"),
    ] {
        let words = shlex::split(words).expect("words");
        let outcome = statuscraft(&words);
        assert_eq!(outcome.status, 0, "{outcome}");
        assert_follows(&closed(name), &parsed(&outcome.stdout), &words.join(" "));
    }
}

#[test]
fn each_list_follows_its_part_of_the_schema() {
    for (row, words) in [
        ("StatusRow", "list codes --unofficial --format json"),
        ("TargetRow", "list targets --format json"),
        ("RecipeRow", "list recipes --format json"),
        ("FormatRow", "list formats --format json"),
        ("OptionRow", "list options 404 flask --format json"),
    ] {
        let list = parsed(&statuscraft(shlex::split(words).expect("words")).stdout);
        assert!(!list.as_array().expect("an array").is_empty(), "{words}");
        let mut schema = published("list");
        assert_eq!(schema["anyOf"].as_array().expect("lists").len(), 5);
        schema["anyOf"] = json!([{"type": "array", "items": {"$ref": format!("#/$defs/{row}")}}]);
        close(&mut schema, false);
        let validator = jsonschema::draft202012::new(&schema).expect("a valid schema");
        assert_follows(&validator, &list, words);
        assert!(!validator.is_valid(&json!([{}])), "{row}");
    }
}

#[test]
fn exported_records_follow_their_schemas() {
    for (name, words, least) in [
        ("snippet", "export --class 4xx --target flask,go", 40),
        ("explanation", "export --what explanations --class 5xx --unofficial", 20),
        ("comparison", "export --what comparisons", 40),
        ("codes", "export --what codes --unofficial", 90),
        ("transcripts", "export --what transcripts --code 101,103,404,425", 15),
    ] {
        let validator = closed(name);
        let outcome = statuscraft(shlex::split(words).expect("words"));
        assert_eq!(outcome.status, 0, "{outcome}");
        let mut count = 0;
        for line in outcome.stdout.lines() {
            assert_follows(&validator, &parsed(line), words);
            count += 1;
        }
        assert!(count >= least, "{words}: {count} records");
    }
}

#[test]
fn the_manifest_of_a_folder_follows_its_schema() {
    let out = TempDir::new().expect("a folder");
    let words = ["export", "--code", "404", "--target", "flask,go", "--out"];
    let outcome =
        statuscraft(words.map(str::to_owned).into_iter().chain([out.path().display().to_string()]));
    assert_eq!(outcome.status, 0, "{outcome}");
    let text = fs::read_to_string(out.path().join("statuscraft.lock.json")).expect("a manifest");
    assert_follows(&closed("manifest"), &parsed(&text), "the manifest");
}

#[test]
fn the_report_of_check_follows_its_schema() {
    let folder = TempDir::new().expect("a folder");
    let page = folder.path().join("page.md");
    let text = "<!-- statuscraft 404 flask -->\n<!-- /statuscraft -->\n\n\
                <!-- statuscraft 404 flsk -->\n<!-- /statuscraft -->\n";
    for (text, findings) in [(text, 1), ("# No region\n", 0)] {
        fs::write(&page, text).expect("a file");
        let page = page.display().to_string();
        let report = parsed(&statuscraft(["check", &page, "--format", "json"]).stdout);
        assert!(report["findings"].as_array().expect("findings").len() >= findings, "{report}");
        assert_follows(&closed("check"), &report, text);
    }
}

#[cfg(unix)]
#[test]
fn the_report_of_verify_follows_its_schema() {
    // Without programs nothing is run, and the report says so.
    let words = ["verify", "404", "--target", "flask", "--format", "json"];
    let output = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(words)
        .env("PATH", "")
        .env_remove("STATUSCRAFT_OVERLAY")
        .output()
        .expect("the program starts");
    let report = parsed(&String::from_utf8_lossy(&output.stdout));
    assert_eq!(report["proofs"].as_array().expect("proofs").len(), 1, "{report}");
    let validator = closed("verify");
    assert_follows(&validator, &report, "verify");
    let mut wrong = report;
    wrong["proofs"][0]["verdict"] = json!("fine");
    assert!(!validator.is_valid(&wrong));
}

/// A batch with requests of all kinds, those that are refused too.
const REQUESTS: [&str; 16] = [
    r#"{"code": 404, "target": "flask"}"#,
    r#"{"id": 7, "code": 404, "lang": ["python", "ruby"], "form": "handler"}"#,
    r#"{"id": "a", "code": "404,410", "target": ["go", "php"], "strict": true, "body": "problem"}"#,
    r#"{"id": -3, "code": 410, "target": "go", "path": "/x", "message": "m", "name": "n", "port": 9, "upstream": "http://127.0.0.1:1"}"#,
    r#"{"id": null, "explain": 404, "target": "flask"}"#,
    r#"{"id": "", "compare": [401, "403"]}"#,
    r#"{"search": "rate limit", "limit": 2}"#,
    r#"{"id": 1, "list": "codes", "class": "4xx", "unofficial": true}"#,
    r#"{"list": "options", "of": ["404", "flask"]}"#,
    r#"{"list": "targets"}"#,
    r#"{"id": 8, "code": 4040}"#,
    r#"{"id": 9, "code": 404, "traget": "go"}"#,
    r#"{"id": [1], "code": 404}"#,
    r#"{"id": 10, "explain": 404, "message": "unused"}"#,
    r#"{"id": 11}"#,
    r#"{"id": 12, "code": 404"#,
];

/// How many of the requests are right.
const RIGHT: usize = 10;

#[test]
fn requests_and_responses_of_a_batch_follow_their_schemas() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .arg("batch")
        .env_remove("STATUSCRAFT_OVERLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(REQUESTS.join("\n").as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(text.lines().count(), REQUESTS.len());
    let (requests, responses) = (closed("batch-request"), closed("batch-response"));
    for (at, (request, line)) in REQUESTS.iter().zip(text.lines()).enumerate() {
        let response = parsed(line);
        assert_follows(&responses, &response, request);
        assert_eq!(response["error"].is_string(), at >= RIGHT, "{request}: {line}");
        let Ok(request) = serde_json::from_str::<Value>(request) else { continue };
        if at < RIGHT {
            assert_follows(&requests, &request, &request.to_string());
        } else if request["code"] != 4040 {
            assert!(!requests.is_valid(&request), "{request}");
        }
        let id = Some(&request["id"]).filter(|id| !id.is_null() && !id.is_array());
        assert_eq!(response.get("id"), id, "{request}");
    }
}

#[test]
fn a_response_schema_refuses_what_is_no_response() {
    let responses = closed("batch-response");
    for wrong in [
        json!({"id": 1}),
        json!({"id": 1, "result": 5}),
        json!({"error": "x"}),
        json!({"code": 404}),
        json!("404"),
    ] {
        assert!(!responses.is_valid(&wrong), "{wrong}");
    }
}
