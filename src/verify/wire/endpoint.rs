use std::collections::BTreeMap;

use crate::catalogue::{WEAK, captures, fill_path};

/// Where the example runs: what `{authority}` and `{path}` stand for.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Endpoint {
    /// The host and port.
    pub(in crate::verify) authority: String,
    /// The path of its resource, percent-encoded.
    pub(in crate::verify) path: String,
    /// The fields of earlier responses, by name in lower case.
    pub(in crate::verify) captured: BTreeMap<String, String>,
}

impl Endpoint {
    /// The text with its variables filled in.
    pub(in crate::verify) fn fill(&self, text: &str) -> String {
        let port = self.authority.rsplit(':').next().unwrap_or_default();
        let mut filled = fill_path(text, &self.path)
            .replace("{authority}", &self.authority)
            .replace("{port}", port);
        for (reference, name) in captures(text) {
            let Some(value) = self.captured.get(&name.to_ascii_lowercase()) else { continue };
            let weak = reference.contains(WEAK) && !value.starts_with("W/");
            let value = if weak { format!("W/{value}") } else { value.clone() };
            filled = filled.replace(reference, &value);
        }
        filled
    }
}

#[cfg(test)]
/// An endpoint with that path and some fields of earlier responses.
pub(super) fn endpoint(path: &str) -> Endpoint {
    let captured = [("etag", "\"v1\""), ("lock-token", "<a>"), ("weak", "W/\"v1\"")];
    let captured = captured.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let authority = "127.0.0.1:1".to_owned();
    Endpoint { authority, path: path.to_owned(), captured: captured.into() }
}

#[cfg(test)]
mod tests {
    use super::endpoint;

    #[test]
    fn values_of_earlier_responses_are_filled_in() {
        let filled = |text: &str| endpoint("/").fill(text);
        assert_eq!(filled("\"v0\", {ETag}"), "\"v0\", \"v1\"");
        assert_eq!(filled("{weak:ETag} {weak:Weak}"), "W/\"v1\" W/\"v1\"");
        assert_eq!(filled("({Lock-Token})"), "(<a>)");
        assert_eq!(filled("{Location} {path}x [::1]:{port}"), "{Location} /x [::1]:1");
    }
}
