//! A committed file of proofs that are known to hold.

use std::collections::{BTreeMap, BTreeSet};

use super::proof::{Proof, Verdict};
use super::results::Results;

/// Proofs that are known to hold: a line each, with target, code, server, tier, shape of errors and
/// key.
#[derive(Clone, Debug, Default)]
pub struct ProofLock {
    lines: BTreeSet<String>,
    /// Which tenth is proven all the same.
    rotation: Option<u64>,
}

const HEAD: &str =
    "# Proofs that are known to hold; written by `statuscraft verify --update-lock`.\n";
/// Into how many parts the proofs are divided, one of which is run again each time.
const PARTS: u64 = 10;

impl ProofLock {
    /// The proofs of such a file. Those of one tenth, which the number chooses, don't count.
    pub fn new(text: &str, rotation: Option<u64>) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        Self { lines: lines.map(str::to_owned).collect(), rotation }
    }

    /// Whether the proof is known to hold and not to be repeated now.
    pub(super) fn holds(&self, line: &str) -> bool {
        let sum =
            line.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        let repeated = self.rotation.is_some_and(|number| number % PARTS == sum % PARTS);
        !repeated && self.lines.contains(line)
    }

    /// The file with what these results say, and what it has of others.
    pub fn updated(&self, results: &Results) -> String {
        let mut lines: BTreeMap<String, String> =
            self.lines.iter().map(|line| (name(line).to_owned(), line.clone())).collect();
        for proof in results.proofs.iter().filter(|proof| !proof.line.is_empty()) {
            let holds = !matches!(proof.verdict, Verdict::Failed | Verdict::ToolchainMissing);
            if holds {
                lines.insert(name(&proof.line).to_owned(), proof.line.clone());
            } else {
                lines.remove(name(&proof.line));
            }
        }
        lines.into_values().fold(HEAD.to_owned(), |text, line| text + &line + "\n")
    }
}

/// All of a line but the key.
fn name(line: &str) -> &str {
    line.rsplit_once(' ').map_or(line, |(name, _)| name)
}

/// The line of a proof.
pub(super) fn line(proof: &Proof, strict: bool, body: &str, key: &str) -> String {
    let against = proof.server.as_ref().map_or(String::new(), |it| format!("@{it}"));
    let on = proof.on.as_deref().unwrap_or("-");
    let tier = if strict { "strict" } else { "default" };
    let input =
        proof.input.as_ref().map_or(String::new(), |it| format!("({it})").replace(' ', "_"));
    format!("{}{against} {}{input} {on} {tier} {body} {key}", proof.target, proof.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Body, Code};
    use crate::verify::results::Tier;

    fn results(verdict: Verdict, key: &str) -> Results {
        let mut proof = Proof::new("one", Code::new(404).unwrap(), verdict);
        proof.line = line(&proof, false, "json", key);
        Results {
            statuscraft: "",
            tier: Tier::Usual,
            body: Body::DEFAULT.into(),
            targets: Vec::new(),
            proofs: vec![proof],
        }
    }

    #[test]
    fn what_is_proven_is_kept_beside_the_proofs_of_others() {
        let lock =
            ProofLock::new("# x\none 404 - default json k1\ntwo 404 - default json k2\n", None);
        assert!(lock.holds("one 404 - default json k1"));
        assert!(!lock.holds("one 404 - default json k2"));
        let updated = lock.updated(&results(Verdict::Proven, "k3"));
        assert_eq!(
            updated,
            format!("{HEAD}one 404 - default json k3\ntwo 404 - default json k2\n")
        );
        let failed = lock.updated(&results(Verdict::Failed, "k3"));
        assert_eq!(failed, format!("{HEAD}two 404 - default json k2\n"));
    }

    #[test]
    fn a_tenth_is_repeated_each_time() {
        let lines: Vec<String> =
            (0..200).map(|key| format!("one 404 - default json {key}")).collect();
        let mut repeated = 0;
        for number in 0..10 {
            let lock = ProofLock::new(&lines.join("\n"), Some(number));
            repeated += lines.iter().filter(|line| !lock.holds(line)).count();
        }
        assert_eq!(repeated, 200, "each of them once in ten runs");
    }
}
