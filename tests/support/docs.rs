use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::process::Outcome;

/// A folder of documents that is removed after the test. The program runs inside it.
pub struct Docs(TempDir);

impl Docs {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    /// Adds a file, and the folders above it.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(name, content);
        self
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a document")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Runs the program in the folder.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Outcome {
        self.run_with(arguments, "", &[])
    }

    /// Runs the program in the folder with this text as standard input and these variables set.
    pub fn run_with<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
        input: &str,
        variables: &[(&str, &str)],
    ) -> Outcome {
        let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
            .args(arguments)
            .current_dir(self.folder())
            .env_remove("STATUSCRAFT_OVERLAY")
            .env_remove("NO_COLOR")
            .env("COLUMNS", "100")
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("input");
        Outcome::of(child.wait_with_output().expect("an end"))
    }
}
