use std::io::Read;

use super::read_error::ReadError;
use super::reader::Reader;

/// The content of a chunked message; its trailer section is read and dropped
/// (RFC 9112, section 7.1).
pub(super) fn read<S: Read>(reader: &mut Reader<S>) -> Result<Vec<u8>, ReadError> {
    let mut content = Vec::new();
    loop {
        let size = size(&reader.line()?)?;
        if size == 0 {
            skip_trailers(reader)?;
            return Ok(content);
        }
        content.extend(reader.exactly(size)?);
        if reader.exactly(2)? != b"\r\n" {
            return Err(malformed("a chunk does not end where its size says"));
        }
    }
}

fn size(line: &[u8]) -> Result<usize, ReadError> {
    let line = ended(line)?;
    let digits = line.split(';').next().unwrap_or_default().trim_end_matches([' ', '\t']);
    let hexadecimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    usize::from_str_radix(digits, 16)
        .ok()
        .filter(|_| hexadecimal)
        .ok_or_else(|| malformed(&format!("`{}` is no size of a chunk", line.escape_debug())))
}

fn skip_trailers<S: Read>(reader: &mut Reader<S>) -> Result<(), ReadError> {
    loop {
        let line = reader.line()?;
        let line = ended(&line)?;
        if line.is_empty() {
            return Ok(());
        }
        if !line.contains(':') {
            return Err(malformed("a line of the trailer section has no colon"));
        }
    }
}

/// The line without its end, which has to be CR LF.
fn ended(line: &[u8]) -> Result<&str, ReadError> {
    line.strip_suffix(b"\r\n")
        .and_then(|line| std::str::from_utf8(line).ok())
        .ok_or_else(|| malformed("a line of the chunked coding does not end with CR LF"))
}

fn malformed(why: &str) -> ReadError {
    ReadError::Malformed(why.to_owned())
}
