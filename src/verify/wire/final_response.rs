use std::io::Read;

use super::chunks;
use super::framing::Framing;
use super::head::Head;
use super::header_section::HeaderSection;
use super::read_error::ReadError;
use super::reader::Reader;
use super::sent_request::SentRequest;
use crate::catalogue::Version;

/// A final response.
#[derive(Clone, Debug)]
pub(in crate::verify) struct FinalResponse {
    /// Status line and header section.
    pub(in crate::verify) head: Head,
    /// How its end was determined.
    pub(in crate::verify) framing: Framing,
    /// The content without transfer codings.
    pub(in crate::verify) content: Vec<u8>,
}

impl FinalResponse {
    /// Reads the content that follows a header section.
    pub(super) fn read<S: Read>(
        head: Head,
        method: &str,
        reader: &mut Reader<S>,
    ) -> Result<Self, ReadError> {
        let framing = Framing::of(method, &head).map_err(ReadError::Malformed)?;
        let content = match framing {
            Framing::None | Framing::Switched => Vec::new(),
            Framing::Length(length) => reader.exactly(length)?,
            Framing::Chunked => chunks::read(reader)?,
            Framing::Close => reader.drain()?,
        };
        Ok(Self { head, framing, content })
    }

    /// Whether another request may follow on the connection (RFC 9112, section 9.3).
    pub(super) fn keeps(&self, sent: &SentRequest) -> bool {
        let closes = |fields: &HeaderSection| fields.lists("Connection", "close");
        !matches!(self.framing, Framing::Close | Framing::Switched)
            && sent.version == Version::Http11
            && self.head.version == Version::Http11
            && !closes(&self.head.fields)
            && !closes(&sent.fields)
    }

    /// The content as text, if it is UTF-8.
    pub(in crate::verify) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.content).ok()
    }

    /// The declared media type, in lower case and without parameters.
    pub(in crate::verify) fn media_type(&self) -> Option<String> {
        let value = self.head.fields.get("Content-Type")?;
        Some(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
    }
}
