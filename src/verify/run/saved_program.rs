//! A program, saved in its workspace.

use std::ops::Deref;
use std::path::Path;

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
    /// The options of the case, with the port and the upstream server of this run.
    pub(in crate::verify) options: Options,
    pub(in crate::verify) port: Port<'a>,
    pub(in crate::verify) upstream: MockUpstream,
}

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
        let name = format!("{}-{}-{}", case.target.id(), case.status.code, case.index);
        let root = run.folder.join(name);
        let file = case.target.file(case.status.code);
        let workspace = match &case.target.verify {
            Some(verification) => Workspace::new(root, &ready.runtime, verification)
                .and_then(|workspace| workspace.save(file, snippet.as_ref()).map(|()| workspace)),
            None => Err(std::io::Error::other("nothing says how it is run")),
        };
        let workspace = workspace.map_err(broken("the workspace of a program"))?;
        Ok(Self { ready, workspace, options, port, upstream })
    }

    /// The program's folder, as it appears in the compiler's log.
    pub(in crate::verify) fn name(&self) -> String {
        format!("{}/", self.workspace.folder.display())
    }

    /// The environment of its processes.
    pub(in crate::verify) fn env(&self) -> std::collections::BTreeMap<String, String> {
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
        let start = target.verify.as_ref().and_then(|it| it.start.as_ref());
        let Some(start) = start.filter(|_| !target.has_own_run(code)) else {
            return split(&target.run(code, self.port.number));
        };
        let path = |path: &Path| path.display().to_string();
        let values = [
            ("cache", path(&self.runtime.cache)),
            ("runtime", path(&self.runtime.folder())),
            ("workspace", path(&self.workspace.folder)),
            ("file", target.file(code).to_owned()),
            ("port", self.port.number.to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        start.iter().map(|word| fill(word, &values)).collect()
    }
}
