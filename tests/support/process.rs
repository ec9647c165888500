use std::ffi::OsStr;
use std::fmt;
use std::process::{Command, Output};

/// What the program printed and returned.
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

/// Runs the program with these arguments, without a terminal and without overlays.
pub fn statuscraft<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(arguments)
        .env_remove("STATUSCRAFT_OVERLAY")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .expect("the program starts");
    Outcome::of(output)
}

impl Outcome {
    pub fn of(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
            status: output.status.code().expect("the program ends by itself"),
        }
    }
}

/// The output for snapshots: standard output, then everything unusual.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            writeln!(f, "--- standard error\n{}", self.stderr.trim_end())?;
        }
        if self.status != 0 {
            writeln!(f, "--- exit status {}", self.status)?;
        }
        Ok(())
    }
}
