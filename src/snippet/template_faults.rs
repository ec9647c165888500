//! Faults of a target's templates that rendering doesn't show: blocks that are never printed,
//! templates that nothing uses, and variables that are printed as what they are not.

use std::collections::{BTreeMap, BTreeSet};

use super::environment::syntax;
use super::generator::Generator;
use super::template_outline::Outline;
use crate::assets::File;
use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;
use crate::targets::Target;

/// The folders of templates that are chosen by their names.
const CHOSEN: [&str; 4] = ["codes/", "recipes/", "strict/", "attempts/"];

/// Templates at the top that every target may have, used or not.
const USUAL: [&str; 2] = ["program.j2", "body.j2"];

/// Templates by name.
type Outlines = BTreeMap<String, (File, Outline)>;

impl Generator {
    /// Faults of a target's templates that rendering doesn't show.
    pub(crate) fn template_faults(&self, target: &Target) -> Result<Vec<Error>> {
        let mut outlines = Outlines::new();
        for name in self.targets.template_names(target)? {
            if let Some(file) = self.targets.template(target.id(), &name)? {
                let outline = Outline::of(&file.text, syntax());
                outlines.insert(name, (file, outline));
            }
        }
        let mut faults = Vec::new();
        for (name, (file, outline)) in &outlines {
            stray_blocks(name, target, &outlines, &mut faults);
            for mistaken in &outline.mistaken {
                let (line, column) = mistaken.place;
                let fault = Error::new(ErrorKind::Template, mistaken.message.as_str());
                faults
                    .push(fault.at(file.origin.clone().at(line, column)).with_hint(mistaken.hint));
            }
        }
        unused(&outlines, &mut faults);
        for name in outlines.keys().filter_map(|name| name.strip_prefix("attempts/")) {
            let stem = name.trim_end_matches(".j2");
            let is_reason = |(code, _): (&_, &_)| crate::catalogue::Code::to_string(code) == stem;
            if !target.unsupported.iter().any(is_reason)
                && let Some((file, _)) = outlines.get(&format!("attempts/{name}"))
            {
                let message = "an attempt at a code that has no reason under `unsupported`";
                faults.push(Error::new(ErrorKind::Template, message).at(file.origin.clone()));
            }
        }
        Ok(faults)
    }
}

/// Blocks of a template that no parent has, so that they are printed nowhere.
fn stray_blocks(name: &str, target: &Target, outlines: &Outlines, faults: &mut Vec<Error>) {
    let Some((file, outline)) = outlines.get(name) else { return };
    let Some(known) = blocks_of_parents(outline, outlines) else { return };
    for block in outline.blocks.iter().filter(|block| block.is_outermost) {
        let is_file = target.files.iter().any(|file| file.block == block.name);
        if is_file || known.contains(block.name.as_str()) {
            continue;
        }
        let (line, column) = block.place;
        let message = format!("no parent has a block `{}`, so it is printed nowhere", block.name);
        let files = target.files.iter().map(|file| file.block.as_str());
        let hint = did_you_mean(&block.name, known.iter().copied().chain(files));
        let hint = hint.unwrap_or_else(|| {
            let known: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
            format!("the parents have {}", known.join(", "))
        });
        let fault = Error::new(ErrorKind::Template, message);
        faults.push(fault.at(file.origin.clone().at(line, column)).with_hint(hint));
    }
}

/// The names of the blocks of all parents; `None` without a parent, or if one is not known.
fn blocks_of_parents<'a>(outline: &Outline, outlines: &'a Outlines) -> Option<BTreeSet<&'a str>> {
    let mut known = BTreeSet::new();
    let mut passed = BTreeSet::new();
    let mut parent = outline.parent.as_deref()?;
    loop {
        let (_, outline) = outlines.get(parent)?;
        // A circle is reported when the template is rendered.
        if !passed.insert(parent) {
            return None;
        }
        known.extend(outline.blocks.iter().map(|block| block.name.as_str()));
        match &outline.parent {
            Some(next) => parent = next,
            None if outline.chooses => return None,
            None => return Some(known),
        }
    }
}

/// Templates beside the others that nothing uses. Those that are shared are not this target's alone.
fn unused(outlines: &Outlines, faults: &mut Vec<Error>) {
    if outlines.values().any(|(_, outline)| outline.chooses) {
        return;
    }
    let used: BTreeSet<&str> = outlines
        .values()
        .flat_map(|(_, outline)| outline.uses.iter().map(String::as_str))
        .collect();
    for (name, (file, _)) in outlines {
        let is_chosen = CHOSEN.iter().any(|folder| name.starts_with(folder));
        if is_chosen || name.starts_with("shared/") || USUAL.contains(&name.as_str()) {
            continue;
        }
        if !used.contains(name.as_str()) {
            let fault = Error::new(ErrorKind::Template, "no template uses this one");
            faults.push(fault.at(file.origin.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::snippet::{Generator, Options};

    #[test]
    fn built_in_templates_have_no_such_faults() {
        let generator = Generator::new();
        for target in generator.targets().unwrap() {
            let faults = generator.template_faults(&target).unwrap();
            assert!(faults.is_empty(), "{faults:?}");
            let marked = generator.marked_literals(&target).unwrap();
            for status in generator.all_statuses().unwrap() {
                for strict in [false, true] {
                    let options = Options { strict, ..Options::default() };
                    let quoted = generator.quoted_literals(&marked, status, &target, &options);
                    assert!(quoted.as_ref().is_ok_and(Vec::is_empty), "{quoted:?}");
                }
            }
        }
    }
}
