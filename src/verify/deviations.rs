//! What targets state of where their examples do otherwise than they should.

use std::sync::Arc;

use super::program_rules;
use super::proof::Verdict;
use super::results::Results;
use super::rule::Rule;
use super::rules;
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;
use crate::targets::{Deviation, Target};

/// Checks that each deviation of a target names an edge of its codes, or a rule from which a target
/// may deviate.
///
/// # Errors
///
/// [`ErrorKind::Data`] at the target's file, if one does not.
pub fn check_deviations(target: &Target, statuses: &[&Status]) -> Result<()> {
    for deviation in &target.deviations {
        if names_rule(deviation) || names_edge(deviation, statuses) {
            continue;
        }
        let name = deviation.edge.escape_debug();
        let codes: Vec<_> = deviation.codes.iter().map(ToString::to_string).collect();
        let of = if codes.is_empty() { String::new() } else { format!(" of {}", codes.join(", ")) };
        let message = format!("deviations: `{name}` is neither an edge{of} nor a rule");
        let known = edges(statuses).chain(deviable().map(|rule| rule.name));
        let hint = did_you_mean(&deviation.edge, known);
        let hint = hint.unwrap_or_else(|| {
            "`edges` of `data/statuses/` have names; `lint` and reports name the rules".into()
        });
        let error = Error::new(ErrorKind::Data, message).with_hint(hint);
        return Err(match target.origin() {
            Some(origin) => error.at(origin.clone()),
            None => error,
        });
    }
    Ok(())
}

fn deviable() -> impl Iterator<Item = Rule> {
    rules::all().filter(|rule| rules::may_be_deviated_from(*rule))
}

fn edges<'a>(statuses: &'a [&'a Status]) -> impl Iterator<Item = &'a str> {
    let exchanges = statuses.iter().filter_map(|status| status.exchange.as_ref());
    exchanges.flat_map(|exchange| &exchange.edges).map(|edge| edge.name.as_str())
}

fn names_rule(deviation: &Deviation) -> bool {
    deviable().any(|rule| rule.name == deviation.edge)
}

/// Whether all of its codes have the edge; any code, if it goes for all of them.
fn names_edge(deviation: &Deviation, statuses: &[&Status]) -> bool {
    let has = |status: &&Status| edges(&[*status]).any(|edge| edge == deviation.edge);
    if deviation.codes.is_empty() {
        return statuses.iter().any(has);
    }
    deviation.codes.iter().all(|code| statuses.iter().any(|it| it.code == *code && has(it)))
}

impl Results {
    /// Makes failures of the deviations that are stated of no code in particular and that no example
    /// of the target has. All its codes must have been proven.
    pub(super) fn note_unseen_deviations(&mut self, servers: &[Arc<Target>], strict: bool) {
        for target in servers {
            let stated = target.deviations.iter().filter(|it| it.codes.is_empty());
            for deviation in stated.filter(|it| it.strict || !strict) {
                let mut own: Vec<_> = self
                    .proofs
                    .iter_mut()
                    .filter(|proof| proof.target == target.id() && proof.server.is_none())
                    .collect();
                let sure = own.iter().all(|proof| {
                    !matches!(proof.verdict, Verdict::ToolchainMissing | Verdict::Failed)
                });
                let seen = own.iter().any(|proof| proof.deviations.contains(&deviation.edge));
                let Some(first) = own.first_mut().filter(|_| sure && !seen) else { continue };
                let message = format!("`{}` is untrue: no example deviates", deviation.edge);
                first.findings.push(program_rules::finding(program_rules::UNSEEN, message));
                first.verdict = Verdict::Failed;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::snippet::Generator;
    use crate::targets::Target;
    use crate::verify::proof::{Proof, Verdict};
    use crate::verify::results::{Results, Tier};

    /// The verdict on the only example of a target that states a deviation of no code in particular.
    fn verdict(seen: &[&str], strict: bool, first: Verdict) -> Verdict {
        let generator = Generator::new();
        let ids = generator.target_ids().unwrap();
        let stated = serde_json::json!([{
            "edge": "head-fields", "what": "It does.", "whose": "It", "see": "https://example.com/",
        }]);
        let mut target = Target::clone(&generator.target(&ids[1]).unwrap());
        target.deviations = serde_json::from_value(stated).unwrap();
        let mut proof = Proof::new(target.id(), crate::catalogue::Code::new(404).unwrap(), first);
        proof.deviations = seen.iter().map(|name| (*name).to_owned()).collect();
        let mut results = Results {
            statuscraft: "",
            tier: Tier::Usual,
            body: String::new(),
            targets: Vec::new(),
            proofs: vec![proof],
        };
        results.note_unseen_deviations(&[Arc::new(target)], strict);
        results.proofs[0].verdict
    }

    #[test]
    fn a_deviation_that_no_example_has_is_untrue() {
        assert_eq!(verdict(&["head-fields"], false, Verdict::Proven), Verdict::Proven);
        assert_eq!(verdict(&[], false, Verdict::Proven), Verdict::Failed);
        assert_eq!(verdict(&[], true, Verdict::Proven), Verdict::Proven);
        assert_eq!(
            verdict(&[], false, Verdict::ToolchainMissing),
            Verdict::ToolchainMissing,
            "nothing is known of it"
        );
    }
}
