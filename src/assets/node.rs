//! A node of a document that was parsed when the program was built, as a source for serde.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::notation::{Kind, read_number};

/// That a document is something else than what is asked for. The YAML file is then read again, and
/// its reader says what was expected, and where.
#[derive(Debug)]
pub(super) struct Mismatch;

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document is something else")
    }
}

impl std::error::Error for Mismatch {}

impl serde::de::Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Result<T> = std::result::Result<T, Mismatch>;

/// A node, and what follows it in the document.
#[derive(Debug)]
pub(super) struct Node {
    rest: &'static str,
}

impl Node {
    /// The root of a document.
    pub(super) fn new(document: &'static str) -> Self {
        Self { rest: document }
    }

    /// Whether nothing is left.
    #[cfg(test)]
    pub(super) fn is_read(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes the kind of the next node, and its number.
    fn start(&mut self) -> Result<(Kind, usize)> {
        let (letter, after) = self.rest.as_bytes().split_first().ok_or(Mismatch)?;
        let kind = Kind::with_letter(*letter).ok_or(Mismatch)?;
        let (number, length) = read_number(after).ok_or(Mismatch)?;
        self.rest = self.rest.get(1 + length..).ok_or(Mismatch)?;
        Ok((kind, number))
    }

    fn text(&mut self, length: usize) -> Result<&'static str> {
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Mismatch)?;
        self.rest = rest;
        Ok(text)
    }

    /// Skips a node.
    fn skip(&mut self) -> Result<()> {
        match self.start()? {
            (Kind::Sequence, size) => (0..size).try_for_each(|_| self.skip()),
            (Kind::Mapping, size) => (0..2 * size).try_for_each(|_| self.skip()),
            (_, length) => self.text(length).map(|_| ()),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Node {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let (kind, number) = self.start()?;
        match kind {
            Kind::Sequence => {
                let mut items = Items { node: self, left: number };
                let value = visitor.visit_seq(&mut items)?;
                return items.all_taken(value);
            }
            Kind::Mapping => {
                let mut entries = Items { node: self, left: number };
                let value = visitor.visit_map(&mut entries)?;
                return entries.all_taken(value);
            }
            _ => {}
        }
        let text = self.text(number)?;
        match kind {
            Kind::Null => visitor.visit_unit(),
            Kind::Boolean => visitor.visit_bool(text.eq_ignore_ascii_case("true")),
            Kind::Integer => match text.parse() {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(text.parse().map_err(|_| Mismatch)?),
            },
            Kind::Float => visitor.visit_f64(text.parse().map_err(|_| Mismatch)?),
            _ => visitor.visit_borrowed_str(text),
        }
    }

    // Whatever kind a scalar has, it can be read as its text.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.start()? {
            (Kind::Sequence | Kind::Mapping, _) => Err(Mismatch),
            (_, length) => visitor.visit_borrowed_str(self.text(length)?),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.rest.as_bytes().first() != Some(&Kind::Null.letter()) {
            return visitor.visit_some(self);
        }
        self.skip()?;
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    // A scalar is a variant without fields. The others have a tag in YAML, and no built-in file has one.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.start()? {
            (Kind::Sequence | Kind::Mapping, _) => Err(Mismatch),
            (_, length) => visitor.visit_enum(self.text(length)?.into_deserializer()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct
    }
}

/// The items of a sequence or the entries of a mapping that are left.
struct Items<'n> {
    node: &'n mut Node,
    left: usize,
}

impl Items<'_> {
    /// The value, unless it left some behind.
    fn all_taken<T>(&self, value: T) -> Result<T> {
        if self.left == 0 { Ok(value) } else { Err(Mismatch) }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Mismatch;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.node).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Items<'_> {
    type Error = Mismatch;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value> {
        seed.deserialize(&mut *self.node)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}
