use serde::Serialize;

use super::finding::{Finding, Level};
use crate::catalogue::Code;

/// The result of one example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It ran, and every response followed the rules.
    Proven,
    /// It did not run, or a response broke a rule.
    Failed,
    /// The target can't produce the code, and the attempt in its folder has failed.
    Unsupported,
    /// The target refuses an option's value, with a reason.
    Refused,
    /// It does not work on that server, and what the target says of that is true.
    NotHere,
    /// The machine lacks a program that the target needs.
    ToolchainMissing,
}

impl Verdict {
    /// Whether there is an example that should be proven.
    pub(super) fn is_offer(self) -> bool {
        !matches!(self, Self::Unsupported | Self::Refused | Self::NotHere)
    }
}

/// The verdict on one code in one target, and its causes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Proof {
    /// The target's name.
    pub target: String,
    /// For a client, the server against which it was run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// The server on which the program ran, if the target names its servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Whether that is the first one.
    #[serde(skip)]
    pub on_default: bool,
    /// The status code.
    pub code: Code,
    /// The hostile input, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// What came of it.
    pub verdict: Verdict,
    /// Why it is unsupported or refused, or what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The deviations of its target that were seen, by the name of edge or rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<String>,
    /// What was wrong; warnings too.
    pub findings: Vec<Finding>,
    /// The template lines that printed the lines named in the log.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub template_lines: Vec<String>,
    /// The end of the program's output, if it failed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub log: String,
    /// Whether the verdict is from an earlier run with the same inputs.
    #[serde(skip)]
    pub remembered: bool,
    /// Its line in a lock of proofs.
    #[serde(skip)]
    pub line: String,
    /// What went over the wire, without what differs from run to run.
    #[serde(skip)]
    pub record: String,
}

impl Proof {
    /// A verdict and nothing else.
    pub(super) fn new(target: &str, code: Code, verdict: Verdict) -> Self {
        Self {
            target: target.to_owned(),
            server: None,
            on: None,
            on_default: true,
            code,
            input: None,
            verdict,
            reason: None,
            deviations: Vec::new(),
            findings: Vec::new(),
            template_lines: Vec::new(),
            log: String::new(),
            remembered: false,
            line: String::new(),
            record: String::new(),
        }
    }

    /// Whether a finding breaks the proof.
    pub fn is_broken(&self) -> bool {
        broken(&self.findings)
    }

    /// The findings that are warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level == Level::Note)
    }
}

/// Whether one of the findings is more than a warning.
pub(super) fn broken(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level > Level::Note)
}
