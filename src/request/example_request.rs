use super::named::Named;
use crate::error::{Error, ErrorKind, Result};
use crate::output::{Format, Page, Rendered, default_format};
use crate::short_quote::word;
use crate::snippet::{Form, Generator, Options};

/// Codes, targets, options and a format, as the user named them. Missing values have defaults that
/// depend on where the request is made.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct Request {
    /// Status codes: numbers, phrases or classes, such as 404, not-found, "Not Found", 404,410 or 5xx
    pub code: String,
    /// Targets or languages, such as flask, go, python or curl [default: all servers]
    #[cfg_attr(feature = "words", arg(value_name = "TARGET"))]
    pub targets: Vec<String>,
    /// A target; can be repeated
    #[cfg_attr(feature = "words", arg(long = "target", short, value_name = "NAME"))]
    pub target: Vec<String>,
    /// All targets of a language, such as python; can be repeated
    #[cfg_attr(
        feature = "words",
        arg(long = "lang", short, value_name = "NAME", visible_alias = "language")
    )]
    pub lang: Vec<String>,
    /// Targets to take if none is named.
    #[cfg_attr(feature = "words", arg(skip))]
    pub default_targets: Vec<String>,
    /// Print the complete program, the handler and what it uses, or only the response [default: program]
    #[cfg_attr(feature = "words", arg(long, value_enum))]
    pub form: Option<Form>,
    /// Print the version that passes every edge case, if the usual one does not
    #[cfg_attr(feature = "words", arg(long))]
    pub strict: bool,
    /// The shape of error responses, such as json or problem [default: json]
    #[cfg_attr(feature = "words", arg(long, value_name = "NAME"))]
    pub body: Option<String>,
    /// Output format [default: text]
    #[cfg_attr(feature = "words", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
    /// Number the lines of code, in formats of site generators that can
    #[cfg_attr(feature = "words", arg(long))]
    pub line_numbers: bool,
    /// The path of the resource, as in a URI, with the same variables as the default path [default: the code's own]
    #[cfg_attr(feature = "words", arg(long, allow_hyphen_values = true))]
    pub path: Option<String>,
    /// The text in the response; any Unicode is allowed [default: the code's phrase]
    #[cfg_attr(feature = "words", arg(long, allow_hyphen_values = true))]
    pub message: Option<String>,
    /// The handler's name, in any spelling [default: what the example does]
    #[cfg_attr(feature = "words", arg(long, allow_hyphen_values = true))]
    pub name: Option<String>,
    /// The port to listen on or to connect to [default: the target's own]
    #[cfg_attr(feature = "words", arg(long, value_parser = port))]
    pub port: Option<u16>,
    /// The server behind a gateway
    #[cfg_attr(
        feature = "words",
        arg(
            long,
            value_name = "URL",
            help = "URL of the server behind a gateway [default: http://127.0.0.1:9000]"
        )
    )]
    pub upstream: Option<String>,
}

impl Request {
    /// The requested examples, a page for each code.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`] and [`Generator::target`], with the nearest one as a hint,
    /// those of [`Generator::snippet`] except for unsupported codes, and
    /// [`ErrorKind::Usage`] if no word is a code.
    pub fn pages<'a>(&self, generator: &'a Generator) -> Result<Vec<Page<'a>>> {
        let Named { statuses, targets } = self.named(generator)?;
        let options = self.options();
        let page = |status: &&'a _| {
            let page = Page::new(generator, status, &targets, &options)?;
            Ok(page.with_line_numbers(self.line_numbers))
        };
        statuses.iter().map(page).collect()
    }

    /// The codes and targets, of which there is at least one each.
    fn named<'a>(&self, generator: &'a Generator) -> Result<Named<'a>> {
        let words: Vec<&str> =
            std::iter::once(&self.code).chain(&self.targets).map(String::as_str).collect();
        let mut named = Named::read(generator, &words)?;
        if named.statuses.is_empty() {
            let given = words.join(" ");
            let hint = match given.trim_matches([' ', ',']) {
                "" => "name a code, such as `404`".to_owned(),
                given => format!("name a code too, such as `404 {}`", word(given)),
            };
            return Err(Error::new(ErrorKind::Usage, "no status code is given").with_hint(hint));
        }
        let targets: Vec<&str> = self.target.iter().flat_map(|names| names.split(',')).collect();
        named.add_targets(generator.distinct_targets(&targets)?);
        for language in self.lang.iter().flat_map(|names| names.split(',')) {
            named.add_targets(generator.targets_of_language(language)?);
        }
        if named.targets.is_empty() {
            named.add_targets(generator.distinct_targets(&self.default_targets)?);
        }
        if named.targets.is_empty() {
            named.targets = generator.servers()?;
        }
        Ok(named)
    }

    /// The examples in the requested format, or in the default one.
    ///
    /// # Errors
    ///
    /// Those of [`pages`](Self::pages) and of [`Format::render`].
    pub fn render(&self, generator: &Generator) -> Result<Rendered> {
        self.show(&self.pages(generator)?)
    }

    /// Pages of examples in the request's format.
    pub(crate) fn show(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        self.format.unwrap_or_else(default_format).pages(pages)
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

/// Reads a port. That it isn't 0 is checked wherever the request comes from.
#[cfg(feature = "words")]
fn port(text: &str) -> std::result::Result<u16, String> {
    text.parse().map_err(|_| format!("expected {}", Options::PORTS))
}
