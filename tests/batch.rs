//! Requests as JSON lines: every line gets a response, in order, whatever the other lines are.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};
use statuscraft::batch::{Tally, answer};
use statuscraft::request::Request;
use statuscraft::{Error, ErrorKind, Generator};

use crate::support::{statuscraft, with_snapshots};

/// A reader that returns a few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let some = self.1.min(self.0.len());
        (&mut self.0).take(some as u64).read(buffer)
    }
}

fn answers(input: impl Read + Send) -> (String, Tally) {
    let mut bytes = Vec::new();
    let tally = answer(&Generator::new(), input, |lines| -> Result<(), Error> {
        assert!(lines.ends_with(b"\n"), "no whole lines");
        bytes.extend_from_slice(lines);
        Ok(())
    });
    (String::from_utf8(bytes).expect("UTF-8"), tally.expect("a tally"))
}

fn spawned() -> Child {
    Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .arg("batch")
        .env_remove("STATUSCRAFT_OVERLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

#[test]
fn a_response_is_what_the_command_prints_as_json() {
    for (request, words) in [
        (json!({"code": 404, "target": "flask"}), "404 flask"),
        (json!({"code": "not-found", "target": ["go"]}), "404 go"),
        (
            json!({"code": "410", "target": ["go", "php"], "form": "handler"}),
            "410 go php --form handler",
        ),
        (json!({"code": 306}), "306"),
        (json!({"code": 451, "target": null, "message": null}), "451"),
        (
            json!({"code": 502, "target": "express", "path": "/a b/{id}", "message": "-x\u{2028}\"", "name": "find it", "port": 1, "upstream": "http://a"}),
            "502 express --path '/a b/{id}' --message '-x\u{2028}\"' --name 'find it' --port 1 --upstream http://a",
        ),
    ] {
        let mut words = shlex::split(words).expect("words");
        words.extend(["--format".to_owned(), "json".to_owned()]);
        let generator = Generator::new();
        let printed =
            Request::from_words(&words).and_then(|it| it.render(&generator)).expect("JSON");
        let (line, tally) = answers(request.to_string().as_bytes());
        assert_eq!((tally.requests, tally.failed), (1, 0), "{line}");
        assert_eq!(line.lines().count(), 1);
        let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        assert_eq!(parse(&line), parse(&printed.body), "{request}");
    }
}

#[test]
fn a_bad_line_does_not_stop_the_rest() {
    let input = [
        "\u{feff}{\"code\": 404, \"target\": \"go\", \"form\": \"handler\"}\r",
        "{\"code\": 404, \"target\": \"glang\"}",
        "{\"code\": 4040}",
        "",
        "not JSON",
        "{\"code\": 404, \"target\": \"go\"} {}",
        "{\"code\": 404, \"traget\": \"go\"}",
        "{\"code\": 404, \"code\": 405}",
        "{\"target\": \"go\"}",
        "{\"code\": -1}",
        "{\"code\": 404, \"target\": 5}",
        "{\"code\": 404, \"port\": 70000}",
        "{\"code\": 404, \"target\": \"go\", \"port\": 0}",
        "{\"code\": 404, \"message\": \"\\ud800\"}",
        "{\"code\": 404, \"form\": \"whole\"}",
        "{\"code\": 404, \"target\": \"go\", \"path\": \"/..\"}",
        "[404]",
        "{\"code\": 404, \"target\": \"go\", \"form\": \"handler\"}",
    ];
    let (lines, tally) = answers(input.join("\n").as_bytes());
    assert_eq!((tally.requests, tally.failed), (18, 16));
    with_snapshots("export", || insta::assert_snapshot!("batch-bad", lines));
}

#[test]
fn text_that_is_not_utf8_is_one_bad_line() {
    let (lines, tally) = answers(&b"{\"code\": \"\xff\"}\n{\"code\": 306}\n\n\n"[..]);
    assert_eq!((tally.requests, tally.failed), (4, 3));
    assert_eq!(lines.lines().count(), 4);
}

#[test]
fn a_number_out_of_range_is_reported_as_at_the_command_line() {
    for (request, error) in [
        (
            r#"{"id":7,"code":404,"port":70000}"#,
            "integer `70000`, expected a number from 1 to 65535",
        ),
        (r#"{"id":7,"search":"x","limit":-1}"#, "integer `-1`, expected a whole number from 0"),
    ] {
        let (line, _) = answers(request.as_bytes());
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(answer["error"], format!("invalid value: {error}"));
        assert_eq!(answer["id"], 7);
    }
}

#[test]
fn a_broken_request_keeps_the_id_that_can_be_read() {
    for request in [
        r#"{"id":"a","code":404,"code":500}"#,
        r#"{"id":"a","id":"b","code":404}"#,
        r#"{"id":"a","code":tru}"#,
        r#"{"id":"a","code":404"#,
        r#"{"code":404,"strict":1,"id":"a"}"#,
        r#"{"id":"a","code":404} x"#,
    ] {
        let (line, tally) = answers(request.as_bytes());
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!((&answer["id"], tally.failed), (&json!("a"), 1), "{request}");
    }
    for request in [r#"{"code":tru,"id":"a"}"#, r#"{"id":1.5,"code":404}"#, "[7]"] {
        assert!(!answers(request.as_bytes()).0.contains(r#""id""#), "{request}");
    }
}

#[test]
fn an_empty_input_gives_an_empty_output() {
    assert_eq!(answers(io::empty()), (String::new(), Tally::default()));
}

#[test]
fn a_line_without_end_is_refused_without_being_kept() {
    let endless =
        io::repeat(b'x').take(50 << 20).chain(&b"\n{\"code\": 306, \"target\": \"go\"}"[..]);
    let (lines, tally) = answers(endless);
    assert_eq!((tally.requests, tally.failed), (2, 1));
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines[0], r#"{"error":"the line has more than 1048576 bytes","line":1}"#);
    assert!(lines[1].contains(r#""code":306"#), "{}", lines[1]);
}

#[test]
fn an_input_error_is_reported() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let input = (&b"{\"code\": 306, \"target\": \"go\"}\n"[..]).chain(Broken);
    let mut seen = 0;
    let error = answer(&Generator::new(), input, |_| -> Result<(), Error> {
        seen += 1;
        Ok(())
    });
    let error = error.expect_err("an error");
    assert_eq!((error.kind(), seen), (ErrorKind::Read, 1));
    assert_eq!(error.to_string(), "standard input: can't be read: gone");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn responses_do_not_depend_on_how_the_input_arrives(
        lines in proptest::collection::vec((400_u16..420, "[a-z\"\\\\]{0,12}", any::<bool>()), 1..40),
        portion in 1_usize..200,
        ends in any::<bool>(),
    ) {
        let mut input = String::new();
        for (code, message, good) in &lines {
            let target = if *good { "php" } else { "none" };
            let request = json!({"code": code, "target": target, "message": message, "form": "handler"});
            input.push_str(&format!("{request}\n"));
        }
        if !ends {
            input.pop();
        }
        let (whole, tally) = answers(input.as_bytes());
        prop_assert_eq!(tally.requests, lines.len() as u64);
        prop_assert_eq!(whole.lines().count(), lines.len());
        for (answer, (code, _, good)) in whole.lines().zip(&lines) {
            let answer: Value = serde_json::from_str(answer).expect("JSON");
            let unknown = answer["error"].is_string();
            prop_assert!(unknown || answer["code"] == *code);
            prop_assert!(*good || unknown);
        }
        prop_assert_eq!(answers(Drip(input.as_bytes(), portion)), (whole, tally));
    }
}

#[test]
fn a_response_is_flushed_before_the_next_request() {
    let mut child = spawned();
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for code in [404, 410, 200] {
        writeln!(input, "{{\"code\": {code}, \"target\": \"go\"}}").expect("written");
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(answer["code"], code);
    }
    drop(input);
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn the_exit_status_is_1_if_a_request_failed() {
    let mut child = spawned();
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"{\"code\": 404, \"target\": \"go\"}\n{}\n").expect("written");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: 1 of 2 requests failed\nhint: see the `error` lines in the output\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2);
}

#[test]
fn a_closed_pipe_ends_the_batch() {
    let mut child = spawned();
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    input.write_all(b"{\"code\": 404, \"target\": \"go\"}\n").expect("written");
    output.read_line(&mut line).expect("a line");
    drop(output);
    // More than a pipe can hold. The input ends when the program does.
    while input.write_all(b"{\"code\": 404, \"target\": \"go\"}\n").is_ok() {}
    let output = child.wait_with_output().expect("an end");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn help_describes_requests_and_responses() {
    let outcome = statuscraft(["batch", "--help"]);
    with_snapshots("cli", || insta::assert_snapshot!("help-batch", outcome.to_string()));
}

/// A batch responds in JSON.
#[test]
fn options_of_printing_are_unknown_in_a_batch() {
    for field in [r#""format": "html""#, r#""heading": 2"#, r#""line_numbers": true"#] {
        let (line, tally) = answers(format!("{{\"id\": 1, \"explain\": 404, {field}}}").as_bytes());
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        let name = field.split('"').nth(1).expect("a name");
        let told = format!("unknown field `{name}`, expected one of `id`, `code`, ");
        let error = answer["error"].as_str().expect("an error");
        assert!(error.starts_with(&told) && error.ends_with("`unofficial`, `of`"), "{line}");
        assert_eq!((&answer["id"], tally.failed), (&json!(1), 1));
    }
}
