//! A program, saved in its workspace.

use std::collections::BTreeMap;
use std::io;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use super::workspace::{CANARY, Workspace};
use super::{Ready, Run};
use crate::error::Result;
use crate::snippet::Options;
use crate::verify::broken;
use crate::verify::finding::Finding;
use crate::verify::process::Port;
use crate::verify::process::{fill, split};
use crate::verify::program_rules;
use crate::verify::upstream::MockUpstream;

/// A case whose program is saved where it will run.
pub(in crate::verify) struct SavedProgram<'a> {
    ready: Ready<'a>,
    pub(in crate::verify) workspace: Workspace,
    /// The name of the program's first file.
    pub(in crate::verify) file: String,
    /// The options of the case, with the port and the upstream server of this run.
    pub(in crate::verify) options: Options,
    pub(in crate::verify) port: Port<'a>,
    pub(in crate::verify) upstream: MockUpstream,
    /// The reverse proxy in front of it, if there is one: its workspace and its port.
    pub(in crate::verify) front: Option<(Workspace, Port<'a>)>,
}

/// Words, environment, workspace and port of a reverse proxy.
type FrontCommand<'p> = (Vec<String>, BTreeMap<String, String>, &'p Workspace, u16);

impl<'a> Deref for SavedProgram<'a> {
    type Target = Ready<'a>;

    fn deref(&self) -> &Ready<'a> {
        &self.ready
    }
}

impl<'a> SavedProgram<'a> {
    /// Finds a port and saves the program in a fresh workspace.
    pub(in crate::verify) fn save(run: &'a Run<'a>, ready: Ready<'a>) -> Result<Self> {
        let case = &ready.case;
        let port = run.ports.take().map_err(broken("a port for a program"))?;
        let upstream = MockUpstream::start().map_err(broken("the server behind a gateway"))?;
        let options = Options {
            port: Some(port.number),
            upstream: Some(format!("http://{}", upstream.address())),
            ..case.options.clone()
        };
        let snippet = case.program(run.generator, &options)?;
        let on = case.server().map_or(String::new(), |it| format!("-{}", it.id));
        let name = format!("{}{on}-{}-{}", case.target.id(), case.status.code, case.index);
        let root = run.folder.join(name);
        let workspace = match &case.target.verify {
            Some(verification) => Workspace::new(root, &ready.runtime, verification)
                .and_then(|workspace| workspace.save(snippet.as_ref()).map(|()| workspace)),
            None => Err(std::io::Error::other("nothing says how it is run")),
        };
        let workspace = workspace.map_err(broken("the workspace of a program"))?;
        let file = snippet.map(|it| it.file).unwrap_or_default();
        let mut saved = Self { ready, workspace, file, options, port, upstream, front: None };
        saved.write_files(run).map_err(broken("the files of a server"))?;
        Ok(saved)
    }

    /// Writes what its server needs besides, and makes the workspace of the reverse proxy.
    fn write_files(&mut self, run: &'a Run<'a>) -> io::Result<()> {
        let target = Arc::clone(&self.case.target);
        let Some(verification) = &target.verify else { return Ok(()) };
        let values = self.values(&self.workspace, self.port.number);
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.workspace.write_files(&self.runtime, verification, &values)?;
        let Some(front) = &verification.front else { return Ok(()) };
        let port = run.ports.take()?;
        let workspace = self.workspace.beside("front", &self.runtime, front)?;
        let values = self.values(&workspace, port.number);
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        workspace.write_files(&self.runtime, front, &values)?;
        self.front = Some((workspace, port));
        Ok(())
    }

    /// What the placeholders stand for in a workspace whose server listens on that port.
    fn values(&self, workspace: &Workspace, port: u16) -> [(&'static str, String); 7] {
        let path = |path: &Path| path.display().to_string();
        [
            ("cache", path(&self.runtime.cache)),
            ("runtime", path(&self.runtime.folder())),
            ("workspace", path(&workspace.folder)),
            ("file", self.file.clone()),
            ("port", port.to_string()),
            ("backend_port", self.port.number.to_string()),
            ("upstream_port", self.upstream.address().port().to_string()),
        ]
    }

    /// The command of the reverse proxy in front of it, its environment and its workspace.
    pub(in crate::verify) fn front_command(&self) -> Option<FrontCommand<'_>> {
        let front = self.case.target.verify.as_ref()?.front.as_ref()?;
        let (workspace, port) = self.front.as_ref()?;
        let words = self.filled(front.start.as_deref()?, workspace, port.number);
        Some((words, workspace.env(&self.runtime, front), workspace, port.number))
    }

    fn filled(&self, words: &[String], workspace: &Workspace, port: u16) -> Vec<String> {
        let values = self.values(workspace, port);
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        words.iter().map(|word| fill(&self.runtime.fill(word), &values)).collect()
    }

    /// The program's folder, as it appears in the compiler's log.
    pub(in crate::verify) fn name(&self) -> String {
        format!("{}/", self.workspace.folder.display())
    }

    /// The environment of its processes.
    pub(in crate::verify) fn env(&self) -> BTreeMap<String, String> {
        let verification = self.case.target.verify.as_ref();
        verification.map(|it| self.workspace.env(&self.runtime, it)).unwrap_or_default()
    }

    /// Removes the workspace unless it is to be kept.
    pub(in crate::verify) fn clear(self, run: &Run<'_>) {
        if !run.keep {
            self.workspace.remove();
        }
    }

    /// The finding if a program has executed its input.
    pub(in crate::verify) fn canary(&self) -> Option<Finding> {
        let message = format!("the program has made the file `{CANARY}`: its input was executed");
        self.workspace.has_canary().then(|| program_rules::finding(program_rules::CANARY, message))
    }

    /// The stated command, or the one that `verify.yaml` has for proofs.
    pub(in crate::verify) fn words(&self) -> Vec<String> {
        let (target, code) = (&self.case.target, self.case.status.code);
        if let Some(run) = target.stated_run(code, &self.file, self.port.number) {
            return split(&run);
        }
        let start = target.verify.as_ref().and_then(|it| it.start.as_deref());
        self.filled(start.unwrap_or_default(), &self.workspace, self.port.number)
    }
}
