//! Finds literals that a template prints inside of quotes.
//!
//! The program is rendered with a mark around each literal. Where a literal stands inside of quotes,
//! the program is rendered once more and stopped at that literal, so that the error names its place.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::value::Value;
use minijinja::{Error as TemplateError, ErrorKind as TemplateErrorKind, Output};

use super::context::{Context, context};
use super::environment::{self, TemplateEnvironment};
use super::generator::Generator;
use super::options::Options;
use crate::catalogue::Status;
use crate::error::{Error, Result};
use crate::targets::{Language, Target};

/// Private characters that stand around a literal and after its number.
const OPEN: char = '\u{f0000}';
const NUMBERED: char = '\u{f0001}';
const CLOSE: char = '\u{f0002}';

/// No literal has this number.
const NONE: usize = usize::MAX;

/// A target's environment that marks literals.
pub(crate) struct MarkedLiterals {
    environment: TemplateEnvironment,
    counter: Arc<Counter>,
}

/// Numbers the literals of a program in the order in which they are printed.
struct Counter {
    next: AtomicUsize,
    /// The literal at which rendering stops.
    stop: AtomicUsize,
}

impl Generator {
    /// What finds literals inside of quotes in a target's templates.
    pub(crate) fn marked_literals(&self, target: &Target) -> Result<MarkedLiterals> {
        let counter = Arc::new(Counter { next: AtomicUsize::new(0), stop: AtomicUsize::new(NONE) });
        let seen = Arc::clone(&counter);
        let found = self.targets.find(target.id())?;
        let environment = TemplateEnvironment::with_printer(
            &self.targets,
            found,
            &target.language,
            move |output, value, language| seen.print(output, value, language),
        )?;
        Ok(MarkedLiterals { environment, counter })
    }

    /// The literals inside of quotes in the program of a code, each as an error at its place.
    pub(crate) fn quoted_literals(
        &self,
        marked: &MarkedLiterals,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<Vec<Error>> {
        let Ok(template) = self.service(status, target, options)? else { return Ok(Vec::new()) };
        let render = |stop: usize| -> Result<String> {
            marked.counter.next.store(0, Ordering::Relaxed);
            marked.counter.stop.store(stop, Ordering::Relaxed);
            let context = Context::value(&context(status, target, options)?);
            let rendered = marked.environment.render(&self.targets, &template.name, context)?;
            Ok(rendered.text().to_owned())
        };
        let quoted = quoted(&render(NONE)?, &marked.environment.language);
        let stopped = quoted.into_iter().filter_map(|number| render(number).err());
        Ok(stopped
            .map(|error| {
                error.with_hint(
                    "quotes are part of the literal: write none, and join texts before they are \
                     printed, as in `{{ \"Hello, \" ~ message }}`",
                )
            })
            .collect())
    }
}

impl Counter {
    fn print(
        &self,
        output: &mut Output<'_>,
        value: &Value,
        language: &Language,
    ) -> std::result::Result<(), TemplateError> {
        if value.is_safe() || value.as_str().is_none() || language.is_text() {
            return environment::print(output, value, language);
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        if number == self.stop.load(Ordering::Relaxed) {
            return Err(TemplateError::new(
                TemplateErrorKind::InvalidOperation,
                "a literal inside of quotes",
            ));
        }
        write!(output, "{OPEN}{number}{NUMBERED}")?;
        environment::print(output, value, language)?;
        write!(output, "{CLOSE}")?;
        Ok(())
    }
}

/// The numbers of the marked literals that stand inside of quotes. Each line is read for itself, and
/// what follows the sign of a comment isn't read.
fn quoted(text: &str, language: &Language) -> Vec<usize> {
    text.lines().flat_map(|line| quoted_in_line(line, language)).collect()
}

fn quoted_in_line(line: &str, language: &Language) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open: Option<char> = None;
    let mut before = ' ';
    let mut rest = line;
    while let Some(one) = rest.chars().next() {
        if open.is_none() && language.begins_comment(rest) {
            break;
        }
        let (_, after) = rest.split_at(one.len_utf8());
        rest = after;
        match one {
            OPEN => {
                let Some((number, literal)) = after.split_once(NUMBERED) else { break };
                let Some((_, behind)) = literal.split_once(CLOSE) else { break };
                let between = "\"'`".contains(before) && behind.starts_with(before);
                if open.is_some() || between {
                    found.extend(number.parse::<usize>());
                }
                rest = behind;
            }
            '\\' => {
                let escaped = after.chars().next().map_or(0, char::len_utf8);
                rest = after.split_at(escaped).1;
            }
            quote if open == Some(quote) => open = None,
            quote if open.is_none() && language.quotes_with(quote) => open = Some(quote),
            _ => {}
        }
        before = one;
    }
    found
}
