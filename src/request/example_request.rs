use std::sync::Arc;

use crate::error::Result;
use crate::output::{Format, Page, Rendered, default_format};
use crate::snippet::{Form, Generator, Options};
use crate::targets::Target;

/// A code, targets, options and a format, as the user named them. Missing values have defaults that
/// depend on where the request is made.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Request {
    /// A status code: its number or its phrase, such as 404, not-found or "Not Found"
    pub code: String,
    /// Targets, such as flask, go or curl [default: all servers]
    #[cfg_attr(feature = "cli", arg(value_name = "TARGET"))]
    pub targets: Vec<String>,
    /// Print the complete program, the handler and what it uses, or only the response [default: program]
    #[cfg_attr(feature = "cli", arg(long, value_enum))]
    pub form: Option<Form>,
    /// Print the version that passes every edge case, if the usual one does not
    #[cfg_attr(feature = "cli", arg(long))]
    pub strict: bool,
    /// Format of the content of errors, such as json or problem [default: json]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NAME"))]
    pub body: Option<String>,
    /// How to print it [default: text]
    #[cfg_attr(feature = "cli", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
    /// The path of the resource, as in a URI, with the same variables as the default one [default: the code's own]
    #[cfg_attr(feature = "cli", arg(long, allow_hyphen_values = true))]
    pub path: Option<String>,
    /// The text that the response carries, any Unicode [default: the code's phrase]
    #[cfg_attr(feature = "cli", arg(long, allow_hyphen_values = true))]
    pub message: Option<String>,
    /// Text to name the handler after, if it has a name [default: what the example does]
    #[cfg_attr(feature = "cli", arg(long, allow_hyphen_values = true))]
    pub name: Option<String>,
    /// The port to listen on or to connect to [default: the target's own]
    #[cfg_attr(feature = "cli", arg(long))]
    pub port: Option<u16>,
    /// The server behind a gateway
    #[cfg_attr(
        feature = "cli",
        arg(
            long,
            value_name = "URL",
            help = "URL of the server behind a gateway [default: http://127.0.0.1:9000]"
        )
    )]
    pub upstream: Option<String>,
}

impl Request {
    /// The requested examples.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`] and [`Generator::target`], with the nearest one as a hint,
    /// and those of [`Generator::snippet`] except for unsupported codes.
    pub fn page<'a>(&self, generator: &'a Generator) -> Result<Page<'a>> {
        let status = generator.status(&self.code)?;
        let targets: Vec<Arc<Target>> = match self.targets.as_slice() {
            [] => generator.servers()?,
            ids => generator.distinct_targets(ids)?,
        };
        Page::new(generator, status, &targets, &self.options())
    }

    /// The examples in the requested format, or in the default one.
    ///
    /// # Errors
    ///
    /// Those of [`page`](Self::page) and of [`Format::render`].
    pub fn render(&self, generator: &Generator) -> Result<Rendered> {
        self.show(&self.page(generator)?)
    }

    /// A page of examples in the request's format.
    pub(crate) fn show(&self, page: &Page<'_>) -> Result<Rendered> {
        self.format.unwrap_or_else(default_format).render(page)
    }

    /// The options for the generator.
    pub(crate) fn options(&self) -> Options {
        Options {
            form: self.form.unwrap_or_default(),
            path: self.path.clone(),
            message: self.message.clone(),
            name: self.name.clone(),
            port: self.port,
            upstream: self.upstream.clone(),
            strict: self.strict,
            body: self.body.clone(),
        }
    }
}
