//! A target that needs nothing but the test binary: it is its own framework, compiler and set-up.
//!
//! A program is three lines: a port, a status code and a message as a literal. Variables in
//! `verify.yaml` choose how its server behaves. The functions in `crate::verify::test_programs`
//! are the server, the client, the compiler and the set-up. Run as ordinary tests, they do nothing.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Outcome, Overlay};

const PROGRAM: &str =
    "{{ port }}\n{{ code }}\n{{ message }}\n{{ route }}\n{% block handler %}{% endblock %}";

const CLIENT_PROGRAM: &str =
    "{{ port }}\n{{ request.method }}\n{{ path }}\n{% block handler %}{% endblock %}";

const HEAD: &str = "\
title: Sample
language: python
version: '1'
documentation: https://example.com/
port: 8000
file: program.txt
install: none
";

/// The codes that the sample target has examples for.
const STATUSES: [(u16, &str); 4] =
    [(403, "Forbidden"), (404, "Not Found"), (410, "Gone"), (451, "Unavailable For Legal Reasons")];

/// The file of a code whose example answers each request with it.
fn status(code: u16, phrase: &str) -> String {
    format!(
        "code: {code}\nphrase: {phrase}\nregistration: registered\nfault: client\n\
         spec: {{document: RFC 9110, section: '15'}}\ncontent: allowed\nrecipe: plain\n\
         exchange:\n  request: {{}}\n  response: {{message: json}}\nsummary: S.\n"
    )
}

/// An overlay with the target `sample`, and its own cache folder.
pub struct TestTarget {
    overlay: Overlay,
    cache: TempDir,
    /// The lines of the target's `verify.yaml`.
    verify: Vec<String>,
    /// Further lines of `target.yaml`.
    more: Vec<String>,
}

impl TestTarget {
    /// A target with correct programs.
    pub fn new() -> Self {
        let overlay = Overlay::new()
            .file("snippet-templates/sample/program.j2", PROGRAM)
            .file("snippet-templates/sample/recipes/plain.j2", "{% extends \"program.j2\" %}\n");
        let overlay = STATUSES.iter().fold(overlay, |overlay, (code, phrase)| {
            overlay.file(&format!("data/statuses/{code}.yaml"), status(*code, phrase))
        });
        let cache = TempDir::new().expect("a temporary folder");
        Self { overlay, cache, verify: Vec::new(), more: Vec::new() }
    }

    /// Another file of the overlay.
    pub fn file(mut self, name: &str, content: &str) -> Self {
        self.overlay = self.overlay.file(name, content);
        self
    }

    /// Removes a file.
    pub fn without(self, name: &str) -> Self {
        fs::remove_file(self.overlay.path().join(name)).expect("the file is there");
        self
    }

    /// A line under `verify`. `{test_binary}` stands for this executable.
    pub fn verify(mut self, line: &str) -> Self {
        self.verify.push(line.replace("{test_binary}", &test_binary()));
        self
    }

    /// A line of `target.yaml`.
    pub fn line(mut self, line: &str) -> Self {
        self.more.push(line.to_owned());
        self
    }

    /// That line of `target.yaml` instead of all that were added.
    pub fn only_line(mut self, line: &str) -> Self {
        self.more.clear();
        self.line(line)
    }

    /// How the server behaves.
    pub fn behaviour(self, behaviour: &str) -> Self {
        let env = format!(
            "env: {{SAMPLE_PROGRAM: program.txt, SAMPLE_BEHAVIOUR: {behaviour}, SAMPLE_NOTES: '{{cache}}/../../notes'}}"
        );
        self.verify(&env)
    }

    /// The client `sampleclient` beside it, with that behaviour.
    pub fn client(self, behaviour: &str) -> Self {
        let run = format!("run: {} verify::test_programs::client --exact", test_binary());
        let target = [HEAD, "role: client\n", &run, "\n"].concat();
        self.file("snippet-templates/sampleclient/program.j2", CLIENT_PROGRAM)
            .file(
                "snippet-templates/sampleclient/target.yaml",
                &target.replace("Sample", "Sample client"),
            )
            .file(
                "snippet-templates/sampleclient/verify.yaml",
                &format!("env: {{SAMPLE_CLIENT: program.txt, SAMPLE_BEHAVIOUR: {behaviour}}}"),
            )
    }

    /// A further line of the sampleclient's `target.yaml`.
    pub fn client_line(self, line: &str) -> Self {
        let name = "snippet-templates/sampleclient/target.yaml";
        let text = fs::read_to_string(self.overlay.path().join(name)).expect("a sampleclient");
        self.file(name, &format!("{text}{line}\n"))
    }

    /// The folder for runtimes and proofs.
    pub fn cache(&self) -> &Path {
        self.cache.path()
    }

    /// The notes of the test programs, line by line.
    pub fn notes(&self) -> Vec<String> {
        let notes = fs::read_to_string(self.cache.path().join("notes")).unwrap_or_default();
        notes.lines().map(str::to_owned).collect()
    }

    /// The command `statuscraft verify --target sample` with these arguments.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let run = format!("run: {} verify::test_programs::server --exact", test_binary());
        let target = [HEAD, &run].concat();
        let text = format!("{target}\n{}\n", self.more.join("\n"));
        let folder = self.overlay.path().join("snippet-templates/sample");
        fs::write(folder.join("target.yaml"), text).expect("a file");
        let verify = if self.verify.is_empty() { "{}".into() } else { self.verify.join("\n") };
        fs::write(folder.join("verify.yaml"), verify).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_statuscraft"));
        command
            .args(["verify", "--trust", "--target", "sample"])
            .args(arguments)
            .arg("--overlay")
            .arg(self.overlay.path())
            .env("STATUSCRAFT_CACHE", self.cache.path())
            .env_remove("STATUSCRAFT_OVERLAY")
            .env("NO_COLOR", "1");
        command
    }

    /// Runs it.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Outcome {
        let output = self.command(arguments).output().expect("the program starts");
        Outcome {
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
            status: output.status.code().expect("the program ends by itself"),
        }
    }
}

fn test_binary() -> String {
    let path: PathBuf = env::current_exe().expect("this executable");
    path.to_str().expect("a path in UTF-8").to_owned()
}
