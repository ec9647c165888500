use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::rule::Rule;
use crate::verify::wire::{ExampleContext, Transaction};

/// Responses don't reveal internals of the server.
pub(super) const CHECKS: &[Check] = &[Check::new(
    Rule::must(
        "leak",
        "CWE-209",
        "a response shows no stack trace, no debug page and no path of the machine",
    ),
    leaked,
)];

fn leaked(transaction: &Transaction, known: ExampleContext) -> Option<String> {
    let answer = transaction.last.as_ref()?;
    let text = String::from_utf8_lossy(&answer.content);
    if let Some(folder) = known.workspace.map(|path| path.display().to_string()) {
        let shows = |text: &str| text.contains(&folder) && !known.message.contains(&folder);
        if let Some((name, _)) = answer.head.fields.lines().find(|(_, value)| shows(value)) {
            return Some(format!("the field {name} holds `{folder}`, where the program is"));
        }
        if shows(&text) {
            return Some(format!("the content holds `{folder}`, where the program is"));
        }
    }
    let is_error = answer.head.status >= 400;
    let (mark, of) = known.leaks.find(&text, is_error, known.message)?;
    Some(format!("the content holds `{}`, as {of} writes it", mark.escape_debug()))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "leak",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 500 -\n\nInternal Server Error",
        broken: "HTTP/1.1 500 -\n\nTraceback (most recent call last):\n",
    },
    Case {
        rule: "leak",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\n\nmain.rb:1",
        broken: "HTTP/1.1 400 -\n\nerror in /tmp/there/main",
    },
    Case {
        rule: "leak",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\n\n/tmp/elsewhere",
        broken: "HTTP/1.1 200 OK\n\n/tmp/there/main",
    },
    Case {
        rule: "leak",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\nLocation: /there\n\n",
        broken: "HTTP/1.1 200 OK\nLocation: /tmp/there/main\n\n",
    },
    Case {
        rule: "leak",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\n\nA Warning: hot",
        broken: "HTTP/1.1 200 OK\n\n<b>Warning</b>:  Undefined array key",
    },
];
