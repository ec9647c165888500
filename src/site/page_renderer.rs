//! The template environment of the pages. Everything printed is escaped for HTML.

use minijinja::{
    AutoEscape, Environment, ErrorKind as TemplateErrorKind, Output, State, UndefinedBehavior,
    Value, escape_formatter,
};

use super::{address, prose};
use crate::assets::Assets;
use crate::catalogue::Code;
use crate::error::{Error, Result};
use crate::origin::Origin;
use crate::output::entity;
use crate::snippet::{source_map, syntax};

/// The folder of the templates.
const FOLDER: &str = "page-templates";

/// How much a page's template may execute before it is stopped: some hundred times the largest
/// page.
const FUEL: u64 = 20_000_000;

/// Renders pages.
pub(super) struct PageRenderer {
    assets: Assets,
    environment: Environment<'static>,
}

impl PageRenderer {
    /// A renderer for a site in which these pairs have a page.
    pub(super) fn new(
        assets: &Assets,
        site: Value,
        has_pair: impl Fn(Code, Code) -> bool + Send + Sync + 'static,
    ) -> Self {
        let mut environment = Environment::new();
        environment.set_syntax(syntax());
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|name| match name.rsplit('.').next() {
            Some("txt" | "j2") => AutoEscape::None,
            _ => AutoEscape::Html,
        });
        environment.set_formatter(print);
        let source = assets.clone();
        environment.set_loader(move |name| match source.read(&format!("{FOLDER}/{name}")) {
            Ok(file) => Ok(file.map(|file| file.text.into_owned())),
            Err(error) => {
                Err(minijinja::Error::new(TemplateErrorKind::InvalidOperation, error.to_string()))
            }
        });
        environment.add_filter("prose", |text: &str| Value::from_safe_string(prose::html(text)));
        environment.add_filter("plain", |text: &str| prose::plain(text));
        environment.add_function("pair", move |one: u16, other: u16| {
            let codes = Code::new(one).zip(Code::new(other));
            codes
                .filter(|(one, other)| has_pair(*one, *other))
                .map(|(one, other)| address::pair(one, other))
        });
        environment.add_global("site", site);
        Self { assets: assets.clone(), environment }
    }

    /// Renders a page with the template of that name.
    pub(super) fn print(&self, name: &str, context: Value) -> Result<String> {
        self.environment
            .get_template(name)
            .and_then(|template| template.render(context))
            .map_err(|error| self.error(name, &error))
    }

    fn error(&self, name: &str, error: &minijinja::Error) -> Error {
        source_map::error(error, name, |template| {
            let name = format!("{FOLDER}/{template}");
            match self.assets.read(&name) {
                Ok(Some(file)) => (file.origin, Some(file.text)),
                _ => (Origin::file(name), None),
            }
        })
    }
}

/// Writes text escaped for HTML text and attributes, as briefly as possible: a slash is not
/// escaped.
fn print(
    output: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> std::result::Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && *state.auto_escape() == AutoEscape::Html => {
            Ok(output.write_str(&entity::attribute(text))?)
        }
        _ => escape_formatter(output, state, value),
    }
}
