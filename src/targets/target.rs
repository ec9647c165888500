use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deviation::Deviation;
use super::route::RouteSyntax;
use super::verification::Verification;
use super::word_list::has_word;
use crate::catalogue::{Code, Url};
use crate::origin::Origin;

/// A framework, from the `target.yaml` of its folder in `snippet-templates/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The folder's name, which users type.
    #[serde(skip)]
    pub(super) id: String,
    /// The file with all these fields.
    #[serde(skip)]
    pub(super) origin: Option<Origin>,
    /// The name for readers, such as `Python (Flask)`.
    pub title: String,
    /// Other names that users type. Only letters and digits distinguish names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether its programs are servers or clients.
    #[serde(default)]
    pub role: Role,
    /// The language, a file in `data/languages/`.
    pub language: String,
    /// The version with which the examples were proven.
    pub version: String,
    /// The address of its documentation.
    pub documentation: Url,
    /// The file name of an example; `{folder}` is replaced by the path as folders.
    pub file: String,
    /// The port on which an example listens, or to which a client's example connects.
    pub port: u16,
    /// The command that installs what an example needs.
    pub install: String,
    /// The command that starts an example; `{file}` and `{port}` are replaced.
    pub run: String,
    /// The environment variable in which its gateways find the address of the server behind them.
    #[serde(default)]
    pub upstream_variable: Option<String>,
    /// The folder in which an example must be saved, if its files name it.
    #[serde(default)]
    pub saved_in: Option<SavedIn>,
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
    /// How a path is written as folders, if the names of files follow it.
    #[serde(default)]
    pub(crate) folder: Option<RouteSyntax>,
    /// Names that its programs use, so that a handler can't have them, separated by spaces.
    #[serde(default)]
    pub taken: String,
    /// Names from the set-up of its programs that handlers may use.
    #[serde(default)]
    pub given: Vec<String>,
    /// Codes that it can't produce.
    #[serde(default)]
    pub unsupported: BTreeMap<Code, Unsupported>,
    /// Where its usual examples do otherwise than the catalogue asks.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
    /// How its examples are proven, from `verify.yaml`. It is read only on demand.
    #[serde(skip)]
    pub verify: Option<Verification>,
}

/// Whether a program is a server or a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A server, which responds with the code.
    #[default]
    Server,
    /// A client, which sends the request that causes the code.
    Client,
}

/// The folder that an example names.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedIn {
    /// Its absolute path.
    pub folder: String,
    /// The command that copies there what is in the current folder.
    pub copy: String,
}

/// What is different for one code.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Variation {
    /// Another install command.
    pub install: Option<String>,
    /// Another start command.
    pub run: Option<String>,
    /// Another file name.
    pub file: Option<String>,
    /// The server that `run` starts, by its id in `verify.yaml`; the first one by default.
    pub server: Option<String>,
}

/// A file beside the one that a page shows first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FurtherFile {
    /// Its name inside the program's folder; `{folder}` is replaced by the path as folders.
    pub path: String,
    /// The block that it is made of. One that is missing or blank makes no file.
    pub block: String,
    /// Its language, a file in `data/languages/`; that of the target by default.
    pub language: Option<String>,
    /// Whether it belongs to the framework's set-up, which a handler alone is printed without.
    #[serde(default)]
    pub setup: bool,
}

