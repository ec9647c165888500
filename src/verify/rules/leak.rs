use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::rule::Rule;
use crate::verify::wire::{ExampleContext, Transaction};

/// Responses don't reveal internals of the server.
pub(super) const CHECKS: &[Check] = &[Check::new(
    Rule::must("leak", "CWE-209", "an error shows no stack trace and no path of a source file"),
    leaked,
)];

/// The format of stack traces and source positions in the languages of servers.
const MARKS: [&str; 12] = [
    "Traceback (most recent call last)",
    "File \"/",
    "\tat ",
    "\n    at ",
    "&nbsp;at ",
    "\\n    at ",
    "goroutine ",
    "Stack trace:",
    ".rb:",
    ".py:",
    " on line ",
    "/node_modules/",
];

fn leaked(transaction: &Transaction, known: ExampleContext) -> Option<String> {
    let answer = transaction.last.as_ref().filter(|answer| answer.head.status >= 400)?;
    let text = String::from_utf8_lossy(&answer.content);
    let folder = known.workspace.map(|path| path.display().to_string());
    let mark = MARKS
        .into_iter()
        .chain(folder.as_deref())
        // The message may contain anything.
        .filter(|mark| !mark.is_empty() && !known.message.contains(mark))
        .find(|mark| text.contains(mark))?;
    Some(format!("the content holds `{}`", mark.escape_debug()))
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
];
