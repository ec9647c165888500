//! Two small codes, and the program's output about them.

use statuscraft::output::formats;

use crate::support::{Outcome, Overlay, statuscraft, with_snapshots};

const FIRST: &str = r#"code: 298
phrase: Nearly <There>
registration: unofficial
fault: neither
used_by:
  - name: A&B
    phrase: Nearly <There>
    meaning: Sent by a `|` pipe that is *nearly* done.
    documentation: https://example.com/?a=1&b=2
content: allowed
recipe: plain
exchange: {request: {}, response: {message: json}}
summary: It says `a|b` and <b>, as RFC 9110, section 15.3 allows.
---
meaning: ["The first paragraph, with `code`.", "The second one, of some more words than fit a line, so that it must be wrapped at the width of the terminal."]
seen_when: [An example is needed., 1. It begins like a list.]
causes: ["Somebody wrote `{{ x }}` into a template."]
fixes: {visitors: [Wait for the rest.], developers: ["Read RFC 9110, section 15.3.1 first.", "- Then write a test."], configuration: [{server: A&B, text: 'Turns `|` off, which is on by default.', lines: "pipe off; # ``` {{#x}}\ninclude::a[]\n", fence: nginx}]}
example: Nothing happens.
http:
  request: "GET /<a> HTTP/1.1\nHost: example.com\n"
  response: "HTTP/1.1 298 Nearly <There>\nContent-Length: 9\n\n{{ x }} <\n"
tip: Use 200.
questions: [{q: Why is it `298`?, a: Because 299 was taken.}]
related: [{code: 299, how: says the opposite}]
caching: {heuristic: false, text: It can not be stored.}
methods: Any method.
clients: {browsers: They show it., crawlers: They leave., libraries: They return it.}
"#;

const SECOND: &str = r#"code: 299
phrase: Not There
registration: unofficial
fault: client
used_by: [{name: C, phrase: Not There, meaning: It is not there.}]
content: none
no_snippet: nobody sends it.
summary: Nothing is there.
---
meaning: [Nothing.]
seen_when: [Never.]
nothing_to_fix: It can not be fixed.
example: None.
tip: Use 404.
questions: [{q: Where is it?, a: Not there.}]
related: [{code: 298, how: is nearly there}]
caching: {heuristic: true, text: It can be stored.}
methods: No method.
clients: {browsers: They wait., crawlers: They wait too., libraries: They wait as well.}
"#;

const PAIR: &str = "codes: [298, 299]
difference: One is `there`, the other | is not.
points: [{on: Being there, first: Nearly., second: Not at all.}]
use: {first: Use 298 where it is nearly there., second: Use 299 where it is not.}
";

pub fn overlay() -> Overlay {
    Overlay::new()
        .file("data/unofficial/298.yaml", FIRST)
        .file("data/unofficial/299.yaml", SECOND)
        .file("data/comparisons/298-299.yaml", PAIR)
}

/// Snapshots of the output for these words, one for each format.
pub fn in_every_format(name: &str, words: &[&str]) {
    let overlay = overlay();
    let path = overlay.path().to_string_lossy().into_owned();
    for format in formats() {
        let options = ["--format", format.name(), "--overlay", path.as_str()];
        let outcome = statuscraft(words.iter().copied().chain(options));
        let snapshot = format!("{name}-{}", format.name());
        with_snapshots("reading", || insta::assert_snapshot!(snapshot, outcome.to_string()));
    }
}

pub fn snapshot(name: &str, words: &[&str]) -> Outcome {
    let outcome = statuscraft(words);
    with_snapshots("reading", || insta::assert_snapshot!(name, outcome.to_string()));
    outcome
}
