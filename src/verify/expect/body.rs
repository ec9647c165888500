use serde_json::{Map, Value};

use super::Expected;
use crate::catalogue::Scalar;
use crate::verify::wire::FinalResponse;

impl Expected<'_> {
    pub(super) fn media_type(&self, answer: &FinalResponse) -> Option<String> {
        let wanted = self.response.media_type.as_ref()?;
        match answer.media_type() {
            Some(got) if got.eq_ignore_ascii_case(wanted) => None,
            Some(got) => Some(format!("expected {wanted}, got {}", got.escape_debug())),
            None => Some(format!("expected {wanted}, but there is no Content-Type")),
        }
    }

    pub(super) fn json(&self, answer: &FinalResponse) -> Vec<String> {
        if self.response.json.is_empty() {
            return Vec::new();
        }
        let object = match object(answer) {
            Ok(object) => object,
            Err(fault) => return vec![fault],
        };
        let properties = self.response.json.iter();
        let fault = |(name, wanted): (&String, &Scalar)| {
            property(&object, name, wanted, &|text| Value::from(self.endpoint.fill(text)))
        };
        properties.filter_map(fault).collect()
    }

    pub(super) fn contains(&self, answer: &FinalResponse) -> Option<String> {
        let wanted = self.endpoint.fill(self.response.contains.as_ref()?);
        let there = answer.text().is_some_and(|text| text.contains(&wanted));
        (!there).then(|| format!("expected the content to hold `{wanted}`"))
    }

    pub(super) fn not_contains(&self, answer: &FinalResponse) -> Option<String> {
        let unwanted = self.endpoint.fill(self.response.not_contains.as_ref()?);
        let there = String::from_utf8_lossy(&answer.content).contains(&unwanted);
        there.then(|| format!("expected the content not to hold `{unwanted}`"))
    }
}

/// What is wrong with a property; dots in its name lead into objects.
pub(super) fn property(
    object: &Map<String, Value>,
    name: &str,
    wanted: &Scalar,
    fill: &dyn Fn(&str) -> Value,
) -> Option<String> {
    let got = match object.get(name) {
        Some(got) => Some(got),
        None => find(object, name),
    };
    match got {
        None | Some(Value::Null) => {
            Some(format!("expected the property `{name}`, but there is none"))
        }
        Some(got) => (!agrees(got, wanted, fill)).then(|| {
            format!("expected the property `{name}` to be {}, got {got}", shown(wanted, fill))
        }),
    }
}

/// The property that a path of names leads to.
pub(super) fn find<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(one, rest)| (one, Some(rest)));
    let value = object.get(first)?;
    rest.map_or(Some(value), |rest| find(value.as_object()?, rest))
}

/// Whether a value is the wanted one, and an object has the wanted properties.
fn agrees(got: &Value, wanted: &Scalar, fill: &dyn Fn(&str) -> Value) -> bool {
    match (wanted, got) {
        (Scalar::Any(()), got) => !got.is_null(),
        (Scalar::Bool(wanted), got) => got == wanted,
        (Scalar::Number(wanted), got) => got == wanted,
        (Scalar::Text(wanted), got) => *got == fill(wanted),
        (Scalar::List(wanted), Value::Array(got)) => {
            wanted.len() == got.len()
                && wanted.iter().zip(got).all(|(wanted, got)| agrees(got, wanted, fill))
        }
        (Scalar::Object(wanted), Value::Object(got)) => wanted
            .iter()
            .all(|(name, wanted)| got.get(name).is_some_and(|got| agrees(got, wanted, fill))),
        (Scalar::List(_) | Scalar::Object(_), _) => false,
    }
}

fn shown(wanted: &Scalar, fill: &dyn Fn(&str) -> Value) -> String {
    match wanted {
        Scalar::Any(()) => "any value".into(),
        Scalar::Bool(wanted) => wanted.to_string(),
        Scalar::Number(wanted) => wanted.to_string(),
        Scalar::Text(wanted) => fill(wanted).to_string(),
        Scalar::List(wanted) => {
            let all: Vec<_> = wanted.iter().map(|it| shown(it, fill)).collect();
            format!("[{}]", all.join(", "))
        }
        Scalar::Object(wanted) => {
            let all: Vec<_> =
                wanted.iter().map(|(name, it)| format!("{name}: {}", shown(it, fill))).collect();
            format!("{{{}}}", all.join(", "))
        }
    }
}

/// The JSON object that the content is.
pub(super) fn object(answer: &FinalResponse) -> Result<Map<String, Value>, String> {
    match serde_json::from_slice(&answer.content) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("expected a JSON object, got another value".into()),
        Err(error) => Err(format!("expected a JSON object, but it does not parse: {error}")),
    }
}
