//! How a client's request differs from the one that the catalogue wants.

use super::wire::SentRequest;
use crate::catalogue::Transfer;

/// How a request differs from the wanted one. A client may add fields.
pub(super) fn difference(sent: &SentRequest, wanted: &SentRequest) -> Option<String> {
    let line = |it: &SentRequest| format!("{} {} in {:?}", it.method, it.target, it.version);
    if line(sent) != line(wanted) {
        return Some(format!("expected {}, got {}", shown(&line(wanted)), shown(&line(sent))));
    }
    for (name, value) in wanted.fields.lines() {
        let got: Vec<_> = sent.fields.all(name).collect();
        if got != [value] {
            let wanted = shown(&format!("{name}: {value}"));
            return Some(match got.as_slice() {
                [] => format!("expected `{wanted}`, but there is no such field"),
                _ => format!("expected `{wanted}`, got `{}`", shown(&got.join(", "))),
            });
        }
    }
    let content = match wanted.transfer {
        Transfer::Chunked => wanted.content.clone(),
        _ => wanted.body(),
    };
    let bytes = |content: &[u8]| shown(&content.escape_ascii().to_string());
    (sent.content != content).then(|| {
        format!("expected the content `{}`, got `{}`", bytes(&content), bytes(&sent.content))
    })
}

/// The start of a text.
fn shown(text: &str) -> String {
    const START: usize = 120;
    match text.char_indices().nth(START).and_then(|(at, _)| text.get(..at)) {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    }
}
