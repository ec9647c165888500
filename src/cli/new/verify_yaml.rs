//! The file `verify.yaml` of a new target.

use super::top_level_keys::entries;

/// The file of the other target with its first server alone.
pub(super) fn text(source: &str) -> String {
    let entries = entries(source);
    let kept = entries.iter().filter_map(|entry| match entry.key {
        "servers" => entry.with_items(|index, _| index == 0),
        "not_here" => None,
        _ => Some(entry.text()),
    });
    kept.collect()
}
