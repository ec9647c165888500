use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deviation::Deviation;
use super::route::RouteSyntax;
use super::verification::Verification;
use super::words::has_word;
use crate::catalogue::Code;
use crate::origin::Origin;

/// A framework: what its folder in `snippet-templates/` says of it in `target.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The folder's name, by which users call it.
    #[serde(skip)]
    pub(super) id: String,
    /// The file that says all this.
    #[serde(skip)]
    pub(super) origin: Option<Origin>,
    /// The name that readers know, such as `Python (Flask)`.
    pub title: String,
    /// Which side of an exchange its programs take.
    #[serde(default)]
    pub role: Role,
    /// The language, a file in `data/languages/`.
    pub language: String,
    /// The version that the examples were proven with.
    pub version: String,
    /// The address of its documentation.
    pub documentation: String,
    /// Under which name an example is saved.
    pub file: String,
    /// The port on which an example listens, or which a client's example asks.
    pub port: u16,
    /// The command that installs what an example needs.
    pub install: String,
    /// The command that starts an example; `{file}` and `{port}` stand for those two.
    pub run: String,
    /// Codes whose examples are saved, installed or started in another way.
    #[serde(default)]
    pub codes: BTreeMap<Code, Variation>,
    /// Further files of a program, each a block of the template that serves the code.
    #[serde(default)]
    pub files: Vec<FurtherFile>,
    /// How a path is written as a pattern.
    #[serde(default)]
    pub(crate) route: RouteSyntax,
    /// Another way in which a path is written, for programs that compare it themselves.
    #[serde(default)]
    pub(crate) pattern: Option<RouteSyntax>,
    /// Names that its programs use and that a handler can't have, separated by spaces.
    #[serde(default)]
    pub taken: String,
    /// Codes that it can't produce.
    #[serde(default)]
    pub unsupported: BTreeMap<Code, Unsupported>,
    /// Where its usual examples do otherwise than the catalogue asks.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
    /// How its examples are proven, from `verify.yaml`; it is read only where that is asked for.
    #[serde(skip)]
    pub verify: Option<Verification>,
}

/// Which side of an exchange a program takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// It answers with the code.
    #[default]
    Server,
    /// It sends the request that calls for the code.
    Client,
}

/// What is different for one code.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Variation {
    /// Another command to install with.
    pub install: Option<String>,
    /// Another command to start with.
    pub run: Option<String>,
    /// Another name to save under.
    pub file: Option<String>,
}

/// A file beside the one that a page shows first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FurtherFile {
    /// Its name inside the program's folder.
    pub path: String,
    /// The block that it is made of. One that is missing or blank makes no file.
    pub block: String,
    /// Its language, a file in `data/languages/`; that of the target by default.
    pub language: Option<String>,
}

/// Why a target has no example for a code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsupported {
    /// What stands in the way.
    pub reason: String,
    /// What to use instead.
    pub instead: String,
    /// Whether there is a strict example all the same.
    #[serde(default)]
    pub only_strict: bool,
}

impl Target {
    /// The folder's name, such as `flask`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The file that says all this.
    pub(crate) fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Where the example of that code does otherwise than the catalogue asks.
    pub fn deviations(&self, code: Code, strict: bool) -> impl Iterator<Item = &Deviation> {
        self.deviations.iter().filter(move |it| it.concerns(code, strict))
    }

    /// Whether its programs send requests to those of the others.
    pub fn is_client(&self) -> bool {
        self.role == Role::Client
    }

    /// Whether its programs use that name already.
    pub fn takes(&self, name: &str, ignore_case: bool) -> bool {
        if ignore_case {
            return has_word(&self.taken.to_ascii_lowercase(), &name.to_ascii_lowercase());
        }
        has_word(&self.taken, name)
    }

    /// Under which name the example for `code` is saved.
    pub fn file(&self, code: Code) -> &str {
        self.variation(code, |it| it.file.as_deref()).unwrap_or(&self.file)
    }

    /// The command that installs what the example for `code` needs.
    pub fn install(&self, code: Code) -> &str {
        self.variation(code, |it| it.install.as_deref()).unwrap_or(&self.install)
    }

    /// The command that starts the example for `code` on `port`.
    pub fn run(&self, code: Code, port: u16) -> String {
        self.variation(code, |it| it.run.as_deref())
            .unwrap_or(&self.run)
            .replace("{file}", self.file(code))
            .replace("{port}", &port.to_string())
    }

    /// Whether the example for `code` is started by a command of its own.
    pub fn has_own_run(&self, code: Code) -> bool {
        self.variation(code, |it| it.run.as_deref()).is_some()
    }

    fn variation<'a>(
        &'a self,
        code: Code,
        part: impl Fn(&'a Variation) -> Option<&'a str>,
    ) -> Option<&'a str> {
        self.codes.get(&code).and_then(part)
    }
}
