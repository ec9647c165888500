//! The templates that a template needs.

use std::collections::BTreeMap;

use super::environment::syntax;
use super::generator::Generator;
use super::template_outline::Outline;
use crate::error::Result;
use crate::targets::Target;

impl Generator {
    /// The texts of these templates of a target and of all that they use, by name. Those that the
    /// targets of a language share are left out.
    pub(crate) fn used_templates(
        &self,
        target: &Target,
        names: impl IntoIterator<Item = String>,
    ) -> Result<BTreeMap<String, String>> {
        let mut texts = BTreeMap::new();
        let mut wanted: Vec<String> = names.into_iter().collect();
        while let Some(name) = wanted.pop() {
            if texts.contains_key(&name) || name.starts_with("shared/") {
                continue;
            }
            let Some(file) = self.targets.template(target.id(), &name)? else { continue };
            let outline = Outline::of(&file.text, syntax());
            wanted.extend(outline.uses);
            if outline.chooses {
                wanted.extend(
                    self.targets.template_names(target)?.into_iter().filter(|name| is_at_top(name)),
                );
            }
            texts.insert(name, file.text.into_owned());
        }
        Ok(texts)
    }
}

/// Whether a template stands beside `program.j2`.
fn is_at_top(name: &str) -> bool {
    !name.contains('/')
}
