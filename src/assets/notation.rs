//! How parsed YAML is written into the binary. `build.rs` includes this file too.
//!
//! A node is the letter of its kind and a number. For a scalar, the number is the length of the text
//! that follows; for a sequence or a mapping, it counts the items or entries that follow. A document
//! is the length of its root node, and the root node. All of it is ASCII except for texts, so that
//! any part is a `&str`.

/// What a node is: as what YAML reads a scalar, or a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    Null = b'n',
    Boolean = b'b',
    Integer = b'i',
    Float = b'f',
    Text = b't',
    Sequence = b's',
    Mapping = b'm',
}

impl Kind {
    /// The letter that the kind is written as.
    pub(crate) fn letter(self) -> u8 {
        self as u8
    }

    /// The kind with that letter.
    #[allow(dead_code, reason = "`build.rs` only writes")]
    pub(crate) fn with_letter(letter: u8) -> Option<Self> {
        const ALL: [Kind; 7] = [
            Kind::Text,
            Kind::Mapping,
            Kind::Sequence,
            Kind::Integer,
            Kind::Boolean,
            Kind::Float,
            Kind::Null,
        ];
        ALL.into_iter().find(|kind| kind.letter() == letter)
    }
}

/// How many bits of a number a byte has. The next bit says that more bytes follow.
const BITS: usize = 6;
const MORE: u8 = 1 << BITS;

/// Appends a number, the lowest bits first.
#[cfg_attr(not(test), allow(dead_code, reason = "only `build.rs` writes"))]
pub(crate) fn write_number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let low = number.to_le_bytes()[0] & (MORE - 1);
        number >>= BITS;
        out.push(if number == 0 { low } else { low | MORE });
        if number == 0 {
            return;
        }
    }
}

/// Reads the number at the start of `bytes`, and returns how many bytes it has.
#[allow(dead_code, reason = "`build.rs` only writes")]
pub(crate) fn read_number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(usize::BITS as usize / BITS) {
        number |= usize::from(byte & (MORE - 1)) << (place * BITS);
        if byte & MORE == 0 {
            return Some((number, place + 1));
        }
    }
    None
}
