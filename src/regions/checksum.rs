/// The checksum of a region's lines in the closing marker: eight hexadecimal digits.
///
/// Line ends and the prefix of the lines don't count, so converting line ends or moving a region
/// into a list doesn't look like an edit.
pub(super) fn checksum<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for line in lines {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    format!("{:08x}", hasher.finalize())
}
