//! Each example, in every form, tier and shape.

use super::Lint;
use crate::catalogue::{Body, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::{Form, MarkedLiterals, Options, Snippet};
use crate::targets::Target;

impl Lint<'_> {
    /// Renders the examples of a code. Returns the error if the target forgot the code.
    pub(super) fn example(
        &mut self,
        status: &Status,
        target: &Target,
        bodies: &[String],
        marked: Option<&MarkedLiterals>,
    ) -> Option<Error> {
        let usual = Options::default();
        let example = match self.generator.snippet(status, target, &usual) {
            Err(error) if error.kind() == ErrorKind::Gap => return Some(error),
            other => self.keep(other),
        };
        let strict = Options { strict: true, ..usual.clone() };
        let strict_example = match &example {
            Some(example) if !example.has_strict => None,
            // A code without a usual example may have a strict one.
            _ => self.keep(self.generator.snippet(status, target, &strict)),
        };
        let mut whole = example.is_some();
        for (options, example) in [(&usual, &example), (&strict, &strict_example)] {
            if example.is_some() {
                whole &= self.forms(status, target, options);
            }
        }
        let is_own = marked.is_some() || self.folders.have_code(status.code);
        for body in bodies.iter().filter(|name| *name != Body::DEFAULT) {
            let options = Options { body: Some(body.clone()), ..usual.clone() };
            let shaped = self.keep(self.generator.snippet(status, target, &options));
            whole &= shaped.is_some();
            if is_own && let Some(shaped) = &shaped {
                self.syntax.add(status, target, Some(&options), shaped);
            }
        }
        if is_own {
            let both = [(&usual, &example), (&strict, &strict_example)];
            for (options, example) in both {
                let Some(example) = example else { continue };
                self.syntax.add(status, target, Some(options), example);
                self.response_of(example, target);
                self.quoted(status, target, options, marked);
            }
            self.attempt(status, target);
        }
        if let (Some(usual), Some(strict)) = (&example, &strict_example) {
            self.same(status, usual, strict);
        }
        self.snippets += usize::from(whole);
        None
    }

    /// Reports literals inside of quotes.
    fn quoted(
        &mut self,
        status: &Status,
        target: &Target,
        options: &Options,
        marked: Option<&MarkedLiterals>,
    ) {
        let Some(marked) = marked else { return };
        let quoted = self.generator.quoted_literals(marked, status, target, options);
        self.faults.extend(quoted.unwrap_or_else(|error| vec![error]));
    }

    /// Reports a block `response` that is no part of the program.
    fn response_of(&mut self, example: &Snippet, target: &Target) {
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.trim().to_owned()).filter(|it| !it.is_empty()).collect()
        };
        let (program, response) = (lines(&example.text), lines(&example.parts.response));
        let is_part = program.join("\n").contains(&response.join("\n"));
        if target.is_client() || response.is_empty() || is_part {
            return;
        }
        let message = format!("the program for {} does not contain its response", example.code);
        let fault = Error::new(ErrorKind::Template, message)
            .with_hint("put `{% block response %}` inside the block `handler`");
        self.faults.push(match target.origin() {
            Some(origin) => fault.at(origin.clone()),
            None => fault,
        });
    }

    /// Renders the attempt at a code that the target can't produce.
    fn attempt(&mut self, status: &Status, target: &Target) {
        if target.unsupported.contains_key(&status.code) {
            let attempt = self.generator.attempt(status, target, &Options::default());
            if let Some(Some(attempt)) = self.keep(attempt) {
                self.syntax.add(status, target, None, &attempt);
            }
        }
    }

    /// Renders the handler and the response.
    fn forms(&mut self, status: &Status, target: &Target, options: &Options) -> bool {
        let with = |form| Options { form, ..options.clone() };
        let handler = self.generator.snippet(status, target, &with(Form::Handler));
        let handler = self.keep(handler).is_some();
        match self.generator.snippet(status, target, &with(Form::Response)) {
            // What a built-in template lacks is not the overlay's fault.
            Err(error) if !error.origin().is_some_and(|it| self.folders.have(it)) => handler,
            other => self.keep(other).is_some() && handler,
        }
    }

    /// Reports a strict template that makes no difference.
    fn same(&mut self, status: &Status, usual: &Snippet, strict: &Snippet) {
        let differ = usual.text != strict.text || usual.files != strict.files;
        let folder = format!("snippet-templates/{}/strict", usual.target);
        let recipe = status.recipe.as_ref();
        let recipe = recipe.and_then(|it| self.folders.path(&format!("{folder}/recipes/{it}.j2")));
        // It may be there so that the strict template of its recipe doesn't apply.
        if recipe.is_some() {
            return;
        }
        let Some(path) = self.folders.path(&folder).filter(|path| path.is_dir() && !differ) else {
            return;
        };
        let message = format!("the strict template for {} prints the usual example", usual.code);
        self.faults.push(
            Error::new(ErrorKind::Template, message)
                .at(Origin::file(path.display().to_string()))
                .with_hint("without it, `--strict` prints the usual example anyway"),
        );
    }

    /// Reports shapes of the overlay that a target's template for errors does not know.
    pub(super) fn idle_bodies(&mut self, target: &Target, statuses: &[&Status], bodies: &[String]) {
        for body in bodies.iter().filter(|name| *name != Body::DEFAULT) {
            let in_overlay = self.folders.path(&format!("data/bodies/{body}.yaml"));
            if in_overlay.is_none() || target.is_client() || self.knows(target, statuses, body) {
                continue;
            }
            let file = format!("snippet-templates/{}/body.j2", target.id());
            let message = format!("the body `{body}` makes no difference to any example");
            self.faults.push(
                Error::new(ErrorKind::Template, message)
                    .at(Origin::file(file))
                    .with_hint(format!("write that shape where `body == \"{body}\"`")),
            );
        }
    }

    /// Whether some example of the target differs from the usual one in that shape. What can't be
    /// rendered has been reported.
    fn knows(&self, target: &Target, statuses: &[&Status], body: &str) -> bool {
        let text = |status: &Status, body: Option<&str>| -> Result<_> {
            let options = Options { body: body.map(str::to_owned), ..Options::default() };
            let made = self.generator.snippet(status, target, &options)?;
            Ok((made.text, made.files))
        };
        statuses.iter().any(|status| match (text(status, None), text(status, Some(body))) {
            (Ok(usual), Ok(other)) => usual != other,
            _ => false,
        })
    }
}
