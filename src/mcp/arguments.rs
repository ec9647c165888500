//! The arguments of the tools.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::request::{
    ArticleOptions, ArticleRequest, CodeName, Compare, Explain, List, ListKind, Request, Search,
};
use crate::snippet::Form;

/// What `snippet` needs to know.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SnippetArguments {
    /// The status code, such as 404 or "not found"
    code: CodeName,
    /// Frameworks or languages, such as "flask", "go" or "python"; all frameworks if it is missing
    #[serde(default)]
    targets: Vec<String>,
    /// The complete program, the handler and what it uses, or only the statement that answers
    form: Option<FormName>,
    /// The path of the resource, with the same variables as the default path
    path: Option<String>,
    /// The text in the response
    message: Option<String>,
    /// The name of the handler
    name: Option<String>,
    /// The version that passes every edge case of the protocol, if the usual one does not
    #[serde(default)]
    strict: bool,
    /// The shape of errors: "json" or "problem" (problem details, RFC 9457)
    body: Option<String>,
}

/// How much of an example.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum FormName {
    Program,
    Handler,
    Response,
}

impl From<SnippetArguments> for Request {
    fn from(arguments: SnippetArguments) -> Self {
        Self {
            code: arguments.code.0,
            targets: arguments.targets,
            form: arguments.form.map(|form| match form {
                FormName::Program => Form::Program,
                FormName::Handler => Form::Handler,
                FormName::Response => Form::Response,
            }),
            path: arguments.path,
            message: arguments.message,
            name: arguments.name,
            strict: arguments.strict,
            body: arguments.body,
            ..Self::default()
        }
    }
}

/// What `explain` needs to know.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExplainArguments {
    /// The status code, such as 404 or "not found"
    code: CodeName,
    /// Frameworks whose examples to include, such as "flask"; none if it is missing or empty
    #[serde(default)]
    pub(super) targets: Vec<String>,
}

impl From<ExplainArguments> for ArticleRequest {
    fn from(arguments: ExplainArguments) -> Self {
        Self::Explain(Explain {
            code: arguments.code.0,
            targets: arguments.targets,
            options: whole_document(),
            ..Explain::default()
        })
    }
}

/// What `compare` needs to know.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareArguments {
    /// A status code
    first: CodeName,
    /// Another status code
    second: CodeName,
}

impl From<CompareArguments> for ArticleRequest {
    fn from(arguments: CompareArguments) -> Self {
        let (first, second) = (arguments.first.0, arguments.second.0);
        Self::Compare(Compare { first, second, options: whole_document(), ..Compare::default() })
    }
}

/// What `search` needs to know.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SearchArguments {
    /// Words, an error message, or what happens: "rate limit", "upstream prematurely closed"
    query: String,
    /// The maximum number of results; 10 if it is missing
    limit: Option<usize>,
}

impl From<SearchArguments> for ArticleRequest {
    fn from(arguments: SearchArguments) -> Self {
        let words = vec![arguments.query];
        Self::Search(Search { words, limit: arguments.limit, ..Search::default() })
    }
}

/// What `list` needs to know.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ListArguments {
    /// What to list
    what: ListName,
    /// Only the codes of this class, such as "4xx"
    class: Option<String>,
    /// Whether to include codes that IANA does not list
    #[serde(default)]
    unofficial: bool,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum ListName {
    Codes,
    Targets,
}

impl TryFrom<ListArguments> for ArticleRequest {
    type Error = String;

    fn try_from(arguments: ListArguments) -> Result<Self, String> {
        let what = match arguments.what {
            ListName::Codes => ListKind::Codes,
            ListName::Targets => ListKind::Targets,
        };
        let class = arguments.class.map(|class| class.parse()).transpose()?;
        let unofficial = arguments.unofficial;
        Ok(Self::List(List { what, class, unofficial, ..List::default() }))
    }
}

/// The title is the first heading of the text.
fn whole_document() -> ArticleOptions {
    ArticleOptions { heading: Some(1), ..ArticleOptions::default() }
}
