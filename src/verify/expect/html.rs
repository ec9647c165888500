/// The text of an HTML document: the content of its elements, with character references decoded.
///
/// It knows the named references that escaping functions write (`amp`, `lt`, `gt`, `quot`, `apos`),
/// and all numeric ones. The text is not changed otherwise, while an HTML parser would also
/// normalise line breaks.
pub(super) fn text(document: &str) -> String {
    let mut text = String::new();
    for (index, piece) in document.split('<').enumerate() {
        let visible =
            if index == 0 { piece } else { piece.split_once('>').map_or("", |(_, it)| it) };
        decode(visible, &mut text);
    }
    text
}

/// How long the name or the number of a character reference is at most.
const LONGEST: usize = 32;

const NAMED: [(&str, char); 5] =
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];

fn decode(mut escaped: &str, text: &mut String) {
    while let Some((before, after)) = escaped.split_once('&') {
        text.push_str(before);
        // No reference is longer, so that one without an end is not looked for in the whole text.
        let near = after.bytes().take(LONGEST).position(|byte| byte == b';');
        let reference =
            near.and_then(|end| Some((meant(after.get(..end)?)?, after.get(end + 1..)?)));
        if let Some((one, rest)) = reference {
            text.push(one);
            escaped = rest;
        } else {
            text.push('&');
            escaped = after;
        }
    }
    text.push_str(escaped);
}

fn meant(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(it, _)| *it == name).map(|(_, one)| *one);
    };
    match number.strip_prefix(['x', 'X']) {
        Some(digits) => char::from_u32(u32::from_str_radix(digits, 16).ok()?),
        None => char::from_u32(number.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn references_are_decoded_once_and_tags_dropped() {
        let document =
            "<p title=\"x\">a &lt;b&gt; &amp;amp; &#39;&#x27;&quot; R&D &nope; &#0;é</p>";
        assert_eq!(text(document), "a <b> &amp; ''\" R&D &nope; \0é");
        assert_eq!(text("a<b"), "a");
    }
}
