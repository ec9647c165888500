use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::request::Request;
use crate::snippet::Form;

/// A request as JSON: the words of the command line, by their names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    code: Code,
    #[serde(default)]
    target: Targets,
    form: Option<Form>,
    path: Option<String>,
    message: Option<String>,
    name: Option<String>,
    port: Option<u16>,
    upstream: Option<String>,
}

impl From<Order> for Request {
    fn from(order: Order) -> Self {
        Self {
            code: order.code.0,
            targets: order.target.0,
            form: order.form,
            format: None,
            path: order.path,
            message: order.message,
            name: order.name,
            port: order.port,
            upstream: order.upstream,
        }
    }
}

/// A code's number or its phrase.
struct Code(String);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor).map(Self)
    }
}

struct CodeVisitor;

impl Visitor<'_> for CodeVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a status code, such as 404 or \"not-found\"")
    }

    fn visit_u64<E>(self, code: u64) -> Result<String, E> {
        Ok(code.to_string())
    }

    fn visit_str<E>(self, code: &str) -> Result<String, E> {
        Ok(code.to_owned())
    }
}

/// One name or several; none for all targets.
#[derive(Default)]
struct Targets(Vec<String>);

impl<'de> Deserialize<'de> for Targets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TargetsVisitor).map(Self)
    }
}

struct TargetsVisitor;

impl<'de> Visitor<'de> for TargetsVisitor {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a target, or an array of such names")
    }

    fn visit_str<E>(self, name: &str) -> Result<Vec<String>, E> {
        Ok(vec![name.to_owned()])
    }

    fn visit_unit<E>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Vec<String>, A::Error> {
        let mut all = Vec::new();
        while let Some(name) = names.next_element()? {
            all.push(name);
        }
        Ok(all)
    }
}
