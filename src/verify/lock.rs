//! A committed file of proofs that are known to hold.

use std::collections::BTreeMap;

use super::proof::{Proof, Verdict};
use super::results::Results;

/// Proofs that are known to hold: a line each, with target, code, server, tier, shape of errors, key,
/// and the deviations that were seen.
#[derive(Clone, Debug, Default)]
pub struct ProofLock {
    /// By all that names a proof.
    proofs: BTreeMap<String, LockedProof>,
    /// Which tenth is proven all the same.
    rotation: Option<u64>,
}

/// What is known of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LockedProof {
    key: String,
    deviations: Vec<String>,
}

const HEAD: &str =
    "# Proofs that are known to hold; written by `statuscraft verify --update-lock`.\n";
/// Into how many parts the proofs are divided, one of which is run again each time.
const PARTS: u64 = 10;
/// How many fields name a proof.
const NAME: usize = 5;
/// How much of a digest is kept.
const DIGITS: usize = 32;

impl ProofLock {
    /// The proofs of such a file. Those of one tenth, which the number chooses, don't count.
    pub fn new(text: &str, rotation: Option<u64>) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        Self { proofs: lines.filter_map(read).collect(), rotation }
    }

    /// The deviations of a proof that is known to hold and is not to be repeated now.
    pub(super) fn find(&self, line: &str) -> Option<Vec<String>> {
        let sum =
            line.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        if self.rotation.is_some_and(|number| number % PARTS == sum % PARTS) {
            return None;
        }
        let (name, LockedProof { key, .. }) = read(line)?;
        let known = self.proofs.get(&name).filter(|known| known.key == key)?;
        Some(known.deviations.clone())
    }

    /// The file with what these results say, and what it has of others.
    pub fn updated(&self, results: &Results) -> String {
        let mut proofs = self.proofs.clone();
        for proof in &results.proofs {
            let Some((name, known)) = read(&proof.line) else { continue };
            let holds = !matches!(proof.verdict, Verdict::Failed | Verdict::ToolchainMissing);
            if holds {
                let deviations = proof.deviations.clone();
                proofs.insert(name, LockedProof { deviations, ..known });
            } else {
                proofs.remove(&name);
            }
        }
        proofs.iter().fold(HEAD.to_owned(), |text, (name, LockedProof { key, deviations })| {
            let fields: Vec<_> = deviations.iter().map(String::as_str).collect();
            let fields = [&[name.as_str(), key], fields.as_slice()].concat();
            text + &fields.join(" ") + "\n"
        })
    }
}

/// A line of the file, if it is one.
fn read(line: &str) -> Option<(String, LockedProof)> {
    let fields: Vec<&str> = line.split(' ').collect();
    let (name, rest) = fields.split_at_checked(NAME)?;
    let (key, deviations) = rest.split_first()?;
    let deviations = deviations.iter().map(|it| (*it).to_owned()).collect();
    Some((name.join(" "), LockedProof { key: (*key).to_owned(), deviations }))
}

/// The line of a proof.
pub(super) fn line(proof: &Proof, strict: bool, body: &str, key: &str) -> String {
    let against = proof.server.as_ref().map_or(String::new(), |it| format!("@{it}"));
    let on = proof.on.as_deref().unwrap_or("-");
    let tier = if strict { "strict" } else { "default" };
    let input =
        proof.input.as_ref().map_or(String::new(), |it| format!("({it})").replace(' ', "_"));
    let key = key.get(..DIGITS).unwrap_or(key);
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
        assert_eq!(lock.find("one 404 - default json k1"), Some(Vec::new()));
        assert_eq!(lock.find("one 404 - default json k2"), None);
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
            (0..200).map(|number| format!("one{number} 404 - default json k")).collect();
        let mut repeated = 0;
        for number in 0..10 {
            let lock = ProofLock::new(&lines.join("\n"), Some(number));
            repeated += lines.iter().filter(|line| lock.find(line).is_none()).count();
        }
        assert_eq!(repeated, 200, "each of them once in ten runs");
    }
}
