//! The codes that a target doesn't cover, and what covers them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Lint;
use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::pages::{Need, needs};
use crate::targets::Target;

/// So many codes are named one by one.
const NAMED: usize = 4;

/// So many templates are described with what their codes are asked.
const DESCRIBED: usize = 3;

impl Lint<'_> {
    /// Reports the codes that a target doesn't cover as one error, and says which templates of an
    /// overlay's target would cover most of them.
    pub(super) fn gaps(&mut self, target: &Target, gaps: &BTreeMap<Code, Error>) -> Result<()> {
        let Some(first) = gaps.values().next() else { return Ok(()) };
        let codes = match gaps.len() {
            few if few <= NAMED => numbers(gaps.keys()),
            many => format!("{many} codes"),
        };
        let mut fault =
            Error::new(ErrorKind::Gap, format!("neither a template nor a reason for {codes}"))
                .with_hint(first.hint().unwrap_or_default());
        if let Some(origin) = first.origin() {
            fault = fault.at(origin.clone());
        }
        self.faults.push(fault);
        if !self.folders.have_part_of(target) {
            return Ok(());
        }
        let mut needed = needs(self.generator, &|code| gaps.contains_key(&code))?;
        needed.sort_by_key(|need| std::cmp::Reverse(need.codes.len()));
        self.next.push_str(&described(target, &needed));
        Ok(())
    }
}

/// The templates that a target lacks: the first ones with what their codes are asked, the others by
/// name.
fn described(target: &Target, needed: &[Need]) -> String {
    let mut text = format!("what {} lacks, the templates for most codes first:\n", target.id());
    let (first, others) = needed.split_at(needed.len().min(DESCRIBED));
    for need in first {
        // Writing to a string can't fail.
        let _ = writeln!(text, "  {}: {}", need.template, numbers(&need.codes));
        for exchange in &need.exchanges {
            let _ = writeln!(text, "    {exchange}");
        }
    }
    if !others.is_empty() {
        let names: Vec<_> =
            others.iter().map(|it| format!("{} ({})", it.name, numbers(&it.codes))).collect();
        let _ = writeln!(text, "  then {}", names.join(", "));
        text.push_str("  `statuscraft list recipes` says what each of them is asked\n");
    }
    text
}

fn numbers<'a>(codes: impl IntoIterator<Item = &'a Code>) -> String {
    codes.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
