//! What a gateway needs behind it to be tried, as `--how` says it.

use crate::support::statuscraft;

fn how(words: &[&str]) -> String {
    statuscraft(words.iter().copied().chain(["--how"])).stdout
}

/// The text without line breaks between words.
fn in_one_line(text: &str) -> String {
    text.replace('\n', " ")
}

#[test]
fn a_gateway_names_the_server_behind_it_and_the_variable_with_its_address() {
    let text = how(&["504", "flask"]);
    let steps = "install   pip install flask requests
save as   app.py
upstream  python3 -c \"import socket, time; server = socket.create_server(('127.0.0.1', 9000)); time.sleep(3600)\"
run       python app.py
then try  curl -i http://127.0.0.1:5000/books/1

The example asks the server at `http://127.0.0.1:9000`, or at the address in the
environment variable `SHOP`, which has to accept connections without answering.
";
    assert!(text.starts_with(steps), "{text}");
    // No server is started where none may be running.
    let text = how(&["502", "express"]);
    assert!(!text.contains("\nupstream "), "{text}");
    let said = "9000`, or at the address in the environment variable `SHOP_URL`, where no server may be running.";
    assert!(in_one_line(&text).contains(said), "{text}");
    // A target whose programs have the address in their source.
    let text = how(&["203", "go"]);
    let said = "The example asks the server at `http://127.0.0.1:9000`, which has to send a JSON object with a `title`.";
    assert!(in_one_line(&text).contains(said), "{text}");
}

#[test]
fn another_address_is_in_the_sentence_and_in_the_command_if_it_is_of_this_machine() {
    let text = how(&["504", "php", "--upstream", "http://localhost:9400"]);
    assert!(text.contains("socket.create_server(('localhost', 9400))"), "{text}");
    assert!(text.contains("asks the server at `http://localhost:9400`, or"), "{text}");
    let text = how(&["504", "php", "--upstream", "http://shop.example"]);
    assert!(text.contains("asks the server at `http://shop.example`, or"), "{text}");
    assert!(!text.contains("\nupstream "), "{text}");
}

#[test]
fn only_whole_gateways_start_a_server_and_a_response_alone_says_nothing_of_it() {
    let handler = how(&["504", "flask", "--form", "handler"]);
    assert!(handler.contains("asks the server at") && !handler.contains("upstream "), "{handler}");
    for words in [&["504", "flask", "--form", "response"][..], &["504", "curl"], &["404", "flask"]]
    {
        let text = how(words);
        assert!(!text.contains("asks the server at") && !text.contains("upstream "), "{text}");
    }
    let text = how(&["203", "django", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let steps = rows[0]["steps"].as_array().expect("steps");
    assert!(steps.iter().any(|it| it["step"] == "upstream"), "{text}");
    let list = statuscraft(["list", "targets", "--format", "json"]).stdout;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&list).expect("JSON");
    let variable = |id: &str| {
        rows.iter().find(|row| row["id"] == id).map(|row| row["upstream_variable"].clone())
    };
    assert_eq!(variable("flask"), Some("SHOP".into()));
    assert_eq!(variable("go"), Some(serde_json::Value::Null));
}
