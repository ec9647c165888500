use serde_json::{Map, Value};

use super::body::{find, object, property};
use super::message::differs;
use super::{Expected, Unsaid};
use crate::catalogue::{Scalar, Shape};
use crate::verify::wire::FinalResponse;

impl Expected<'_> {
    /// What is wrong with the shape of an error, where it has to have the chosen one. An error that
    /// is not the example's own may say what it likes in it.
    pub(super) fn shape(&self, answer: &FinalResponse) -> Vec<String> {
        let Some(Shape::Error) = self.response.body else { return Vec::new() };
        let mut faults = Vec::new();
        let wanted = &self.body.media_type;
        match answer.media_type() {
            Some(got) if got.eq_ignore_ascii_case(wanted) => {}
            Some(got) => faults.push(format!("expected {wanted}, got {}", got.escape_debug())),
            None => faults.push(format!("expected {wanted}, but there is no Content-Type")),
        }
        match object(answer) {
            Err(fault) => faults.push(fault),
            Ok(object) => {
                faults.extend(self.told(&object));
                faults.extend(self.properties(&object, answer.head.status));
            }
        }
        faults
    }

    /// What is wrong with the message.
    fn told(&self, object: &Map<String, Value>) -> Option<String> {
        let name = &self.body.message;
        match find(object, name).and_then(Value::as_str) {
            Some(got) if self.unsaid == Unsaid::Code => {
                differs(got.as_bytes(), self.message.as_bytes())
            }
            None if self.body.message_optional && self.message.is_empty() => None,
            Some("") | None => {
                Some(format!("expected a property `{name}` with the text, but there is none"))
            }
            Some(_) => None,
        }
    }

    /// Whether a value is the status's phrase or a former one, which libraries go on using; case and
    /// hyphens don't matter.
    fn is_phrase(&self, value: &Value) -> bool {
        let plain = |text: &str| text.to_ascii_lowercase().replace('-', " ");
        let mut phrases = std::iter::once(&self.status.phrase).chain(&self.status.formerly);
        value.as_str().is_some_and(|got| phrases.any(|one| plain(one) == plain(got)))
    }

    /// What is wrong with the further properties.
    fn properties(&self, object: &Map<String, Value>, got: u16) -> Vec<String> {
        let own = got == self.status.code.number();
        let fill = |text: &str| {
            if text == "{code}" {
                return Value::from(got);
            }
            let text = text.replace("{code}", &got.to_string());
            Value::from(text.replace("{phrase}", &self.status.phrase))
        };
        let fault = |(name, wanted): (&String, &Scalar)| {
            // The phrase of another status is not known here.
            let is_phrase = matches!(wanted, Scalar::Text(text) if text == "{phrase}");
            let open = !own && matches!(wanted, Scalar::Text(text) if text.contains("{phrase}"));
            let former = is_phrase && find(object, name).is_some_and(|got| self.is_phrase(got));
            let any = Scalar::Any(());
            property(object, name, if open || former { &any } else { wanted }, &fill)
        };
        self.body.json.iter().filter_map(fault).collect()
    }
}
