use serde::Serialize;

use super::cache::Tool;
use super::proof::{Proof, Verdict};
use crate::catalogue::{Body, Code};
use crate::one_line::one_line;
use crate::targets::{Deviation, Role};

/// The results of a run, in an order that depends only on what was requested.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Results {
    /// The version of this crate.
    pub statuscraft: &'static str,
    /// Which examples were proven.
    pub tier: Tier,
    /// The shape that their errors had.
    pub body: String,
    /// The targets that were asked for.
    pub targets: Vec<TargetEntry>,
    /// The verdicts, by target and code.
    pub proofs: Vec<Proof>,
}

/// Which of a target's examples are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Those that a user gets who asks for nothing else.
    #[serde(rename = "default")]
    Usual,
    /// Those that pass every edge.
    Strict,
}

/// A target, and what its programs ran on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TargetEntry {
    /// Its name.
    pub id: String,
    /// The name that readers know.
    pub title: String,
    /// Whether its programs are servers or clients.
    pub role: Role,
    /// The framework's version that its `target.yaml` states.
    pub version: String,
    /// The servers on which its programs were run, if it names its servers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<ServerEntry>,
    /// The date of the versions in its runtime, from its `verify.yaml`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<String>,
    /// The programs of its toolchain, if all were found.
    pub toolchain: Vec<Tool>,
    /// Where its examples do otherwise than the catalogue asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<StatedDeviation>,
}

/// What a target states of an edge, for those examples that were proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatedDeviation {
    /// The name of the edge or rule.
    pub edge: String,
    /// The codes; none for all of them.
    pub codes: Vec<Code>,
    /// The servers; none for all of them.
    pub servers: Vec<String>,
    /// What happens.
    pub what: String,
    /// Whose behaviour it is.
    pub whose: String,
    /// Where they say so.
    pub see: String,
}

impl StatedDeviation {
    /// A deviation of a target.
    pub(super) fn new(deviation: &Deviation) -> Self {
        let what = one_line(&deviation.what);
        Self {
            edge: deviation.edge.clone(),
            codes: deviation.codes.clone(),
            servers: deviation.servers.clone(),
            what,
            whose: deviation.whose.clone(),
            see: deviation.see.to_string(),
        }
    }

    /// Whether it goes for an example on a server.
    pub(super) fn is_of(&self, code: Code, server: &str) -> bool {
        let is_of_code = self.codes.is_empty() || self.codes.contains(&code);
        is_of_code && (self.servers.is_empty() || self.servers.iter().any(|it| it == server))
    }
}

/// A server on which programs were run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ServerEntry {
    /// The name by which users select it.
    pub id: String,
    /// The name that readers know.
    pub title: String,
    /// Whether it is meant for development only.
    pub development: bool,
}

impl Results {
    /// What went over the wire in the proofs of servers, each with the name of its file: target and
    /// code.
    pub fn records(&self) -> impl Iterator<Item = (String, &str)> {
        let own = |proof: &&Proof| {
            let usual = proof.server.is_none() && proof.input.is_none() && proof.on_default;
            usual && proof.verdict == Verdict::Proven && !proof.record.is_empty()
        };
        let file = |proof: &Proof| format!("{}/{}.http", proof.target, proof.code);
        self.proofs.iter().filter(own).map(move |proof| (file(proof), proof.record.as_str()))
    }

    /// The number of proofs with that verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.proofs.iter().filter(|proof| proof.verdict == verdict).count()
    }

    /// The number of examples to be proven: all except those that a target can't have.
    pub fn offered(&self) -> usize {
        self.proofs.iter().filter(|proof| proof.verdict.is_offer()).count()
    }

    /// The number of verdicts from earlier runs.
    pub fn remembered(&self) -> usize {
        self.proofs.iter().filter(|proof| proof.remembered).count()
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.proofs.iter().map(|proof| proof.warnings().count()).sum()
    }

    /// Whether nothing failed and, if all toolchains are required, none was missing.
    pub fn is_passed(&self, require_all: bool) -> bool {
        let missing = require_all && self.count(Verdict::ToolchainMissing) > 0;
        self.count(Verdict::Failed) == 0 && !missing
    }

    /// The count in words: `372 of 372 pairs proven`, and further counts.
    pub fn summary(&self) -> String {
        let hostile = self.proofs.iter().any(|proof| proof.input.is_some());
        let what = if hostile { "inputs" } else { "pairs" };
        let what = match self.tier {
            Tier::Usual => what.to_owned(),
            Tier::Strict => format!("strict {what}"),
        };
        let (clients, servers): (Vec<_>, Vec<_>) =
            self.proofs.iter().partition(|proof| proof.server.is_some());
        let mut text = String::new();
        if clients.is_empty() || !servers.is_empty() {
            text = format!("{} {what} proven", score(&servers));
        }
        if !clients.is_empty() {
            let comma = if text.is_empty() { "" } else { ", " };
            text.extend([comma, &score(&clients), " ", &what, " of clients proven"]);
        }
        if self.body != Body::DEFAULT {
            text.extend([" with errors as `", &self.body, "`"]);
        }
        let others = [
            (self.count(Verdict::Failed), "failed"),
            (self.count(Verdict::ToolchainMissing), "without their toolchain"),
            (self.count(Verdict::Unsupported), "unsupported"),
            (self.count(Verdict::NotHere), "not on that server"),
            (self.count(Verdict::Refused), "refused with a reason"),
            (self.proofs.iter().map(|it| it.deviations.len()).sum(), "deviations as stated"),
            (self.warnings(), "warnings"),
            (self.remembered(), "from earlier runs"),
        ];
        for (count, what) in others.into_iter().filter(|(count, _)| *count > 0) {
            text.extend([", ", &count.to_string(), " ", what]);
        }
        text
    }
}

/// The number of proven ones, and of all.
fn score(proofs: &[&Proof]) -> String {
    let with = |verdict| proofs.iter().filter(|proof| proof.verdict == verdict).count();
    let offered = proofs.iter().filter(|proof| proof.verdict.is_offer()).count();
    format!("{} of {offered}", with(Verdict::Proven))
}
