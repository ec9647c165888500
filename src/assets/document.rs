//! Documents that were parsed when the program was built.

use serde::de::DeserializeOwned;

use super::node::{Mismatch, Node};
use super::notation::read_number;

/// The documents of a built-in YAML file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Documents(&'static str);

impl Documents {
    pub(super) fn new(written: &'static str) -> Self {
        Self(written)
    }

    /// Removes the first document, and returns its root node.
    fn next(&mut self) -> Option<Node> {
        let (length, start) = read_number(self.0.as_bytes())?;
        let root = self.0.get(start..start + length)?;
        self.0 = self.0.get(start + length..)?;
        Some(Node::new(root))
    }

    /// The only document as a `T`; `None` if there are more or fewer, or if it is no `T`.
    pub(super) fn only<T: DeserializeOwned>(mut self) -> Option<T> {
        let mut root = self.next()?;
        self.0.is_empty().then(|| T::deserialize(&mut root).ok())?
    }

    /// The first document as a `T`; `None` if there is none, or if it is no `T`.
    pub(super) fn first<T: DeserializeOwned>(mut self) -> Option<T> {
        T::deserialize(&mut self.next()?).ok()
    }

    /// The second and last document as a `T`, if there are two. It is a mismatch if there are more, or
    /// if it is no `T`.
    pub(super) fn second<T: DeserializeOwned>(mut self) -> Result<Option<T>, Mismatch> {
        self.next().ok_or(Mismatch)?;
        if self.0.is_empty() {
            return Ok(None);
        }
        self.only().map(Some).ok_or(Mismatch)
    }
}

#[cfg(all(test, feature = "overlays"))]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
impl Documents {
    /// All documents, whatever they are.
    pub(super) fn values(mut self) -> Vec<serde_yaml::Value> {
        let mut values = Vec::new();
        while let Some(mut root) = self.next() {
            values.push(serde::Deserialize::deserialize(&mut root).unwrap());
            assert!(root.is_read());
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::write_number;
    use super::*;

    /// A document with this root node, and nothing else.
    fn document(root: &str) -> Documents {
        let mut written = Vec::new();
        write_number(root.len(), &mut written);
        written.extend(root.bytes());
        Documents::new(String::leak(String::from_utf8(written).unwrap()))
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 63, 64, 4095, 4096, 1_000_000, usize::from(u16::MAX)] {
            let mut written = Vec::new();
            write_number(number, &mut written);
            assert!(written.is_ascii());
            assert_eq!(read_number(&written), Some((number, written.len())));
        }
    }

    #[test]
    fn a_scalar_has_its_text_and_its_kind() {
        assert_eq!(document("i\x023.").only::<String>().as_deref(), Some("3."));
        assert_eq!(document("i\x0242").only::<u16>(), Some(42));
        assert_eq!(document("t\x0242").only::<u16>(), None);
        assert_eq!(document("n\x01~").only::<Option<String>>(), Some(None));
        assert_eq!(document("b\x04true").only::<bool>(), Some(true));
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_reader_of_yaml() {
        assert_eq!(
            document("s\x02t\x01at\x01b").only::<[String; 2]>(),
            Some(["a".into(), "b".into()])
        );
        assert_eq!(document("s\x02t\x01at\x01b").only::<[String; 1]>(), None);
        assert_eq!(document("s\x02t\x01a").only::<Vec<String>>(), None);
        assert_eq!(document("x").only::<String>(), None);
    }

    #[test]
    fn there_may_be_one_document_or_two() {
        let one = document("i\x011");
        let Documents(text) = one;
        let two = Documents::new(String::leak(text.repeat(2)));
        let three = Documents::new(String::leak(text.repeat(3)));
        assert_eq!((one.first(), one.only()), (Some(1), Some(1)));
        assert_eq!((two.first::<u8>(), two.only::<u8>()), (Some(1), None));
        assert_eq!((one.second::<u8>().ok(), two.second().ok()), (Some(None), Some(Some(1))));
        assert!(three.second::<u8>().is_err());
    }
}
