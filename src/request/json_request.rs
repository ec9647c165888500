//! Requests in JSON, for programs: batches, and other languages that embed the generator.

use serde::Deserialize;

use super::json_values::{CodeName, LEVEL, Names, fault};
use super::{
    ArticleOptions, ArticleRequest, Compare, Explain, List, ListKind, Query, Request, Search,
};
use crate::error::{Error, ErrorKind, Result};
use crate::output;
use crate::snippet::Form;

/// A request as JSON: the words of the command line, by their names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonRequest {
    code: Option<CodeName>,
    explain: Option<CodeName>,
    compare: Option<[CodeName; 2]>,
    search: Option<String>,
    list: Option<ListKind>,
    class: Option<String>,
    #[serde(default)]
    unofficial: bool,
    #[serde(default)]
    target: Names,
    #[serde(default)]
    lang: Names,
    form: Option<Form>,
    path: Option<String>,
    message: Option<String>,
    name: Option<String>,
    port: Option<u16>,
    upstream: Option<String>,
    #[serde(default)]
    strict: bool,
    #[serde(default)]
    line_numbers: bool,
    body: Option<String>,
    format: Option<String>,
    heading: Option<u8>,
    limit: Option<usize>,
}

impl Query {
    /// Reads a request in JSON: an object whose fields are named like the words of the command
    /// line, for instance `{"code": 429, "target": "flask", "form": "handler"}` or
    /// `{"compare": [401, 403]}`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] if the text is no such object, [`ErrorKind::UnknownFormat`] if there is
    /// no such format. [`render`](Query::render) finds out whether the code and the targets exist.
    pub fn from_json(text: &str) -> Result<Self> {
        let request: JsonRequest = serde_json::from_str(text)
            .map_err(|error| Error::new(ErrorKind::Usage, fault(&error)))?;
        request.try_into()
    }
}

impl TryFrom<JsonRequest> for Query {
    type Error = Error;

    fn try_from(request: JsonRequest) -> Result<Self> {
        if let Some((field, command)) = request.misplaced() {
            return usage(&format!("`{field}` belongs to `{command}`"), "leave it out");
        }
        if let Some(level) = request.heading.filter(|level| !(1..=5).contains(level)) {
            return usage(&format!("`heading` can't be `{level}`"), &format!("expected {LEVEL}"));
        }
        let format = request.format.as_deref().map(output::format).transpose()?;
        let options = ArticleOptions { format, heading: request.heading };
        let targets = request.target.0;
        Ok(match (request.code, request.explain, request.compare, request.search, request.list) {
            (Some(code), None, None, None, None) => Self::Examples(Request {
                code: code.0,
                targets,
                lang: request.lang.0,
                form: request.form,
                format,
                path: request.path,
                message: request.message,
                name: request.name,
                port: request.port,
                upstream: request.upstream,
                strict: request.strict,
                line_numbers: request.line_numbers,
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
                Self::Article(ArticleRequest::Compare(Compare {
                    first,
                    second,
                    options,
                    ..Compare::default()
                }))
            }
            (None, None, None, Some(words), None) => {
                let (words, limit) = (vec![words], request.limit);
                Self::Article(ArticleRequest::Search(Search { words, limit, format }))
            }
            (None, None, None, None, Some(what)) => {
                let class = request.class.map(|class| class.parse()).transpose();
                let class = class.map_err(|fault| Error::new(ErrorKind::Usage, fault))?;
                let unofficial = request.unofficial;
                let list = List { what, class, unofficial, format, ..List::default() };
                Self::Article(ArticleRequest::List(list))
            }
            (None, None, None, None, None) => {
                return usage("missing field `code`", ONE);
            }
            _ => {
                return usage("a request has only one of them", ONE);
            }
        })
    }
}

impl JsonRequest {
    /// A field that has no effect in this request, and the field of the requests that it is for.
    fn misplaced(&self) -> Option<(&'static str, &'static str)> {
        let of_code = [
            ("form", self.form.is_some()),
            ("path", self.path.is_some()),
            ("message", self.message.is_some()),
            ("name", self.name.is_some()),
            ("port", self.port.is_some()),
            ("upstream", self.upstream.is_some()),
            ("strict", self.strict),
            ("line_numbers", self.line_numbers),
            ("body", self.body.is_some()),
            ("lang", !self.lang.0.is_empty()),
        ];
        let of_articles = [("heading", self.heading.is_some())];
        let of_search = [("limit", self.limit.is_some())];
        let of_list = [("class", self.class.is_some()), ("unofficial", self.unofficial)];
        let article = self.explain.is_some() || self.compare.is_some();
        let misplaced = |fields: &[(&'static str, bool)], wanted: bool| {
            fields.iter().find(|(_, given)| *given && !wanted).map(|(field, _)| *field)
        };
        let other = article || self.search.is_some() || self.list.is_some();
        None.or_else(|| Some((misplaced(&of_code, !other)?, "code")))
            .or_else(|| Some((misplaced(&of_articles, article)?, "explain")))
            .or_else(|| Some((misplaced(&of_search, self.search.is_some())?, "search")))
            .or_else(|| Some((misplaced(&of_list, self.list.is_some())?, "list")))
    }
}

const ONE: &str = "expected one of `code`, `explain`, `compare`, `search` and `list`";

fn usage(message: &str, hint: &str) -> Result<Query> {
    Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
}
