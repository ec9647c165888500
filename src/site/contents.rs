use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::example_context::{Example, programs, requests};
use super::settings::{Pairs, Settings};
use crate::catalogue::{Body, Code, Reference, Registration, Status};
use crate::error::{Error, Result};
use crate::pages::{Explanation, Side};
use crate::parallel::{available_workers, map_in_order};
use crate::snippet::Generator;
use crate::targets::Target;

/// The data of all pages, read once.
pub(super) struct Contents<'g> {
    pub(super) generator: &'g Generator,
    /// The frameworks, by name.
    pub(super) servers: Vec<Arc<Target>>,
    /// By code.
    pub(super) codes: BTreeMap<Code, CodeData<'g>>,
    /// Pairs with a written comparison, the smaller code first.
    pub(super) curated: BTreeSet<(Code, Code)>,
    /// Pairs that have a page.
    pub(super) pairs: BTreeSet<(Code, Code)>,
}

/// The data of one code.
pub(super) struct CodeData<'g> {
    pub(super) explanation: Explanation<'g>,
    /// Programs that answer with the code.
    pub(super) programs: Vec<Example>,
    /// Programs that cause the code.
    pub(super) requests: Vec<Example>,
}

impl<'g> Contents<'g> {
    pub(super) fn new(generator: &'g Generator, settings: &Settings) -> Result<Self> {
        generator.body(settings.body.as_deref().unwrap_or(Body::DEFAULT))?;
        let targets = targets(generator, settings)?;
        let names: Vec<_> = targets.iter().map(|target| target.id().to_owned()).collect();
        let servers: Vec<_> = targets.into_iter().filter(|target| !target.is_client()).collect();
        let all = generator.all_codes()?.into_iter();
        let mut codes = BTreeMap::new();
        let work = |code: Code| CodeData::new(generator, code, &names, &servers, settings);
        map_in_order(available_workers(), all, work, |code_data: Result<CodeData<'g>>| {
            let code_data = code_data?;
            codes.insert(code_data.status().code, code_data);
            Ok::<_, Error>(())
        })?;
        let known =
            |(one, other): &(Code, Code)| codes.contains_key(one) && codes.contains_key(other);
        let curated: BTreeSet<_> = generator.compared()?.into_iter().filter(known).collect();
        let mut pairs = curated.clone();
        if settings.pairs == Pairs::All {
            pairs.extend(every_pair(&codes));
        }
        Ok(Self { generator, servers, codes, curated, pairs })
    }
}

impl<'g> CodeData<'g> {
    fn new(
        generator: &'g Generator,
        code: Code,
        names: &[String],
        servers: &[Arc<Target>],
        settings: &Settings,
    ) -> Result<Self> {
        let explanation = Explanation::new(generator, &code.to_string(), names)?;
        Ok(Self {
            programs: programs(generator, explanation.status, servers, settings.body.as_deref())?,
            requests: requests(&explanation),
            explanation,
        })
    }

    pub(super) fn status(&self) -> &'g Status {
        self.explanation.status
    }

    pub(super) fn reference(&self) -> Option<&'g Reference> {
        self.explanation.reference
    }

    /// The code as one side of a comparison.
    pub(super) fn side(&self) -> Side<'g> {
        Side { status: self.status(), reference: self.reference() }
    }
}

/// The requested targets, by name, each once. Clients are included unless some are requested: they
/// show how to try the servers.
fn targets(generator: &Generator, settings: &Settings) -> Result<Vec<Arc<Target>>> {
    if settings.targets.is_empty() {
        return generator.targets();
    }
    let mut targets = BTreeMap::new();
    for target in generator.distinct_targets(&settings.targets)? {
        targets.insert(target.id().to_owned(), target);
    }
    if !targets.values().any(|target| target.is_client()) {
        let clients = generator.targets()?.into_iter().filter(|target| target.is_client());
        targets.extend(clients.map(|target| (target.id().to_owned(), target)));
    }
    Ok(targets.into_values().collect())
}

/// Each registered code with each greater one.
fn every_pair(codes: &BTreeMap<Code, CodeData<'_>>) -> Vec<(Code, Code)> {
    let official =
        |code_data: &&CodeData<'_>| code_data.status().registration != Registration::Unofficial;
    let codes: Vec<_> =
        codes.values().filter(official).map(|code_data| code_data.status().code).collect();
    let greater = |one: &Code| {
        let one = *one;
        codes.iter().filter(move |other| **other > one).map(move |other| (one, *other))
    };
    codes.iter().flat_map(greater).collect()
}
