//! Requests mean the same at a terminal and in the library.

use statuscraft::ErrorKind;
use statuscraft::output::format;
use statuscraft::request::{Defaults, Query, Request};

use super::fixture::{BUILT_IN, printed};
use crate::support::{statuscraft, with_snapshots};

#[test]
fn the_library_prints_what_the_command_line_does() {
    for line in [
        "404 flask",
        "not-found go php --format markdown",
        "429 --format docusaurus --form handler",
        "created flask --path /caf\u{e9}s/ --message 'it''s \"made\"' --name class --port 8123 --format html",
        "502 go --upstream http://localhost:1 --message=-x --format json",
        "--format rst 418 sinatra",
    ] {
        let outcome = statuscraft(shlex::split(line).expect("words"));
        assert_eq!((outcome.status, outcome.stdout), (0, printed(&BUILT_IN, line)), "{line}");
    }
}

#[test]
fn values_that_are_not_given_are_missing() {
    let request = Request::from_words(&["404"]).expect("a request");
    assert!(request.targets.is_empty() && request.form.is_none() && request.format.is_none());
    let request = Request::from_words(&["404", "go", "--form", "program"]).expect("a request");
    assert!(request.form.is_some() && request.targets == ["go"]);
}

#[test]
fn unknown_words_are_refused() {
    let mut shown = String::new();
    for line in [
        "",
        "--form handler",
        "404 flask --from handler",
        "404 flask --overlay x",
        "404 flask --help",
        "404 flask -h",
        "404 flask --form",
        "404 flask --form all",
        "404 flask --format markdwn",
        "404 flask --format xml",
        "404 flask --port many",
        "404 flask --port 80 --port 81",
        "404 flask --message",
        "404 flask --po\u{7}rt",
    ] {
        let error =
            Request::from_words(&shlex::split(line).expect("words")).expect_err("no request");
        assert_eq!(error.kind(), ErrorKind::Usage, "{line}");
        let hint = error.hint().expect("a hint");
        shown.push_str(&format!("# {}\n{error}\n  {hint}\n", line.escape_debug()));
    }
    with_snapshots("output", || insta::assert_snapshot!("words", shown));
}

#[test]
fn a_line_is_read_like_its_words() {
    let defaults = Defaults { line_numbers: true, ..Defaults::default() };
    let line = r#"404 go --form handler --message "it's gone""#;
    let query = Query::from_line(line).expect("a request").or(&defaults);
    let shown = query.render(&BUILT_IN, format("docusaurus").expect("a format")).expect("text");
    let wanted = printed(&BUILT_IN, &format!("{line} --line-numbers --format docusaurus"));
    assert_eq!(shown.to_string(), wanted);
    assert!(wanted.contains("it's gone") && wanted.contains("showLineNumbers"), "{wanted}");
    let request = Query::from_json(
        r#"{"code": 404, "target": "go", "format": "docusaurus", "line_numbers": true}"#,
    );
    let shown = request.and_then(|it| it.render(&BUILT_IN, format("docusaurus")?)).expect("text");
    assert!(shown.to_string().contains("showLineNumbers"), "{shown}");
}

#[test]
fn a_line_with_an_open_quote_is_refused() {
    let error = Query::from_line("404 go --message 'it is").expect_err("an open quote");
    assert_eq!((error.message(), error.word()), ("a quote is not closed", Some("'it is")));
    let error = Query::from_line("404 go --form whole").expect_err("no form");
    assert_eq!(error.word(), Some("whole"));
}

#[test]
fn an_unknown_format_gets_a_suggestion() {
    let error = statuscraft::output::format("markdwn").expect_err("a typo");
    assert_eq!(error.kind(), ErrorKind::UnknownFormat);
    assert_eq!(error.hint(), Some("did you mean `markdown`?"));
    let error = statuscraft::output::format("x").expect_err("no format");
    assert!(error.hint().is_some_and(|hint| hint.contains("vitepress")));
}

/// Requests in JSON have the rules of a batch, with the options of printing instead of an id.
#[test]
fn a_request_in_json_is_read_like_one_of_a_batch() {
    let shown = |request: &str, name: &str| {
        let query = Query::from_json(request).expect("a request");
        query.render(&BUILT_IN, format(name).expect("a format")).expect("text").to_string()
    };
    let printed = printed(&BUILT_IN, "404 flask --format json");
    assert_eq!(shown(r#"{"code": 404, "target": "flask", "lang": null}"#, "json"), printed);
    let options = shown(r#"{"list": "options", "of": ["404", "flask"]}"#, "text");
    assert!(options.contains("--strict"), "{options}");
    for (request, message, hint) in [
        (
            r#"{"compare": [401, 403], "target": "go"}"#,
            "`target` belongs to `code` and `explain`",
            "leave it out",
        ),
        (r#"{"search": "x", "form": "handler"}"#, "`form` belongs to `code`", "leave it out"),
        (
            r#"{"list": "codes", "heading": 2}"#,
            "`heading` belongs to `explain` and `compare`",
            "leave it out",
        ),
        (
            r#"{"explain": 404, "heading": 6}"#,
            "`heading` can't be `6`",
            "expected a number from 1 to 5",
        ),
        (
            r#"{"target": "go"}"#,
            "missing field `code`",
            "expected one of `code`, `explain`, `compare`, `search` and `list`",
        ),
        (
            r#"{"code": 404, "list": "codes"}"#,
            "a request has only one of them",
            "expected one of `code`, `explain`, `compare`, `search` and `list`",
        ),
        (
            r#"[404]"#,
            "the request is not an object",
            "a request is an object, such as `{\"code\": 404}`",
        ),
    ] {
        let error = Query::from_json(request).expect_err(request);
        assert_eq!((error.kind(), error.message()), (ErrorKind::Usage, message));
        assert_eq!(error.hint(), Some(hint), "{request}");
    }
    for request in
        [r#"{"id": 1, "code": 404}"#, r#"{"code": 404, "id": 1}"#, r#"{"code": 404, "ids": 1}"#]
    {
        let error = Query::from_json(request).expect_err(request);
        let fields = error.message().split_once(", expected one of ").expect("fields").1;
        assert!(fields.starts_with("`code`, ") && fields.ends_with(", `heading`"), "{error}");
    }
}
