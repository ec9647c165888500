//! Requests in JSON, for programs: lines of a batch, and other languages that embed the generator.

use schemars::JsonSchema;
use serde::Deserialize;

use super::json_fields::{CALL, COMMANDS, Command, Source};
use super::json_values::{CodeName, Id, LEVEL, Names};
use super::{
    ArticleOptions, ArticleRequest, Compare, Explain, List, ListKind, Query, Request, Search,
};
use crate::error::{Error, ErrorKind, Result};
use crate::output;
use crate::snippet::Form;

/// A request as JSON: the words of the command line, by their names. A [`Source`] doesn't have all of the fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JsonRequest {
    /// Returned with the response: a text or an integer.
    pub(crate) id: Option<Id>,
    /// The codes of the examples: a number, a phrase, a class such as `4xx`, or several with commas.
    #[serde(default)]
    #[schemars(with = "CodeName")]
    code: Option<CodeName>,
    /// The code to explain.
    #[serde(default)]
    #[schemars(with = "CodeName")]
    explain: Option<CodeName>,
    /// The two codes to compare.
    #[serde(default)]
    #[schemars(with = "[CodeName; 2]")]
    compare: Option<[CodeName; 2]>,
    /// The words to search for.
    #[serde(default)]
    #[schemars(with = "String")]
    search: Option<String>,
    /// What to list.
    #[serde(default)]
    #[schemars(with = "ListKind")]
    list: Option<ListKind>,
    /// A target or several, for `code` and `explain`. By default all servers.
    target: Option<Names>,
    /// A language or several, for `code`: all of its targets.
    lang: Option<Names>,
    /// How much of the program is printed, for `code`.
    form: Option<Form>,
    /// The path of the resource, for `code`.
    path: Option<String>,
    /// The text in the response, for `code`.
    message: Option<String>,
    /// The name of the handler, for `code`.
    name: Option<String>,
    /// The port to listen on or to connect to, for `code`.
    port: Option<u16>,
    /// The server behind a gateway, for `code`.
    upstream: Option<String>,
    /// Whether examples pass every edge case, for `code`.
    strict: Option<bool>,
    /// The shape of errors, for `code`.
    body: Option<String>,
    /// The maximum number of results, for `search`.
    limit: Option<usize>,
    /// The class of the codes, for `list`.
    class: Option<String>,
    /// Whether codes that IANA does not list are included, for `list`.
    unofficial: Option<bool>,
    /// The code and the target whose options are listed, for `list`.
    of: Option<Names>,
    /// The output format.
    format: Option<String>,
    /// Whether lines of code are numbered, for `code`.
    line_numbers: Option<bool>,
    /// The level of the title, for `explain` and `compare`.
    heading: Option<u8>,
}

/// What a request that is none should be.
pub(crate) const EXAMPLE: &str = "a request is an object, such as `{\"code\": 404}`";

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
        // The JSON library would take an array for the fields of an object.
        if text.trim_start().starts_with('[') {
            let error = Error::new(ErrorKind::Usage, "the request is not an object");
            return Err(error.with_hint(EXAMPLE));
        }
        let request: JsonRequest = serde_json::from_str(text)
            .map_err(|error| Error::new(ErrorKind::Usage, CALL.fault(&error)))?;
        request.query(CALL)
    }
}

impl JsonRequest {
    /// The request that it is.
    pub(crate) fn query(self, source: Source) -> Result<Query> {
        let command = self.command()?;
        source.check(command, &self.given())?;
        if let Some(level) = self.heading.filter(|level| !(1..=5).contains(level)) {
            let error = Error::new(ErrorKind::Usage, format!("`heading` can't be `{level}`"));
            return Err(error.with_hint(format!("expected {LEVEL}")));
        }
        let format = self.format.as_deref().map(output::format).transpose()?;
        let options = ArticleOptions { format, heading: self.heading };
        Ok(Query::Article(match command {
            Command::Code => {
                return Ok(Query::Examples(Request { format, ..self.examples() }));
            }
            Command::Explain => ArticleRequest::Explain(Explain {
                code: self.explain.unwrap_or_default().0,
                targets: names(self.target),
                options,
                ..Explain::default()
            }),
            Command::Compare => {
                let [first, second] = self.compare.unwrap_or_default();
                let (first, second) = (first.0, second.0);
                ArticleRequest::Compare(Compare { first, second, options, ..Compare::default() })
            }
            Command::Search => {
                let words = self.search.into_iter().collect();
                ArticleRequest::Search(Search { words, limit: self.limit, format })
            }
            Command::List => {
                let class = self.class.map(|class| class.parse()).transpose();
                let class = class.map_err(|fault| Error::new(ErrorKind::Usage, fault))?;
                ArticleRequest::List(List {
                    what: self.list.unwrap_or_default(),
                    of: names(self.of),
                    class,
                    unofficial: self.unofficial.unwrap_or_default(),
                    format,
                })
            }
        }))
    }

    /// The command, of which there must be one.
    fn command(&self) -> Result<Command> {
        let is_given = |command: &Command| match command {
            Command::Code => self.code.is_some(),
            Command::Explain => self.explain.is_some(),
            Command::Compare => self.compare.is_some(),
            Command::Search => self.search.is_some(),
            Command::List => self.list.is_some(),
        };
        let mut commands = COMMANDS.into_iter().filter(is_given);
        let message = match (commands.next(), commands.next()) {
            (Some(command), None) => return Ok(command),
            (None, _) => "missing field `code`",
            (Some(_), Some(_)) => "a request has only one of them",
        };
        let hint = "expected one of `code`, `explain`, `compare`, `search` and `list`";
        Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
    }

    /// The names of the options that have a value.
    fn given(&self) -> Vec<&'static str> {
        let options = [
            ("id", self.id.is_some()),
            ("target", self.target.is_some()),
            ("lang", self.lang.is_some()),
            ("form", self.form.is_some()),
            ("path", self.path.is_some()),
            ("message", self.message.is_some()),
            ("name", self.name.is_some()),
            ("port", self.port.is_some()),
            ("upstream", self.upstream.is_some()),
            ("strict", self.strict.is_some()),
            ("body", self.body.is_some()),
            ("limit", self.limit.is_some()),
            ("class", self.class.is_some()),
            ("unofficial", self.unofficial.is_some()),
            ("of", self.of.is_some()),
            ("format", self.format.is_some()),
            ("line_numbers", self.line_numbers.is_some()),
            ("heading", self.heading.is_some()),
        ];
        options.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name).collect()
    }

    fn examples(self) -> Request {
        Request {
            code: self.code.unwrap_or_default().0,
            targets: names(self.target),
            lang: names(self.lang),
            form: self.form,
            path: self.path,
            message: self.message,
            name: self.name,
            port: self.port,
            upstream: self.upstream,
            strict: self.strict.unwrap_or_default(),
            line_numbers: self.line_numbers.unwrap_or_default(),
            body: self.body,
            ..Request::default()
        }
    }
}

fn names(names: Option<Names>) -> Vec<String> {
    names.map(|names| names.0).unwrap_or_default()
}
