use super::header_section::HeaderSection;
use crate::catalogue::Version;

/// The status line and header section of a response (RFC 9112, section 4).
#[derive(Clone, Debug)]
pub(in crate::verify) struct Head {
    /// The server's version of HTTP.
    pub(in crate::verify) version: Version,
    /// The status code, which may be any three digits.
    pub(in crate::verify) status: u16,
    /// The fields.
    pub(in crate::verify) fields: HeaderSection,
    /// The bytes, including the empty line.
    pub(in crate::verify) raw: Vec<u8>,
}

impl Head {
    /// Parses a header section, or returns what is wrong with it.
    ///
    /// Obsolete line ends and folding are accepted here; separate rules report them.
    pub(super) fn new(raw: Vec<u8>) -> Result<Self, String> {
        let mut lines = vec![httparse::EMPTY_HEADER; 256];
        let mut response = httparse::Response::new(&mut lines);
        let mut parser = httparse::ParserConfig::default();
        parser.allow_obsolete_multiline_headers_in_responses(true);
        match parser.parse_response(&mut response, &raw) {
            Ok(httparse::Status::Complete(_)) => {}
            Ok(httparse::Status::Partial) => return Err("the header section has no end".into()),
            Err(error) => return Err(format!("the header section is malformed: {error}")),
        }
        let version = match response.version {
            Some(1) => Version::Http11,
            _ => Version::Http10,
        };
        let status = response.code.unwrap_or_default();
        if !(100..600).contains(&status) {
            return Err(format!("`{status}` is no status code"));
        }
        let mut fields = HeaderSection::default();
        for line in response.headers.iter() {
            fields.add(line.name, line.value);
        }
        Ok(Self { version, status, fields, raw })
    }
}
