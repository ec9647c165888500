//! Each example, in every form, tier and shape.

use super::Lint;
use crate::catalogue::{Body, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::{Form, Options, Snippet};
use crate::targets::Target;

impl Lint<'_> {
    /// Renders the examples of a code. Returns the error if the target forgot the code.
    pub(super) fn example(
        &mut self,
        status: &Status,
        target: &Target,
        bodies: &[String],
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
        for body in bodies.iter().filter(|name| *name != Body::DEFAULT) {
            let options = Options { body: Some(body.clone()), ..usual.clone() };
            whole &= self.keep(self.generator.snippet(status, target, &options)).is_some();
        }
        if let (Some(usual), Some(strict)) = (&example, &strict_example) {
            self.same(usual, strict);
        }
        self.snippets += usize::from(whole);
        None
    }

    /// Renders the handler and the response.
    fn forms(&mut self, status: &Status, target: &Target, options: &Options) -> bool {
        let with = |form| Options { form, ..options.clone() };
        let handler = self.generator.snippet(status, target, &with(Form::Handler));
        let handler = self.keep(handler).is_some();
        match self.generator.snippet(status, target, &with(Form::Response)) {
            // What a built-in template lacks is not the overlay's fault.
            Err(error) if !self.is_in_overlay(&error) => handler,
            other => self.keep(other).is_some() && handler,
        }
    }

    /// Reports a strict template that makes no difference.
    fn same(&mut self, usual: &Snippet, strict: &Snippet) {
        let differ = usual.text != strict.text || usual.files != strict.files;
        let folder = format!("snippet-templates/{}/strict", usual.target);
        if differ || !self.folder.join(&folder).is_dir() {
            return;
        }
        let message = format!("the strict template for {} prints the usual example", usual.code);
        self.faults.push(
            Error::new(ErrorKind::Template, message)
                .at(Origin::file(self.folder.join(folder).display().to_string()))
                .with_hint("without it, `--strict` prints the usual example anyway"),
        );
    }

    /// Reports shapes of the overlay that a target's template for errors does not know.
    pub(super) fn idle_bodies(&mut self, target: &Target, statuses: &[&Status], bodies: &[String]) {
        for body in bodies.iter().filter(|name| *name != Body::DEFAULT) {
            let in_overlay = self.folder.join(format!("data/bodies/{body}.yaml")).is_file();
            if !in_overlay || target.is_client() || self.knows(target, statuses, body) {
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

    /// Whether a file of the overlay is to blame.
    fn is_in_overlay(&self, error: &Error) -> bool {
        let folder = self.folder.display().to_string();
        error.origin().is_some_and(|origin| origin.to_string().starts_with(&folder))
    }
}
