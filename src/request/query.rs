use super::{ArticleRequest, Request};
use crate::error::Result;
use crate::output::{Format, Rendered};
use crate::snippet::{Form, Generator};

/// A request of any kind.
#[derive(Clone, Debug)]
pub enum Query {
    /// Examples.
    Examples(Request),
    /// An article.
    Article(ArticleRequest),
}

/// Values for what a request leaves out.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The targets of examples.
    pub targets: Vec<String>,
    /// How much of a program is shown.
    pub form: Option<Form>,
    /// Whether examples are strict.
    pub strict: bool,
    /// The shape of errors.
    pub body: Option<String>,
    /// The path of the resource.
    pub path: Option<String>,
    /// The text that the response carries.
    pub message: Option<String>,
    /// The text that handlers are named after.
    pub name: Option<String>,
    /// Whether lines of code are numbered.
    pub line_numbers: bool,
}

impl Query {
    /// Fills in missing values.
    #[must_use]
    pub fn or(mut self, defaults: &Defaults) -> Self {
        match &mut self {
            Self::Examples(request) => {
                request.form = request.form.or(defaults.form);
                request.strict |= defaults.strict;
                request.body = request.body.take().or_else(|| defaults.body.clone());
                request.path = request.path.take().or_else(|| defaults.path.clone());
                request.message = request.message.take().or_else(|| defaults.message.clone());
                request.name = request.name.take().or_else(|| defaults.name.clone());
                request.line_numbers |= defaults.line_numbers;
                request.default_targets.clone_from(&defaults.targets);
            }
            Self::Article(ArticleRequest::Explain(explain)) => {
                explain.default_targets.clone_from(&defaults.targets);
            }
            Self::Article(_) => {}
        }
        self
    }

    /// The requested format, if any.
    pub fn format(&self) -> Option<&'static dyn Format> {
        match self {
            Self::Examples(request) => request.format,
            Self::Article(reading) => reading.format(),
        }
    }

    /// Renders what was requested in a format.
    ///
    /// # Errors
    ///
    /// Those of [`Request::pages`], [`ArticleRequest::article`] and the format.
    pub fn render(&self, generator: &Generator, format: &dyn Format) -> Result<Rendered> {
        match self {
            Self::Examples(request) => format.pages(&request.pages(generator)?),
            Self::Article(reading) => reading.render(generator, format),
        }
    }
}
