//! The proofs that the program was built with.

use std::collections::BTreeMap;

/// A line for each proof, see `build/proofs.rs`.
const SEEN: &str = include_str!(concat!(env!("OUT_DIR"), "/proofs"));

/// The deviations that were seen when usual examples were proven, by target, server and code.
pub(super) struct SeenProofs(BTreeMap<[&'static str; 3], Vec<&'static str>>);

impl SeenProofs {
    /// Those that the program was built with.
    pub(super) fn new() -> Self {
        let line = |line: &'static str| {
            let mut words = line.split(' ');
            let (target, code, server) = (words.next()?, words.next()?, words.next()?);
            Some(([target, server, code], words.collect()))
        };
        Self(SEEN.lines().filter_map(line).collect())
    }

    /// The deviations of the example of a code on a server; nothing, if it wasn't proven there.
    pub(super) fn deviations<'a>(
        &'a self,
        target: &'a str,
        server: &'a str,
        code: &'a str,
    ) -> Option<&'a [&'a str]> {
        let proofs: &BTreeMap<[&'a str; 3], Vec<&'a str>> = &self.0;
        proofs.get(&[target, server, code]).map(Vec::as_slice)
    }
}
