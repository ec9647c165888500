//! Explanations and comparisons of codes, looked up.

use super::code::Code;
use super::comparison::Comparison;
use super::explanation::Reference;
use super::recorded_exchange::RecordedExchange;
use super::{Catalogue, UNOFFICIAL};
use crate::assets;
use crate::error::{Error, ErrorKind, Result};

const COMPARISONS: &str = "data/comparisons";

/// The folder of recorded exchanges.
const RECORDED: &str = "snapshots/wire";

impl Catalogue {
    /// The explanation of that code, if there is one.
    pub(crate) fn reference(&self, code: Code) -> Result<Option<&Reference>> {
        let Some(slot) = self.references.get(usize::from(code.number()) - 100) else {
            return Ok(None);
        };
        if let Some(reference) = slot.get() {
            return Ok(Some(reference));
        }
        let Some((_, file)) = self.file(code)? else { return Ok(None) };
        let Some(reference) = assets::parse_second::<Box<Reference>>(&file)? else {
            return Ok(None);
        };
        if let Some(fault) = reference.fault() {
            return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
        }
        Ok(Some(slot.get_or_init(|| reference)))
    }

    /// The exchange that was recorded when that target's example sent the code, if it was.
    pub(crate) fn recorded_exchange(
        &self,
        code: Code,
        target: &str,
    ) -> Result<Option<RecordedExchange>> {
        let file = self.assets.read(&format!("{RECORDED}/{target}/{code}.http"))?;
        Ok(file.map(|file| RecordedExchange::new(file.text.into_owned())))
    }

    /// The pairs that have a comparison, the smaller code first, ascending.
    pub(crate) fn compared(&self) -> Result<Vec<(Code, Code)>> {
        let mut pairs = Vec::new();
        for name in self.assets.list(COMPARISONS)? {
            let Some(stem) = name.strip_suffix(".yaml") else { continue };
            let code = |text: &str| text.parse().ok().and_then(Code::new);
            let pair = stem.split_once('-').and_then(|(one, two)| Some((code(one)?, code(two)?)));
            pairs.push(pair.ok_or_else(|| {
                let message = format!("`{COMPARISONS}/{name}` is not named after two codes");
                Error::new(ErrorKind::Data, message)
                    .with_hint("a comparison's name is its codes, such as `401-403.yaml`")
            })?);
        }
        Ok(pairs)
    }

    /// The comparison of two codes, if one has been written. The order does not matter; the result
    /// has the smaller code first.
    pub(crate) fn comparison(&self, one: Code, other: Code) -> Result<Option<Comparison>> {
        let stem = format!("{}-{}", one.min(other), one.max(other));
        let Some(file) = self.assets.read(&format!("{COMPARISONS}/{stem}.yaml"))? else {
            return Ok(None);
        };
        let comparison: Comparison = assets::parse(&file)?;
        match comparison.fault(&stem) {
            Some(fault) => Err(Error::new(ErrorKind::Data, fault).at(file.origin)),
            None => Ok(Some(comparison)),
        }
    }

    /// The name of the file that holds the code.
    pub(super) fn named(&self, code: Code) -> Result<String> {
        let official = self.codes()?.contains(&code);
        let folder = if official { super::FOLDER } else { UNOFFICIAL };
        Ok(format!("{folder}/{code}.yaml"))
    }
}
