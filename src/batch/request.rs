use schemars::JsonSchema;
use serde::Deserialize;

use super::fields::{self, Command};
use super::id::Id;
use crate::error::{Error, ErrorKind, Result};
use crate::request::{
    ArticleOptions, ArticleRequest, CodeName, Compare, Explain, List, ListKind, Names, Query,
    Request, Search,
};
use crate::snippet::Form;

/// A line of a batch: the words of the command line, by their names.
///
/// It has exactly one of `code`, `explain`, `compare`, `search` and `list`, and the options of that
/// command.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "statuscraft batch request")]
pub(super) struct BatchRequest {
    /// Returned with the response: a text or an integer.
    pub(super) id: Option<Id>,
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
}

impl TryFrom<BatchRequest> for Query {
    type Error = Error;

    fn try_from(mut request: BatchRequest) -> Result<Self> {
        let command = request.command()?;
        fields::check(command, &request.given())?;
        let options = ArticleOptions::default();
        Ok(match command {
            Command::Code => Self::Examples(request.examples()),
            Command::Explain => Self::Article(ArticleRequest::Explain(Explain {
                code: request.explain.take().unwrap_or_default().0,
                targets: names(request.target),
                options,
                ..Explain::default()
            })),
            Command::Compare => {
                let [first, second] = request.compare.take().unwrap_or_default();
                let (first, second) = (first.0, second.0);
                Self::Article(ArticleRequest::Compare(Compare {
                    first,
                    second,
                    options,
                    ..Compare::default()
                }))
            }
            Command::Search => Self::Article(ArticleRequest::Search(Search {
                words: request.search.take().into_iter().collect(),
                limit: request.limit,
                ..Search::default()
            })),
            Command::List => {
                let class = request.class.map(|class| class.parse()).transpose();
                let class = class.map_err(|fault| Error::new(ErrorKind::Usage, fault))?;
                Self::Article(ArticleRequest::List(List {
                    what: request.list.unwrap_or_default(),
                    of: names(request.of),
                    class,
                    unofficial: request.unofficial.unwrap_or_default(),
                    ..List::default()
                }))
            }
        })
    }
}

impl BatchRequest {
    /// The command, of which there must be one.
    fn command(&self) -> Result<Command> {
        let given = [
            (Command::Code, self.code.is_some()),
            (Command::Explain, self.explain.is_some()),
            (Command::Compare, self.compare.is_some()),
            (Command::Search, self.search.is_some()),
            (Command::List, self.list.is_some()),
        ];
        let mut commands = given.into_iter().filter(|(_, is_given)| *is_given);
        let message = match (commands.next(), commands.next()) {
            (Some((command, _)), None) => return Ok(command),
            (None, _) => "missing field `code`",
            (Some(_), Some(_)) => "a request has only one of them",
        };
        let hint = "expected one of `code`, `explain`, `compare`, `search` and `list`";
        Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
    }

    /// The names of the options that have a value.
    fn given(&self) -> Vec<&'static str> {
        let options = [
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
            body: self.body,
            ..Request::default()
        }
    }
}

fn names(names: Option<Names>) -> Vec<String> {
    names.map(|names| names.0).unwrap_or_default()
}
