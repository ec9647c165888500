//! One program to run, and the expected result.

use std::sync::Arc;

use super::client::Client;
use crate::catalogue::{Body, Exchange, Status};
use crate::error::{ErrorKind, Result};
use crate::one_line::one_line;
use crate::origin::Origin;
use crate::snippet::{Generator, Options, Snippet};
use crate::targets::{Absence, Deviation, NotHere, ServerSetup, Target, Unsupported, Verification};
use crate::verify::cache::Digester;
use crate::verify::finding::{Finding, Level};
use crate::verify::lock;
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict, broken};
use crate::verify::rule::Rule;

/// An example or an attempt, with its options.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Case<'a> {
    /// The position of its proof in the report.
    pub(in crate::verify) index: usize,
    /// The server.
    pub(in crate::verify) target: Arc<Target>,
    /// The client whose program is proven against the server; `None` if the server's own is proven.
    pub(in crate::verify) client: Option<Arc<Target>>,
    pub(in crate::verify) status: &'a Status,
    pub(in crate::verify) options: Options,
    /// The hostile input, if any.
    pub(in crate::verify) input: Option<String>,
}

impl Case<'_> {
    /// The target whose program is to be proven.
    pub(in crate::verify) fn proven(&self) -> &Target {
        self.client.as_ref().unwrap_or(&self.target)
    }

    /// Why that target has no example, if it has none.
    fn unsupported(&self) -> Option<&Unsupported> {
        let why = self.proven().unsupported.get(&self.status.code)?;
        (!why.only_strict || !self.options.strict).then_some(why)
    }

    /// Whether the target has no example, so that an attempt has to confirm why.
    pub(in crate::verify) fn is_attempt(&self) -> bool {
        self.unsupported().is_some()
    }

    /// The server's program. Nothing, if it has neither an example nor an attempt.
    pub(in crate::verify) fn program(
        &self,
        generator: &Generator,
        options: &Options,
    ) -> Result<Option<Snippet>> {
        program(generator, self.status, &self.target, options)
    }

    /// The client's program.
    pub(in crate::verify) fn client_program(
        &self,
        generator: &Generator,
        options: &Options,
    ) -> Result<Option<Snippet>> {
        self.client.as_ref().map_or(Ok(None), |it| program(generator, self.status, it, options))
    }

    /// The template's line behind each line of the program.
    pub(in crate::verify) fn origins(
        &self,
        generator: &Generator,
        options: &Options,
    ) -> Vec<Origin> {
        generator.origins(self.status, &self.target, options).unwrap_or_default()
    }

    /// A digest of everything that the verdict depends on, so of no sentence for readers. `texts` are the programs with the
    /// targets' default ports, because a free port differs from run to run.
    pub(in crate::verify) fn key(
        &self,
        texts: &[String],
        runtime: &str,
        verification: &Verification,
        client: Option<&Client>,
        body: &Body,
    ) -> String {
        let mut digester = Digester::default();
        digester.add(env!("CARGO_PKG_VERSION"));
        digester.add(env!("STATUSCRAFT_RULES"));
        for text in texts {
            digester.add(text);
        }
        digester.add(runtime);
        let (target, code) = (&self.target, self.status.code);
        let file = target.file(code);
        digester.add(file);
        digester.add(target.run(code, file, target.port));
        digester.add(target.stated_run(code, file, target.port).unwrap_or_default());
        digester.add(verification.way_of_running());
        if let Some(Client { target, verification, runtime }) = client {
            digester.add(&runtime.key);
            digester.add(target.run(code, target.file(code), target.port));
            digester.add(verification.way_of_running());
        }
        digester.add(format!("{:?}", self.not_here().map(|it| (it.starts, &it.gets))));
        digester.add(format!("{:?}", self.status.exchange.as_ref().map(Exchange::without_prose)));
        digester.add(self.message());
        digester.add(self.options.path.as_deref().unwrap_or_default());
        let scenario = self.status.scenario.as_ref();
        digester.add(format!("{:?}", scenario.map(|it| (&it.path, &it.variables, &it.at))));
        digester.add(if self.options.strict { "strict" } else { "usual" });
        digester.add(self.options.body());
        digester.add(format!("{body:?}"));
        let deviations = self.deviations().into_iter().map(|it| (&it.edge, &it.gets));
        digester.add(format!("{:?}", deviations.collect::<Vec<_>>()));
        digester.add(if self.unsupported().is_some() { "attempt" } else { "example" });
        digester.finish()
    }

    /// What the server's target says of where it does otherwise than it should.
    pub(in crate::verify) fn deviations(&self) -> Vec<&Deviation> {
        let server = self.server().map_or("", |it| it.id.as_str());
        let all = self.target.deviations(self.status.code, self.options.strict);
        all.filter(|it| it.is_on(server)).collect()
    }

    /// The server on which the program runs, if the target names its servers.
    pub(in crate::verify) fn server(&self) -> Option<&ServerSetup> {
        self.target.verify.as_ref()?.server.as_ref()
    }

    /// What the target says of why the example does not work on that server, if it says so.
    pub(in crate::verify) fn not_here(&self) -> Option<&NotHere> {
        let all = &self.target.verify.as_ref().filter(|_| self.client.is_none())?.not_here;
        all.iter().find(|it| it.codes.contains(&self.status.code))
    }

    /// What happens on its server, and what to use instead.
    fn why_not(&self, not_here: &NotHere) -> String {
        self.server().map_or_else(String::new, |it| Absence::new(it, not_here).told())
    }

    /// Its line in a lock of proofs.
    pub(in crate::verify) fn line(&self, key: &str) -> String {
        lock::line(&self.proof(Verdict::Proven), self.options.strict, self.options.body(), key)
    }

    /// The text that responses carry.
    pub(in crate::verify) fn message(&self) -> &str {
        self.options.message.as_deref().unwrap_or_else(|| self.status.default_message())
    }

    /// The verdict of a run in which everything went as expected.
    pub(in crate::verify) fn expected(&self) -> Proof {
        if let (None, Some(it)) = (self.unsupported(), self.not_here()) {
            return Proof { reason: Some(self.why_not(it)), ..self.proof(Verdict::NotHere) };
        }
        match self.unsupported() {
            None => self.proof(Verdict::Proven),
            Some(it) => {
                let reason = Some(one_line(&it.reason));
                Proof { reason, ..self.proof(Verdict::Unsupported) }
            }
        }
    }

    /// The verdict for the findings of a run.
    pub(in crate::verify) fn judge(&self, findings: Vec<Finding>) -> Proof {
        let musts = findings.iter().any(|finding| finding.level == Level::Must);
        let broken = if self.unsupported().is_some() { musts } else { broken(&findings) };
        match (self.unsupported(), broken) {
            (None, true) => Proof { findings, ..self.proof(Verdict::Failed) },
            (None, false) => Proof { findings, ..self.expected() },
            (Some(_), true) => self.expected(),
            (Some(_), false) => self.failed(
                program_rules::UNTRUE,
                "the target supports this code now: its attempt passed, so the reason is wrong",
            ),
        }
    }

    /// A failed proof of a program that did not get as far as responding. An attempt has to
    /// respond: one that doesn't run shows nothing.
    pub(in crate::verify) fn not_running(&self, rule: Rule, message: String) -> Proof {
        match self.unsupported() {
            None => self.failed(rule, message),
            Some(_) => self.failed(program_rules::ATTEMPT, message),
        }
    }

    /// A proof that failed.
    pub(in crate::verify) fn failed(&self, rule: Rule, message: impl Into<String>) -> Proof {
        let findings = vec![program_rules::finding(rule, message)];
        Proof { findings, ..self.proof(Verdict::Failed) }
    }

    /// A proof with that verdict and nothing else.
    pub(in crate::verify) fn proof(&self, verdict: Verdict) -> Proof {
        Proof {
            server: self.client.as_ref().map(|_| self.target.id().to_owned()),
            on: self.server().map(|it| it.id.clone()),
            on_default: self.target.is_on_default_server(self.status.code),
            input: self.input.clone(),
            ..Proof::new(self.proven().id(), self.status.code, verdict)
        }
    }
}

/// The program of a target, or its attempt at an unsupported code, if there is one.
fn program(
    generator: &Generator,
    status: &Status,
    target: &Target,
    options: &Options,
) -> Result<Option<Snippet>> {
    match generator.snippet(status, target, options) {
        // A reason together with a template is an error of the generator.
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            generator.attempt(status, target, options)
        }
        other => other.map(Some),
    }
}

/// All that a program says: its text, and its further files with their names.
pub(super) fn texts(snippet: Snippet) -> impl Iterator<Item = String> {
    let files = snippet.files.into_iter().flat_map(|file| [file.path, file.text]);
    std::iter::once(snippet.text).chain(files)
}
