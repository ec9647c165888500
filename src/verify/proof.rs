use serde::Serialize;

use super::finding::{Finding, Level};
use crate::catalogue::Code;

/// What came of one example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It ran, and every response was as it must be.
    Proven,
    /// It did not run, or a response broke a rule.
    Failed,
    /// The target can't produce the code, and the attempt in its folder has fallen short.
    Unsupported,
    /// The target refuses an option's value, and says why.
    Refused,
    /// The machine lacks a program that the target needs.
    ToolchainMissing,
}

/// The verdict on one code in one target, and what led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Proof {
    /// The target's name.
    pub target: String,
    /// The server whose program it was run against, if it is a client's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// The status code.
    pub code: Code,
    /// Which hostile input was tried, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// What came of it.
    pub verdict: Verdict,
    /// Why it is unsupported or refused, or what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was wrong; warnings too.
    pub findings: Vec<Finding>,
    /// The lines of templates that printed what a log complains of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub template_lines: Vec<String>,
    /// The end of what the program printed, if it failed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub log: String,
    /// Whether the verdict is from an earlier run in which everything was the same.
    #[serde(skip)]
    pub remembered: bool,
}

impl Proof {
    /// Whether a finding breaks the proof.
    pub fn is_broken(&self) -> bool {
        broken(&self.findings)
    }

    /// The findings that are warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level == Level::Should)
    }
}

/// Whether one of the findings is more than a warning.
pub(super) fn broken(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Must)
}
