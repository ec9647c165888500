//! One program to run, and what its run is to show.

use std::sync::Arc;

use crate::catalogue::Status;
use crate::error::{ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::{Generator, Options};
use crate::targets::{Target, Unsupported, Verification};
use crate::verify::cache::Digester;
use crate::verify::conduct;
use crate::verify::finding::Finding;
use crate::verify::proof::{Proof, Verdict, broken};
use crate::verify::rule::Rule;

/// An example or an attempt, with the options that it is printed with.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Case<'a> {
    /// Where its proof stands in the report.
    pub(in crate::verify) index: usize,
    pub(in crate::verify) target: Arc<Target>,
    pub(in crate::verify) status: &'a Status,
    pub(in crate::verify) options: Options,
    /// Which hostile input it carries, if any.
    pub(in crate::verify) input: Option<String>,
}

impl Case<'_> {
    /// Why the target has no example, if it has none.
    pub(in crate::verify) fn unsupported(&self) -> Option<&Unsupported> {
        self.target.unsupported.get(&self.status.code)
    }

    /// The program's text with the options of the case and these two. Nothing, if the target has
    /// neither an example nor an attempt.
    pub(in crate::verify) fn text(
        &self,
        generator: &Generator,
        options: &Options,
    ) -> Result<Option<String>> {
        match self.unsupported() {
            None => generator
                .snippet(self.status, &self.target, options)
                .map(|snippet| Some(snippet.text)),
            Some(_) => {
                // The generator knows what is wrong with a reason beside a template.
                match generator.snippet(self.status, &self.target, options) {
                    Err(error) if error.kind() != ErrorKind::Unsupported => Err(error),
                    _ => generator.attempt(self.status, &self.target, options),
                }
            }
        }
    }

    /// The template's line behind each line of the program.
    pub(in crate::verify) fn origins(
        &self,
        generator: &Generator,
        options: &Options,
    ) -> Vec<Origin> {
        generator.origins(self.status, &self.target, options).unwrap_or_default()
    }

    /// A digest of everything that the verdict depends on; `text` is the program with the target's
    /// own port, because a free one differs from run to run.
    pub(in crate::verify) fn key(
        &self,
        text: &str,
        runtime: &str,
        verification: &Verification,
    ) -> String {
        let mut digester = Digester::default();
        digester.add(env!("CARGO_PKG_VERSION"));
        digester.add(env!("STATUSCRAFT_RULES"));
        digester.add(text);
        digester.add(runtime);
        digester.add(self.target.file(self.status.code));
        digester.add(self.target.run(self.status.code, self.target.port));
        digester.add(format!("{verification:?}"));
        digester.add(format!("{:?}", self.status.exchange));
        digester.add(self.message());
        digester.add(self.options.path.as_deref().unwrap_or_default());
        digester.add(if self.unsupported().is_some() { "attempt" } else { "example" });
        digester.finish()
    }

    /// The text that responses carry.
    pub(in crate::verify) fn message(&self) -> &str {
        self.options.message.as_deref().unwrap_or_else(|| self.status.default_message())
    }

    /// The verdict of a run in which all went as it is expected to.
    pub(in crate::verify) fn expected(&self) -> Proof {
        match self.unsupported() {
            None => self.proof(Verdict::Proven),
            Some(it) => {
                let reason = Some(one_line(&it.reason));
                Proof { reason, ..self.proof(Verdict::Unsupported) }
            }
        }
    }

    /// The verdict that the findings of a run lead to.
    pub(in crate::verify) fn judge(&self, findings: Vec<Finding>) -> Proof {
        match (self.unsupported(), broken(&findings)) {
            (None, true) => Proof { findings, ..self.proof(Verdict::Failed) },
            (None, false) => Proof { findings, ..self.expected() },
            (Some(_), true) => self.expected(),
            (Some(_), false) => self.failed(
                conduct::UNTRUE,
                "the target can do it now: its attempt is proven, so the reason is untrue",
            ),
        }
    }

    /// A proof that failed because the program did not get so far as to answer. An attempt has to:
    /// one that doesn't run shows nothing.
    pub(in crate::verify) fn not_running(&self, rule: Rule, message: String) -> Proof {
        match self.unsupported() {
            None => self.failed(rule, message),
            Some(_) => self.failed(conduct::ATTEMPT, message),
        }
    }

    /// A proof that failed.
    pub(in crate::verify) fn failed(&self, rule: Rule, message: impl Into<String>) -> Proof {
        let findings = vec![conduct::finding(rule, message)];
        Proof { findings, ..self.proof(Verdict::Failed) }
    }

    /// A proof with that verdict and nothing else.
    pub(in crate::verify) fn proof(&self, verdict: Verdict) -> Proof {
        Proof {
            target: self.target.id().to_owned(),
            code: self.status.code,
            input: self.input.clone(),
            verdict,
            reason: None,
            findings: Vec::new(),
            blame: Vec::new(),
            log: String::new(),
            remembered: false,
        }
    }
}

/// Prose from a YAML file on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
