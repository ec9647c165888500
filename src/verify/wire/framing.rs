use super::head::Head;

/// How the end of a response's content is determined (RFC 9112, section 6.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::verify) enum Framing {
    /// There is no content, whatever the fields say.
    None,
    /// After that many bytes.
    Length(usize),
    /// In the chunked transfer coding.
    Chunked,
    /// At the end of the connection.
    Close,
    /// The connection continues in another protocol.
    Switched,
}

/// Codes whose responses never have content (RFC 9110, section 6.4.1), besides interim ones.
const WITHOUT_CONTENT: [u16; 2] = [204, 304];

impl Framing {
    /// The framing of the response to a request with that method.
    pub(super) fn of(method: &str, head: &Head) -> Result<Self, String> {
        if head.status == 101 {
            return Ok(Self::Switched);
        }
        if method == "HEAD" || head.status < 200 || WITHOUT_CONTENT.contains(&head.status) {
            return Ok(Self::None);
        }
        if let Some(coding) = head.fields.elements("Transfer-Encoding").last() {
            return Ok(if coding.eq_ignore_ascii_case("chunked") {
                Self::Chunked
            } else {
                Self::Close
            });
        }
        match head.fields.all("Content-Length").next() {
            None => Ok(Self::Close),
            Some(length) if length.bytes().all(|byte| byte.is_ascii_digit()) => length
                .parse()
                .map(Self::Length)
                .map_err(|_| format!("the Content-Length `{length}` is no length")),
            Some(length) => Err(format!("the Content-Length `{length}` is no length")),
        }
    }
}
