use serde::Deserialize;

use crate::catalogue::Class;
use crate::error::{Error, ErrorKind, Result};
use crate::output::{Article, Format, Rendered};
use crate::pages::{ComparisonPage, Explanation, found, statuses, targets};
use crate::snippet::Generator;

/// What is asked for is something to read.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(clap::Subcommand))]
pub enum Reading {
    /// Explain a status code: meaning, causes, fixes, examples, questions
    Explain(Explain),
    /// Set two status codes side by side
    Compare(Compare),
    /// Find status codes by what is said about them
    Search(Search),
    /// List the status codes or the targets
    List(List),
}

/// A code to be explained.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Explain {
    /// A status code: its number or its phrase
    pub code: String,
    /// Targets of which examples are shown; none for all of them
    #[cfg_attr(feature = "cli", arg(value_name = "TARGET"))]
    pub targets: Vec<String>,
    /// How it is printed.
    #[cfg_attr(feature = "cli", command(flatten))]
    pub look: Look,
}

/// Two codes to be compared.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Compare {
    /// A status code: its number or its phrase
    pub first: String,
    /// Another one
    pub second: String,
    /// How it is printed.
    #[cfg_attr(feature = "cli", command(flatten))]
    pub look: Look,
}

/// Words to be looked for.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Search {
    /// What to look for; words may be cut short or misspelt
    #[cfg_attr(feature = "cli", arg(required = true, value_name = "WORD"))]
    pub words: Vec<String>,
    /// How many codes are shown at most [default: 10]
    #[cfg_attr(feature = "cli", arg(long, value_name = "N"))]
    pub limit: Option<usize>,
    /// How to print it [default: text]
    #[cfg_attr(feature = "cli", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
}

/// What is to be listed.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct List {
    /// What to list
    #[cfg_attr(feature = "cli", arg(value_enum, default_value_t))]
    pub what: Listed,
    /// Only the codes of this class, such as 4xx
    #[cfg_attr(feature = "cli", arg(long))]
    pub class: Option<Class>,
    /// The codes that IANA does not list as well
    #[cfg_attr(feature = "cli", arg(long))]
    pub unofficial: bool,
    /// How to print it [default: text]
    #[cfg_attr(feature = "cli", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
}

/// How an article is printed.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Look {
    /// How to print it [default: text]
    #[cfg_attr(feature = "cli", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
    /// The level of the title among the headings of a document [default: 2]
    #[cfg_attr(feature = "cli", arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=5)))]
    pub heading: Option<u8>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Listed {
    /// The status codes
    #[default]
    Statuses,
    /// The frameworks
    Targets,
}

impl Reading {
    /// The article that is asked for.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`] and [`Generator::target`], with the nearest one as a hint, and
    /// [`ErrorKind::Option`] for a code that is to be compared with itself.
    pub fn article<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        match self {
            Self::Explain(Explain { code, targets, look }) => {
                Ok(Explanation::new(generator, code, targets)?.article(look.level()))
            }
            Self::Compare(Compare { first, second, look }) => {
                Ok(ComparisonPage::new(generator, first, second)?.article(look.level()))
            }
            Self::Search(search) => {
                let words = search.words.join(" ");
                found(generator, &words, search.limit.unwrap_or(10))
            }
            Self::List(List { what: Listed::Statuses, class, unofficial, .. }) => {
                statuses(generator, *class, *unofficial)
            }
            Self::List(List { what: Listed::Targets, class, unofficial, .. }) => {
                if class.is_some() || *unofficial {
                    let message = "targets have no class and are all official";
                    return Err(Error::new(ErrorKind::Option, message));
                }
                targets(generator)
            }
        }
    }

    /// The article in a format.
    ///
    /// # Errors
    ///
    /// Those of [`article`](Self::article) and [`Format::article`].
    pub fn render(&self, generator: &Generator, format: &dyn Format) -> Result<Rendered> {
        format.article(&self.article(generator)?)
    }

    /// The format that was named, if any.
    pub fn format(&self) -> Option<&'static dyn Format> {
        match self {
            Self::Explain(Explain { look, .. }) | Self::Compare(Compare { look, .. }) => {
                look.format
            }
            Self::Search(Search { format, .. }) | Self::List(List { format, .. }) => *format,
        }
    }
}

impl Look {
    fn level(self) -> u8 {
        self.heading.unwrap_or(2)
    }
}
