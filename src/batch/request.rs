use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::error::{Error, ErrorKind, Result};
use crate::request::{
    ArticleOptions, ArticleRequest, Compare, Explain, List, ListKind, Query, Request, Search,
};
use crate::snippet::Form;

/// A request as JSON: the words of the command line, by their names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BatchRequest {
    code: Option<Code>,
    explain: Option<Code>,
    compare: Option<[Code; 2]>,
    search: Option<String>,
    list: Option<ListKind>,
    class: Option<String>,
    #[serde(default)]
    unofficial: bool,
    #[serde(default)]
    target: Targets,
    form: Option<Form>,
    path: Option<String>,
    message: Option<String>,
    name: Option<String>,
    port: Option<u16>,
    upstream: Option<String>,
    #[serde(default)]
    strict: bool,
    body: Option<String>,
}

impl TryFrom<BatchRequest> for Query {
    type Error = Error;

    fn try_from(request: BatchRequest) -> Result<Self> {
        let targets = request.target.0;
        let options = ArticleOptions::default();
        if request.list.is_none() && (request.class.is_some() || request.unofficial) {
            let message = "`class` and `unofficial` belong to `list`";
            return Err(Error::new(ErrorKind::Usage, message));
        }
        Ok(match (request.code, request.explain, request.compare, request.search, request.list) {
            (Some(code), None, None, None, None) => Self::Examples(Request {
                code: code.0,
                targets,
                form: request.form,
                format: None,
                path: request.path,
                message: request.message,
                name: request.name,
                port: request.port,
                upstream: request.upstream,
                strict: request.strict,
                body: request.body,
                ..Request::default()
            }),
            (None, Some(code), None, None, None) => {
                Self::Article(ArticleRequest::Explain(Explain {
                    code: code.0,
                    targets,
                    options,
                    ..Explain::default()
                }))
            }
            (None, None, Some([first, second]), None, None) => {
                let (first, second) = (first.0, second.0);
                Self::Article(ArticleRequest::Compare(Compare { first, second, options }))
            }
            (None, None, None, Some(words), None) => {
                Self::Article(ArticleRequest::Search(Search {
                    words: vec![words],
                    ..Search::default()
                }))
            }
            (None, None, None, None, Some(what)) => {
                let class = request.class.map(|class| class.parse()).transpose();
                let class = class.map_err(|fault| Error::new(ErrorKind::Usage, fault))?;
                let unofficial = request.unofficial;
                Self::Article(ArticleRequest::List(List {
                    what,
                    class,
                    unofficial,
                    ..List::default()
                }))
            }
            (None, None, None, None, None) => {
                let message = "missing field `code`";
                return Err(Error::new(ErrorKind::Usage, message).with_hint(ONE));
            }
            _ => {
                let message = "a request has only one of them";
                return Err(Error::new(ErrorKind::Usage, message).with_hint(ONE));
            }
        })
    }
}

const ONE: &str = "expected one of `code`, `explain`, `compare`, `search` and `list`";

/// A code's number or its phrase.
struct Code(String);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor).map(Self)
    }
}

struct CodeVisitor;

impl Visitor<'_> for CodeVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a status code, such as 404 or \"not-found\"")
    }

    fn visit_u64<E>(self, code: u64) -> std::result::Result<String, E> {
        Ok(code.to_string())
    }

    fn visit_str<E>(self, code: &str) -> std::result::Result<String, E> {
        Ok(code.to_owned())
    }
}

/// One name or several; none for all targets.
#[derive(Default)]
struct Targets(Vec<String>);

impl<'de> Deserialize<'de> for Targets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(TargetsVisitor).map(Self)
    }
}

struct TargetsVisitor;

impl<'de> Visitor<'de> for TargetsVisitor {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a target, or an array of such names")
    }

    fn visit_str<E>(self, name: &str) -> std::result::Result<Vec<String>, E> {
        Ok(vec![name.to_owned()])
    }

    fn visit_unit<E>(self) -> std::result::Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut names: A,
    ) -> std::result::Result<Vec<String>, A::Error> {
        let mut all = Vec::new();
        while let Some(name) = names.next_element()? {
            all.push(name);
        }
        Ok(all)
    }
}
