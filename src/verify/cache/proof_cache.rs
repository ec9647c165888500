//! Proofs of earlier runs.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::write_whole;
use crate::verify::finding::{Finding, Level};
use crate::verify::program_rules;

/// The results of earlier runs, by a digest of everything that the verdict depends on.
///
/// Only passed proofs are stored, with their warnings. A failure is tried again each time.
#[derive(Debug)]
pub(in crate::verify) struct ProofCache {
    folder: PathBuf,
    /// Whether earlier proofs are used.
    enabled: bool,
}

/// A proof that went well, as it is kept.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct KeptProof {
    warnings: Vec<Warning>,
    /// The deviations that were seen.
    deviations: Vec<String>,
}

/// A warning, as it is kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Warning {
    rule: String,
    source: String,
    message: String,
    transcript: String,
}

impl ProofCache {
    pub(in crate::verify) fn new(caches: &Path, fresh: bool) -> Self {
        Self { folder: caches.join("proofs"), enabled: !fresh }
    }

    /// The warnings of the proof of that key and the deviations seen in it, if there is such a proof.
    pub(in crate::verify) fn get(&self, key: &str) -> Option<(Vec<Finding>, Vec<String>)> {
        let text = fs::read(self.path(key)).ok().filter(|_| self.enabled)?;
        let kept: KeptProof = serde_json::from_slice(&text).ok()?;
        let warnings = kept.warnings.into_iter().map(Warning::into_finding);
        Some((warnings.collect::<Option<_>>()?, kept.deviations))
    }

    /// Keeps a proof. A cache that can't be written costs time later and nothing else.
    pub(in crate::verify) fn store(&self, key: &str, warnings: &[Finding], deviations: &[String]) {
        let warnings = warnings.iter().map(Warning::new).collect();
        let kept = KeptProof { warnings, deviations: deviations.to_vec() };
        if let Ok(text) = serde_json::to_vec(&kept) {
            let _ = write_whole(&self.path(key), &text);
        }
    }

    /// Removes a proof that has failed since.
    pub(in crate::verify) fn remove(&self, key: &str) {
        let _ = fs::remove_file(self.path(key));
    }

    fn path(&self, key: &str) -> PathBuf {
        let (first, rest) = key.split_at_checked(2).unwrap_or(("", key));
        self.folder.join(first).join(rest)
    }
}

impl Warning {
    fn new(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.to_owned(),
            source: finding.source.clone(),
            message: finding.message.clone(),
            transcript: finding.transcript.clone(),
        }
    }

    fn into_finding(self) -> Option<Finding> {
        let rule = program_rules::find(&self.rule)?.name;
        let Self { source, message, transcript, .. } = self;
        Some(Finding { rule, source, level: Level::Note, message, transcript })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_proof_is_found_until_it_is_removed() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = ProofCache::new(folder.path(), false);
        assert_eq!(cache.get("abcd"), None);
        cache.store("abcd", &[], &["an-edge".into()]);
        assert_eq!(cache.get("abcd"), Some((Vec::new(), vec!["an-edge".into()])));
        assert_eq!(cache.get("abce"), None);
        assert_eq!(ProofCache::new(folder.path(), true).get("abcd"), None);
        cache.remove("abcd");
        assert_eq!(cache.get("abcd"), None);
        Ok(())
    }

    #[test]
    fn warnings_are_stored() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = ProofCache::new(folder.path(), false);
        let warnings = vec![program_rules::finding(program_rules::LOOPBACK, "it is open")];
        cache.store("abcd", &warnings, &[]);
        assert_eq!(cache.get("abcd"), Some((warnings, Vec::new())));
        Ok(())
    }

    #[test]
    fn a_damaged_file_is_ignored() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = ProofCache::new(folder.path(), false);
        write_whole(&cache.path("abcd"), b"[{")?;
        assert_eq!(cache.get("abcd"), None);
        Ok(())
    }
}
