//! The content of a response as far as its exchange knows it, for a client's page.

use std::fmt::Write as _;

use std::collections::BTreeMap;

use crate::catalogue::{Carrier, Response, Scalar};

/// What stands for any value.
const ANY: &str = "...";

/// A text or the beginning of one, or a JSON object on one line; nothing where the exchange leaves
/// it to the server.
pub(super) fn content(response: &Response, message: &str) -> Option<String> {
    let mut properties = response.json.clone();
    match &response.message {
        Some(Carrier::Json(names)) => insert(&mut properties, names, message),
        Some(Carrier::Text) if response.contains.is_none() => return Some(message.to_owned()),
        _ => {}
    }
    (!properties.is_empty()).then(|| object(&properties))
}

/// Adds a text under a name; dots lead into objects.
fn insert(properties: &mut BTreeMap<String, Scalar>, names: &str, text: &str) {
    let Some((name, rest)) = names.split_once('.') else {
        properties.insert(names.to_owned(), Scalar::Text(text.to_owned()));
        return;
    };
    let mut inner = match properties.remove(name) {
        Some(Scalar::Object(inner)) => inner,
        _ => BTreeMap::new(),
    };
    insert(&mut inner, rest, text);
    properties.insert(name.to_owned(), Scalar::Object(inner));
}

fn object(properties: &BTreeMap<String, Scalar>) -> String {
    let pairs = properties.iter().map(|(name, value)| format!("{}: {}", string(name), json(value)));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
}

fn json(value: &Scalar) -> String {
    match value {
        Scalar::Bool(value) => value.to_string(),
        Scalar::Number(value) => value.to_string(),
        Scalar::Text(value) => string(value),
        Scalar::Any(()) => ANY.to_owned(),
        Scalar::List(values) => {
            format!("[{}]", values.iter().map(json).collect::<Vec<_>>().join(", "))
        }
        Scalar::Object(properties) => object(properties),
    }
}

fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for one in text.chars() {
        match one {
            '"' | '\\' => quoted.extend(['\\', one]),
            '\n' => quoted.push_str("\\n"),
            one if one < ' ' => {
                // Writing to a string can't fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(one));
            }
            one => quoted.push(one),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::content;
    use crate::catalogue::{Carrier, Response, Scalar};

    fn shown(json: &[(&str, Scalar)], message: Option<Carrier>) -> Option<String> {
        let json = json.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        content(&Response { json, message, ..Response::default() }, "a \"b\"\n")
    }

    #[test]
    fn the_content_is_shown_as_far_as_it_is_known() {
        let message = |name: &str| Some(Carrier::Json(name.to_owned()));
        let some = [("id", Scalar::Number(1)), ("any", Scalar::Any(()))];
        assert_eq!(
            shown(&some, message("title")).unwrap(),
            r#"{"any": ..., "id": 1, "title": "a \"b\"\n"}"#
        );
        assert_eq!(
            shown(&[], message("error.text")).unwrap(),
            r#"{"error": {"text": "a \"b\"\n"}}"#
        );
        assert_eq!(shown(&[], Some(Carrier::Text)).unwrap(), "a \"b\"\n");
        for unknown in [None, Some(Carrier::Html), Some(Carrier::Range)] {
            assert_eq!(shown(&[], unknown), None);
        }
    }
}
