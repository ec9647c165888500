//! YAML files, parsed once, when the program is built.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::notation::{Kind, write_number};

/// The documents of a file in the notation of the binary.
pub(super) fn documents(text: &str) -> Result<Vec<u8>, serde_yaml::Error> {
    let mut written = Vec::new();
    let shapes = serde_yaml::Deserializer::from_str(text).map(Shape::deserialize);
    // The first pass learns as what each scalar is read, the second one reads its text.
    for (shape, document) in shapes.zip(serde_yaml::Deserializer::from_str(text)) {
        let mut root = Vec::new();
        Node { shape: &shape?, out: &mut root }.deserialize(document)?;
        write_number(root.len(), &mut written);
        written.append(&mut root);
    }
    Ok(written)
}

/// A node without the texts of its scalars.
enum Shape {
    Scalar(Kind),
    Sequence(Vec<Shape>),
    Mapping(Vec<(Shape, Shape)>),
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a node without a tag")
    }

    fn visit_none<E: Error>(self) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Null))
    }

    fn visit_unit<E: Error>(self) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Null))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Boolean))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Integer))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Integer))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Float))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Shape, E> {
        Ok(Shape::Scalar(Kind::Text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Shape, A::Error> {
        let mut shapes = Vec::new();
        while let Some(shape) = items.next_element()? {
            shapes.push(shape);
        }
        Ok(Shape::Sequence(shapes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Shape, A::Error> {
        let mut shapes = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            shapes.push(entry);
        }
        Ok(Shape::Mapping(shapes))
    }
}

/// Writes a node whose shape is known.
struct Node<'a> {
    shape: &'a Shape,
    out: &'a mut Vec<u8>,
}

impl Node<'_> {
    fn start(&mut self, kind: Kind, number: usize) {
        self.out.push(kind.letter());
        write_number(number, self.out);
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.shape {
            Shape::Scalar(_) => deserializer.deserialize_str(self),
            Shape::Sequence(_) => deserializer.deserialize_seq(self),
            Shape::Mapping(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same node as in the first pass")
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        let Shape::Scalar(kind) = self.shape else { return Err(E::custom("no scalar")) };
        self.start(*kind, text.len());
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let Shape::Sequence(shapes) = self.shape else { return Err(A::Error::custom("no list")) };
        self.start(Kind::Sequence, shapes.len());
        for shape in shapes {
            items.next_element_seed(Node { shape, out: self.out })?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        let Shape::Mapping(shapes) = self.shape else { return Err(A::Error::custom("no map")) };
        self.start(Kind::Mapping, shapes.len());
        for (key, value) in shapes {
            entries.next_key_seed(Node { shape: key, out: self.out })?;
            entries.next_value_seed(Node { shape: value, out: self.out })?;
        }
        Ok(())
    }
}
