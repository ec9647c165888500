//! Text that is shown as it is: HTTP messages and configuration.

use serde::{Deserialize, Serialize};

use super::prose::Prose;

/// A request and its response, as HTTP/1.1 has them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HttpExample {
    /// The request: its request line and headers, and its body after an empty line.
    pub request: String,
    /// The responses; left out where the client receives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
}

/// Configuration of a server that fixes the code, or sends it on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// The server's name.
    pub server: String,
    /// What the lines do, and the default.
    pub text: Prose,
    /// The lines.
    pub lines: String,
    /// The name after the opening fence of a Markdown code block, such as `nginx`.
    pub fence: String,
}

impl HttpExample {
    /// The request and, after an empty line, the response.
    pub fn text(&self) -> String {
        match &self.response {
            Some(response) => format!("{}\n\n{}\n", self.request.trim_end(), response.trim_end()),
            None => format!("{}\n", self.request.trim_end()),
        }
    }

    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        let request = first(&self.request);
        if !request.contains(" HTTP/") || request.starts_with("HTTP/") {
            return Some(format!("http.request: `{request}` is not a request line"));
        }
        let response = first(self.response.as_ref()?);
        (!response.starts_with("HTTP/"))
            .then(|| format!("http.response: `{response}` is not a status line"))
    }
}

impl Configuration {
    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let empty = [&self.server, &self.lines, &self.fence].iter().any(|it| it.trim().is_empty());
        empty.then(|| "fixes.configuration: `server`, `lines` and `fence` must not be empty".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_starts_with_a_request_line_and_a_response_with_a_status_line() {
        let example = |request: &str, response: &str| HttpExample {
            request: request.into(),
            response: Some(response.into()),
        };
        assert_eq!(example("GET / HTTP/1.1\nHost: a\n", "HTTP/1.1 200 OK\n").fault(), None);
        assert!(example("HTTP/1.1 200 OK", "HTTP/1.1 200 OK").fault().is_some());
        assert!(example("GET / HTTP/1.1", "200 OK").fault().is_some());
        assert_eq!(
            example("GET / HTTP/1.1\n\n", "HTTP/1.1 204 No Content\n").text(),
            "GET / HTTP/1.1\n\nHTTP/1.1 204 No Content\n"
        );
    }
}
