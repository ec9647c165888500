//! Clients beside servers: which are shown, and which port a request uses.

use statuscraft::{Generator, Options};

use crate::support::{Overlay, statuscraft};

/// The port in the request of a page's client.
fn asked(words: &[&str]) -> String {
    let outcome = statuscraft(words);
    assert_eq!(outcome.status, 0, "{outcome}");
    let (_, after) = outcome.stdout.split_once("curl -i http://127.0.0.1:").expect("a request");
    after.split_once('/').expect("a path").0.to_owned()
}

#[test]
fn a_client_connects_to_the_server_beside_it() {
    let generator = Generator::new();
    let port = |id: &str| generator.target(id).expect("a target").port.to_string();
    assert_eq!(asked(&["404", "curl"]), port("curl"));
    assert_eq!(asked(&["404", "flask", "curl"]), port("flask"));
    assert_eq!(asked(&["404", "curl", "flask"]), port("flask"));
    assert_eq!(asked(&["404", "flask", "express", "curl", "sinatra"]), port("express"));
    assert_eq!(asked(&["404", "curl", "sinatra", "flask"]), port("sinatra"));
    assert_eq!(asked(&["404", "flask", "curl", "--port", "54321"]), "54321");
    let both =
        statuscraft(["404", "flask", "curl", "--port", "54321", "--path", "/a b/{id}"]).stdout;
    assert_eq!(both.matches("54321").count(), 2, "{both}");
    assert!(both.contains("54321/a%20b/7\n") && both.contains("\"/a b/<int:id>\""), "{both}");
}

#[test]
fn without_names_clients_are_neither_printed_nor_exported() {
    for words in [&["404"][..], &["export", "--code", "404"], &["404", "--format", "json"]] {
        let outcome = statuscraft(words);
        assert!(!outcome.stdout.contains("request.sh"), "{outcome}");
        assert!(!outcome.stdout.contains("curl -i "), "{outcome}");
    }
    let exported = statuscraft(["export", "--code", "404", "--target", "flask,curl"]).stdout;
    assert_eq!(exported.lines().count(), 2, "{exported}");
    assert!(exported.contains("curl -i http://127.0.0.1:5000/books/7"), "{exported}");
}

#[test]
fn only_a_client_may_read_the_exchange() {
    let template = "{{ request.method }}\n";
    for (target, prints) in [("curl", true), ("flask", false)] {
        let overlay =
            Overlay::new().file(&format!("snippet-templates/{target}/codes/405.j2"), template);
        let generator = overlay.generator();
        let status = generator.status("405").expect("a status");
        let target = generator.target(target).expect("a target");
        let snippet = generator.snippet(status, &target, &Options::default());
        assert_eq!(snippet.map(|it| it.text).ok(), prints.then(|| "DELETE\n".to_owned()));
    }
}

#[test]
fn a_client_can_write_every_request() {
    let request = r#"{method: PUT, version: "1.0", fields: {X-Empty: "", X-Path: "http://{authority}{path}"},
    content: "it's @ré\n", pad: {query: 3, content: 4, fields: 5}, transfer: chunked}"#;
    let entry = format!(
        "code: 299\nphrase: Mostly Fine\nregistration: unused\nfault: neither\nspec: {{document: RFC 9110, section: '15'}}\ncontent: allowed\nrecipe: plain\nexchange:\n  before: {{times: 1, status: 200}}\n  request: {request}\nsummary: A test of clients.\n"
    );
    let overlay = Overlay::new().file("data/statuses/299.yaml", entry);
    let generator = overlay.generator();
    let status = generator.status("299").expect("a status");
    let target = generator.target("curl").expect("a target");
    let snippet = generator.snippet(status, &target, &Options::default()).expect("a snippet");
    let expected = r#"for _ in {1..2}; do
  curl -i --http1.0 -X PUT 'http://127.0.0.1:8080/endpoint?'"$(printf '%3s' '' | tr ' ' q)" \
    -H 'X-Empty;' \
    -H 'X-Path: http://127.0.0.1:8080/endpoint' \
    -H "X-Filler: $(printf '%5s' '' | tr ' ' x)" \
    -H Content-Type: \
    -H 'Transfer-Encoding: chunked' \
    -d $'it\'s @ré\n'"$(printf '%4s' '' | tr ' ' x)"
done
"#;
    assert!(snippet.text.starts_with(expected), "{}", snippet.text);
}
