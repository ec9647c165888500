use super::{Expected, body, html};
use crate::catalogue::Carrier;
use crate::verify::grammar::ContentRange;
use crate::verify::wire::{FinalResponse, Transaction};

impl Expected<'_> {
    /// What is wrong with the message in the response. WebSocket frames are checked later.
    pub(super) fn carries(
        &self,
        transaction: &Transaction,
        answer: &FinalResponse,
    ) -> Option<String> {
        match self.response.message.as_ref()? {
            Carrier::Json(property) => self.in_json(answer, property),
            Carrier::Html => self.in_html(answer),
            Carrier::Text => self.as_text(answer),
            Carrier::Range => self.as_range(transaction, answer),
            Carrier::Frame => None,
        }
    }

    fn in_json(&self, answer: &FinalResponse, property: &str) -> Option<String> {
        match body::object(answer) {
            Err(fault) => Some(fault),
            Ok(object) => match body::find(&object, property).and_then(|value| value.as_str()) {
                Some(got) => differs(got.as_bytes(), self.message.as_bytes()),
                None => Some(format!(
                    "expected a property `{property}` with the text, but there is none"
                )),
            },
        }
    }

    fn in_html(&self, answer: &FinalResponse) -> Option<String> {
        let Some(document) = answer.text() else { return Some("the content is not UTF-8".into()) };
        let there = html::text(document).contains(self.message);
        (!there).then(|| {
            format!("the document's text does not hold {}", shown(self.message.as_bytes()))
        })
    }

    /// The whole content, or its first lines if more than a line break follows.
    fn as_text(&self, answer: &FinalResponse) -> Option<String> {
        let message = self.message.as_bytes();
        match answer.content.strip_prefix(message) {
            Some([]) => None,
            Some([b'\n', rest @ ..]) if !rest.is_empty() => None,
            _ => differs(&answer.content, message),
        }
    }

    fn as_range(&self, transaction: &Transaction, answer: &FinalResponse) -> Option<String> {
        let message = self.message.as_bytes();
        let asked = transaction.sent.fields.get("Range");
        let Some((first, last)) = asked.as_deref().and_then(|range| single(range, message.len()))
        else {
            return Some("the request does not ask for a single range of bytes".into());
        };
        let Some(wanted) = message.get(first..=last) else {
            return Some("the range that the request asked for is not in the message".into());
        };
        let length = message.len() as u64;
        let wanted_range =
            ContentRange { positions: Some((first as u64, last as u64)), complete: Some(length) };
        let value = answer.head.fields.get("Content-Range").unwrap_or_default();
        if ContentRange::new(&value) != Ok(wanted_range) {
            return Some(format!(
                "expected `Content-Range: bytes {first}-{last}/{length}`, got `{}`",
                value.escape_debug()
            ));
        }
        differs(&answer.content, wanted)
    }
}

/// The positions that `bytes=first-last` selects in a representation of that length.
fn single(range: &str, length: usize) -> Option<(usize, usize)> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let end = length.checked_sub(1)?;
    let last = if last.is_empty() { end } else { last.parse().ok()? };
    Some((first.parse().ok()?, end.min(last)))
}

pub(super) fn differs(got: &[u8], wanted: &[u8]) -> Option<String> {
    if got == wanted {
        return None;
    }
    let same = got.iter().zip(wanted).take_while(|(left, right)| left == right).count();
    let from = |bytes: &[u8]| shown(bytes.get(same..).unwrap_or_default());
    Some(if same == 0 {
        format!("expected {}, got {}", shown(wanted), shown(got))
    } else {
        format!("after {same} bytes expected {}, got {}", from(wanted), from(got))
    })
}

/// The start of a text, readable.
fn shown(bytes: &[u8]) -> String {
    const START: usize = 60;
    if bytes.is_empty() {
        return "the end".into();
    }
    let start = bytes.get(..START).unwrap_or(bytes).escape_ascii();
    let rest = bytes.len().saturating_sub(START);
    if rest == 0 { format!("`{start}`") } else { format!("`{start}` and {rest} more bytes") }
}