/// Why a target has no example for a code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsupported {
    /// Why there is none.
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

    /// The file with all these fields.
    pub(crate) fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Where the example of that code does otherwise than the catalogue asks.
    pub fn deviations(&self, code: Code, strict: bool) -> impl Iterator<Item = &Deviation> {
        self.deviations.iter().filter(move |it| it.concerns(code, strict))
    }

    /// Whether its programs are clients.
    pub fn is_client(&self) -> bool {
        self.role == Role::Client
    }

    /// Whether its programs already use that name.
    pub fn takes(&self, name: &str, ignore_case: bool) -> bool {
        if ignore_case {
            return has_word(&self.taken.to_ascii_lowercase(), &name.to_ascii_lowercase());
        }
        has_word(&self.taken, name)
    }

    /// The names from the set-up that this text of a handler uses.
    pub fn given_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let word = |one: char| one.is_alphanumeric() || one == '_';
        let words = move || text.split(move |one| !word(one));
        let given = self.given.iter().map(String::as_str);
        // Ruby's names may end with a mark.
        let bare = |name: &'a str| name.trim_end_matches(['?', '!']);
        given.filter(move |name| words().any(|word| word == bare(name)))
    }

    /// The file name of the example for `code`, with `{folder}` as it is.
    pub fn file(&self, code: Code) -> &str {
        self.variation(code, |it| it.file.as_deref()).unwrap_or(&self.file)
    }

    /// Whether the name of one of its files is to follow the path.
    pub(crate) fn names_folder(&self, code: Code) -> bool {
        let further = self.files.iter().map(|it| it.path.as_str());
        further.chain([self.file(code)]).any(|name| name.contains("{folder}"))
    }

    /// The install command of the example for `code`.
    pub fn install(&self, code: Code) -> &str {
        self.variation(code, |it| it.install.as_deref()).unwrap_or(&self.install)
    }

    /// The server on which the example for `code` is started, by its id in `verify.yaml`; `None` for
    /// the first one.
    pub fn server(&self, code: Code) -> Option<&str> {
        self.variation(code, |it| it.server.as_deref())
    }

    /// The start command of the example for `code`, which is saved as `file`, on `port`.
    pub fn run(&self, code: Code, file: &str, port: u16) -> String {
        filled(self.variation(code, |it| it.run.as_deref()).unwrap_or(&self.run), file, port)
    }

    /// The usual start command on the usual port.
    pub fn usual_run(&self) -> String {
        filled(&self.run, &self.file, self.port)
    }

    /// Whether the example for `code` has a start command of its own.
    pub fn has_own_run(&self, code: Code) -> bool {
        self.variation(code, |it| it.run.as_deref()).is_some()
    }

    /// Whether the chosen server is the one on which the example for `code` is started by default.
    pub fn is_on_default_server(&self, code: Code) -> bool {
        let Some(verify) = &self.verify else { return true };
        match self.server(code) {
            Some(id) => verify.server.as_ref().is_some_and(|it| it.id == id),
            None => !verify.is_other,
        }
    }

    /// Whether the chosen server is a reverse proxy in front of the one that the code names.
    #[cfg(all(feature = "verify", unix))]
    fn is_behind_proxy(&self, code: Code) -> bool {
        let server = self.verify.as_ref().and_then(|it| it.server.as_ref());
        let backend = server.and_then(|it| it.behind.as_deref());
        backend.is_some() && backend == self.server(code)
    }

    /// The start command of the example for `code` alone, if it is used on the chosen server.
    #[cfg(all(feature = "verify", unix))]
    pub(crate) fn own_run(&self, code: Code) -> Option<&str> {
        let starts_itself = self.verify.as_ref().is_some_and(|it| it.starts_itself);
        let named = self.server(code).is_some();
        self.variation(code, |it| it.run.as_deref()).filter(|run| {
            let here = !named || self.is_on_default_server(code) || self.is_behind_proxy(code);
            // A server with its own command needs the port.
            here && (!starts_itself || named && run.contains("{port}"))
        })
    }

    /// The stated command that starts the example for `code` on the chosen server. `None` if
    /// `verify.yaml` has another one.
    #[cfg(all(feature = "verify", unix))]
    pub(crate) fn stated_run(&self, code: Code, file: &str, port: u16) -> Option<String> {
        let has_start = self.verify.as_ref().is_some_and(|it| it.start.is_some());
        let usual = Some(self.run.as_str()).filter(|_| !has_start);
        let run = self.own_run(code).or(usual)?;
        Some(filled(run, file, port))
    }

    fn variation<'a>(
        &'a self,
        code: Code,
        part: impl Fn(&'a Variation) -> Option<&'a str>,
    ) -> Option<&'a str> {
        self.codes.get(&code).and_then(part)
    }
}

/// A start command without placeholders.
fn filled(run: &str, file: &str, port: u16) -> String {
    run.replace("{file}", file).replace("{port}", &port.to_string())
}
