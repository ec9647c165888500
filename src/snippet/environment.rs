use std::borrow::Cow;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Value, ValueKind};
use minijinja::{
    AutoEscape, Environment, ErrorKind as TemplateErrorKind, Output, UndefinedBehavior,
};

use super::filters;
use super::limits::{self, Excess};
use super::no_literal::no_literal;
use super::source_map;
use crate::assets::File;
use crate::error::Result;
use crate::origin::Origin;
use crate::targets::{Language, Target, Targets};

/// How much an overlay's template may do before it is stopped, a byte that it makes being a sixty-fourth:
/// some hundred times what a snippet takes.
const FUEL: u64 = 100_000;

/// A target's template environment. Everything printed is a literal of its language.
pub(super) struct TemplateEnvironment {
    pub(super) target: Arc<Target>,
    pub(super) language: Arc<Language>,
    minijinja: Environment<'static>,
}

impl TemplateEnvironment {
    pub(super) fn new(targets: &Arc<Targets>, target: Arc<Target>, language: &str) -> Result<Self> {
        Self::with_printer(targets, target, language, print)
    }

    /// An environment that prints values in another way.
    pub(super) fn with_printer(
        targets: &Arc<Targets>,
        target: Arc<Target>,
        language: &str,
        print: impl Fn(&mut Output<'_>, &Value, &Language) -> std::result::Result<(), minijinja::Error>
        + Send
        + Sync
        + 'static,
    ) -> Result<Self> {
        let language = targets.language_called(language, &target)?;
        let mut environment =
            if targets.has_overlays() { filters::for_overlays() } else { filters::for_built_in() };
        environment.set_syntax(syntax());
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("literal".into()));
        let literals = Arc::clone(&language);
        environment.set_formatter(move |output, _, value| print(output, value, &literals));
        filters::install(&mut environment, &language, &target);
        let (source, id) = (Arc::clone(targets), target.id().to_owned());
        environment.set_loader(move |name| match source.template(&id, name) {
            Ok(Some(file)) => bounded(file).map(Some),
            Ok(None) => Ok(None),
            Err(error) => {
                Err(minijinja::Error::new(TemplateErrorKind::InvalidOperation, error.to_string()))
            }
        });
        Ok(Self { target, language, minijinja: environment })
    }

    /// A compiled template.
    pub(super) fn template(
        &self,
        name: &str,
    ) -> std::result::Result<minijinja::Template<'_, '_>, minijinja::Error> {
        self.minijinja.get_template(name)
    }

    /// For each line of the output, the template and line that printed its first character.
    pub(super) fn lines(
        &self,
        targets: &Targets,
        name: &str,
        context: Value,
    ) -> Result<Vec<Origin>> {
        let (text, spans) = self
            .template(name)
            .and_then(|template| template.render_with_spans(context))
            .map_err(|error| self.error(targets, name, &error))?;
        Ok(source_map::lines(&text, &spans, |template| self.origin(targets, template)))
    }

    /// An error of the engine, at its place.
    pub(super) fn error(
        &self,
        targets: &Targets,
        name: &str,
        error: &minijinja::Error,
    ) -> crate::error::Error {
        source_map::error(error, name, |template| {
            let source = targets.template(self.target.id(), template).ok().flatten();
            (self.origin(targets, template), source.map(|file| file.text))
        })
    }

    /// Where a template stands.
    pub(super) fn origin(&self, targets: &Targets, template: &str) -> Origin {
        match targets.template(self.target.id(), template) {
            Ok(Some(file)) => file.origin,
            _ => Origin::file(template),
        }
    }
}

/// The text of a template. What is built in has been tested, and is not looked at once more.
fn bounded(file: File) -> std::result::Result<String, minijinja::Error> {
    if let Cow::Owned(text) = &file.text
        && let Err(Excess { line, column, message }) = limits::check(text, syntax())
    {
        let told = format!("{}: {message}", file.origin.at(line, column));
        return Err(minijinja::Error::new(TemplateErrorKind::InvalidOperation, told));
    }
    Ok(file.text.into_owned())
}

/// The template syntax: tabs, spaces and line breaks are kept, and a line with only a tag leaves
/// nothing behind.
pub(crate) fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
        .unwrap_or_default()
}

/// Writes safe values and numbers unchanged and any other text as a literal. Values without a
/// common notation in all languages are refused.
pub(super) fn print(
    output: &mut Output<'_>,
    value: &Value,
    language: &Language,
) -> std::result::Result<(), minijinja::Error> {
    match (value.is_safe(), value.kind(), value.as_str()) {
        (true, _, Some(text)) => output.write_str(text)?,
        (false, _, Some(text)) => match language.refuses(text) {
            None => output.write_str(&language.literal(text))?,
            Some(refused) => return Err(no_literal(refused)),
        },
        (_, ValueKind::Number, _) => write!(output, "{value}")?,
        (_, kind, _) => {
            return Err(minijinja::Error::new(
                TemplateErrorKind::InvalidOperation,
                format!("a value of type {kind} has no literal: print a string or a number"),
            ));
        }
    }
    Ok(())
}
