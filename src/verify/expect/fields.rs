use super::Expected;
use crate::catalogue::{FieldName, FieldValue};
use crate::verify::grammar::{resolve, split};
use crate::verify::wire::Head;

/// Fields whose value is a set: it may have more elements than the expected ones.
const SETS: [&str; 9] = [
    "Accept",
    "Accept-Ranges",
    "Allow",
    "Cache-Control",
    "Connection",
    "IM",
    "Link",
    "Upgrade",
    "Vary",
];

impl Expected<'_> {
    /// What is wrong with a field of a response to a request for `target`.
    pub(super) fn field(
        &self,
        head: &Head,
        target: &str,
        name: &FieldName,
        value: Option<&FieldValue>,
    ) -> Option<String> {
        let Some(got) = head.fields.get(name.as_str()) else {
            return Some(match value {
                Some(value) => {
                    format!("expected `{name}: {}`, but there is no such field", self.filled(value))
                }
                None => format!("expected the field `{name}`, but there is none"),
            });
        };
        let wanted = self.filled(value?);
        let is = |other: &str| name.as_str().eq_ignore_ascii_case(other);
        let agrees = if SETS.iter().any(|set| is(set)) {
            split(&wanted).iter().all(|element| head.fields.lists(name.as_str(), element))
        } else if is("Location") {
            let authority = self.endpoint.authority.as_str();
            let meant = resolve(&got, authority, target);
            meant.is_some() && meant == resolve(&wanted, authority, target)
        } else {
            got == wanted
        };
        (!agrees)
            .then(|| format!("expected `{name}: {wanted}`, got `{name}: {}`", got.escape_debug()))
    }

    fn filled(&self, value: &FieldValue) -> String {
        self.endpoint.fill(value.as_str()).replace("{length}", &self.message.len().to_string())
    }
}
