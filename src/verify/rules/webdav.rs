use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::rule::Rule;
use crate::verify::wire::FinalResponse;

const NAMESPACE: &str = "DAV:";

/// The codes of WebDAV that carry information in their content.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must(
            "multistatus",
            "RFC 4918, 13",
            "207 is XML whose root is `multistatus` of `DAV:`, with a response for each resource",
        ),
        |it, _| {
            let answer = it.answered(&[207])?;
            (it.sent.method != "HEAD").then(|| multistatus(answer).err())?
        },
    ),
    Check::new(
        Rule::must("already-reported", "RFC 5842, 7.1", "208 stands inside a 207, never alone"),
        |it, _| it.answered(&[208]).map(|_| "the status of the response is 208".into()),
    ),
    Check::new(
        Rule::should(
            "lock-token",
            "RFC 4918, 11.3",
            "423 says why: `lock-token-submitted` or the like",
        ),
        |it, _| {
            let answer = it.answered(&[423])?;
            let root = (NAMESPACE, "error");
            let told = parsed(answer, root, |error| error.children().any(|it| it.is_element()));
            (told != Ok(true)).then(|| "the content has no precondition code".into())
        },
    ),
];

fn multistatus(answer: &FinalResponse) -> Result<(), String> {
    let responses = parsed(answer, (NAMESPACE, "multistatus"), |root| {
        root.children().any(|it| it.has_tag_name((NAMESPACE, "response")))
    })?;
    if responses { Ok(()) } else { Err("there is no response in the multistatus".into()) }
}

/// Applies `look` to the root element, which must have that name.
fn parsed(
    answer: &FinalResponse,
    name: (&'static str, &'static str),
    look: fn(roxmltree::Node) -> bool,
) -> Result<bool, String> {
    let text = answer.text().ok_or("the content is not UTF-8")?;
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let root = document.root_element();
    if root.has_tag_name(name) {
        return Ok(look(root));
    }
    let found = root.tag_name();
    let space = found.namespace().unwrap_or_default();
    Err(format!("the root is `{}` of `{space}`", found.name()))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "multistatus",
        request: "PROPFIND / HTTP/1.1",
        kept: "HTTP/1.1 207 -\n\n<multistatus xmlns=\"DAV:\"><response/></multistatus>",
        broken: "HTTP/1.1 207 -\n\n<multistatus><response/></multistatus>",
    },
    Case {
        rule: "multistatus",
        request: "PROPFIND / HTTP/1.1",
        kept: "HTTP/1.1 207 -\n\n<D:multistatus xmlns:D=\"DAV:\"><D:response/></D:multistatus>",
        broken: "HTTP/1.1 207 -\n\n{}",
    },
    Case {
        rule: "already-reported",
        request: "PROPFIND / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\n\n",
        broken: "HTTP/1.1 208 -\n\n",
    },
    Case {
        rule: "lock-token",
        request: "PUT / HTTP/1.1",
        kept: "HTTP/1.1 423 -\n\n<error xmlns=\"DAV:\"><lock-token-submitted/></error>",
        broken: "HTTP/1.1 423 -\n\n{\"message\": \"Locked\"}",
    },
];
