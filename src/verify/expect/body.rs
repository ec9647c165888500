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
        let fault = |(name, wanted): (&String, &Scalar)| match object.get(name) {
            None | Some(Value::Null) => {
                Some(format!("expected the member `{name}`, but there is none"))
            }
            Some(got) => {
                let wanted = self.value(wanted)?;
                (*got != wanted)
                    .then(|| format!("expected the member `{name}` to be {wanted}, got {got}"))
            }
        };
        self.response.json.iter().filter_map(fault).collect()
    }

    pub(super) fn contains(&self, answer: &FinalResponse) -> Option<String> {
        let wanted = self.endpoint.fill(self.response.contains.as_ref()?);
        let there = answer.text().is_some_and(|text| text.contains(&wanted));
        (!there).then(|| format!("expected the content to hold `{wanted}`"))
    }

    /// The value that a member must have, if it matters.
    fn value(&self, scalar: &Scalar) -> Option<Value> {
        match scalar {
            Scalar::Bool(value) => Some(Value::from(*value)),
            Scalar::Number(value) => Some(Value::from(*value)),
            Scalar::Text(text) => Some(Value::from(self.endpoint.fill(text))),
            Scalar::Any(()) => None,
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
