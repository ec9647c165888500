use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::article_options::ArticleOptions;
use super::compare::Compare;
use super::named::Named;
use super::sections::{only, refuse_data};
use crate::catalogue::{Class, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::output::{Article, Format, Rendered};
use crate::pages::{Explanation, example_options, formats, found, recipes, statuses, targets};
use crate::snippet::Generator;
use crate::targets::Target;

/// A request for an article.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "words", derive(clap::Subcommand))]
pub enum ArticleRequest {
    /// Explain a status code: meaning, causes, fixes, examples, questions
    Explain(Explain),
    /// Compare two status codes
    Compare(Compare),
    /// Search the status codes
    Search(Search),
    /// List codes, targets, recipes, formats, or the options of an example
    List(List),
}

/// A request to explain a code.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct Explain {
    /// A status code: its number or its phrase
    pub code: String,
    /// Targets whose examples to show [default: all of them]
    #[cfg_attr(feature = "words", arg(value_name = "TARGET"))]
    pub targets: Vec<String>,
    /// Print only the sections whose headings contain these words, such as fix or causes; can be repeated
    #[cfg_attr(
        feature = "words",
        arg(long = "section", value_name = "WORDS", value_delimiter = ',')
    )]
    pub sections: Vec<String>,
    /// Targets to take if none is named.
    #[cfg_attr(feature = "words", arg(skip))]
    pub default_targets: Vec<String>,
    /// How it is printed.
    #[cfg_attr(feature = "words", command(flatten))]
    pub options: ArticleOptions,
}

/// A request to search for words.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct Search {
    /// What to search for; words can be incomplete or misspelled
    #[cfg_attr(feature = "words", arg(required = true, value_name = "WORD"))]
    pub words: Vec<String>,
    /// Maximum number of results [default: 10]
    #[cfg_attr(feature = "words", arg(long, value_name = "N"))]
    pub limit: Option<usize>,
    /// Output format [default: text]
    #[cfg_attr(feature = "words", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
}

/// A request for a list.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct List {
    /// What to list
    #[cfg_attr(feature = "words", arg(value_enum, default_value_t))]
    pub what: ListKind,
    /// The code and the target whose options are listed
    #[cfg_attr(feature = "words", arg(value_name = "CODE TARGET"))]
    pub of: Vec<String>,
    /// Only the codes of this class, such as 4xx
    #[cfg_attr(feature = "words", arg(long))]
    pub class: Option<Class>,
    /// Include the codes that IANA does not list
    #[cfg_attr(feature = "words", arg(long))]
    pub unofficial: bool,
    /// Output format [default: text]
    #[cfg_attr(feature = "words", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "words", derive(clap::ValueEnum))]
pub enum ListKind {
    /// The status codes
    #[default]
    #[serde(alias = "statuses")]
    #[cfg_attr(feature = "words", value(alias = "statuses"))]
    Codes,
    /// The frameworks and clients
    Targets,
    /// The recipes: their codes, requests and expected responses
    Recipes,
    /// The output formats
    Formats,
    /// The options of one example: `list options 404 TARGET`
    Options,
}

impl ArticleRequest {
    /// The requested article.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`] and [`Generator::target`], with the nearest one as a hint,
    /// and [`ErrorKind::Option`] if a code is compared with itself or has no such section.
    pub fn article<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        match self {
            Self::Explain(explain) => explain.article(generator),
            Self::Compare(compare) => compare.article(generator),
            Self::Search(search) => {
                let words = search.words.join(" ");
                found(generator, &words, search.limit.unwrap_or(10))
            }
            Self::List(list) => list.article(generator),
        }
    }

    /// The article in a format.
    ///
    /// # Errors
    ///
    /// Those of [`article`](Self::article) and [`Format::article`].
    pub fn render(&self, generator: &Generator, format: &dyn Format) -> Result<Rendered> {
        if let Self::Explain(explain) = self {
            refuse_data(Some(format), &explain.sections)?;
        }
        format.article(&self.article(generator)?)
    }

    /// The requested format, if any.
    pub fn format(&self) -> Option<&'static dyn Format> {
        match self {
            Self::Explain(Explain { options, .. }) | Self::Compare(Compare { options, .. }) => {
                options.format
            }
            Self::Search(Search { format, .. }) | Self::List(List { format, .. }) => *format,
        }
    }
}

impl Explain {
    fn article<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        refuse_data(self.options.format, &self.sections)?;
        let words: Vec<&str> =
            std::iter::once(&self.code).chain(&self.targets).map(String::as_str).collect();
        let Named { statuses, targets } = Named::read(generator, &words)?;
        let [status] = statuses.as_slice() else {
            let message = match statuses.len() {
                0 => "no status code is given".to_owned(),
                count => format!("one code is explained at a time, not {count}"),
            };
            let hint = "name one code, such as `statuscraft explain 404`";
            return Err(Error::new(ErrorKind::Usage, message).with_hint(hint));
        };
        let mut names: Vec<_> = targets.iter().map(|target| target.id().to_owned()).collect();
        if names.is_empty() {
            names.clone_from(&self.default_targets);
        }
        let explanation = Explanation::new(generator, &status.code.to_string(), &names)?;
        let article = explanation.article(self.options.level());
        if self.sections.is_empty() { Ok(article) } else { only(article, &self.sections) }
    }
}

impl List {
    fn article<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        let refused = |message: &str| Err(Error::new(ErrorKind::Option, message));
        if self.what != ListKind::Codes && (self.class.is_some() || self.unofficial) {
            return refused("`--class` and `--unofficial` apply to status codes");
        }
        if self.what != ListKind::Options && !self.of.is_empty() {
            return refused("only `list options` takes a code and a target");
        }
        match self.what {
            ListKind::Codes => statuses(generator, self.class, self.unofficial),
            ListKind::Targets => targets(generator),
            ListKind::Recipes => recipes(generator),
            ListKind::Formats => Ok(formats()),
            ListKind::Options => {
                let words: Vec<&str> = self.of.iter().map(String::as_str).collect();
                let Named { statuses, targets } = Named::read(generator, &words)?;
                if let ([status], [target]) = (statuses.as_slice(), targets.as_slice()) {
                    return example_options(generator, status, target);
                }
                let message = "the options are those of one code in one target";
                let hint = one_of_each(generator, &statuses, targets)?;
                Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
            }
        }
    }
}

/// A request for the options of one example, of those that were requested.
fn one_of_each(
    generator: &Generator,
    statuses: &[&Status],
    mut targets: Vec<Arc<Target>>,
) -> Result<String> {
    let code = statuses.first().map_or("404".into(), |status| status.code.to_string());
    if targets.is_empty() {
        targets = generator.servers()?;
    }
    let names: Vec<_> = targets.iter().map(|target| target.id()).collect();
    let first = names.first().copied().unwrap_or("TARGET");
    Ok(format!(
        "name one code and one target of {}, such as `statuscraft list options {code} {first}`",
        names.join(", ")
    ))
}
