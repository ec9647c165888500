//! What was seen of a behaviour on a server.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::Behaviour;
use super::seen_proofs::SeenProofs;
use crate::catalogue::Code;
use crate::one_line::one_line;
use crate::targets::Target;

/// What holds on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Every example that was proven there behaves so.
    Yes,
    /// Some examples do, and others do something else.
    Partly,
    /// Examples do something else.
    Differs,
    /// The examples that would show it don't work on this server.
    No,
    /// The target has no example that would show it.
    None,
}

impl Verdict {
    /// The verdict as a word for readers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::Differs => "differs",
            Self::No => "no",
            Self::None => "-",
        }
    }

    /// What holds for a target, if these hold on its servers.
    pub(super) fn of_all(verdicts: &[Self]) -> Self {
        // A server on which the examples don't work says nothing of the framework.
        let mut shown = verdicts.iter().filter(|it| !matches!(it, Self::None | Self::No));
        let Some(first) = shown.next() else {
            return if verdicts.contains(&Self::No) { Self::No } else { Self::None };
        };
        if shown.all(|it| it == first) { *first } else { Self::Partly }
    }
}

/// What was seen of a behaviour on a server.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Cell {
    /// What holds.
    pub verdict: Verdict,
    /// What happens instead.
    pub remarks: Vec<Remark>,
}

/// What happens instead, in the examples of some codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Remark {
    /// What happens: a sentence in which backticks mark code.
    pub what: String,
    /// The codes.
    pub codes: Vec<Code>,
    /// Whose behaviour it is.
    pub whose: Option<String>,
    /// Where they say so.
    pub see: Option<String>,
}

impl Cell {
    /// What was seen of a behaviour in a target's usual examples on one of its servers.
    pub(super) fn new(
        behaviour: &Behaviour,
        (target, server): (&Target, &str),
        (codes, proofs): (&[Code], &SeenProofs),
    ) -> Self {
        let (mut holds, mut differs) = (0_u32, 0_u32);
        let mut remarks: Vec<Remark> = Vec::new();
        let mut absent = Vec::new();
        let refuses = |code: &Code| target.unsupported.get(code).is_some_and(|it| !it.only_strict);
        for code in codes.iter().filter(|code| !refuses(code)) {
            let verification = target.verify.as_ref();
            if let Some(it) = verification.and_then(|it| it.not_here_on(server, *code)) {
                absent.push(remark(&it.what, *code));
                continue;
            }
            let number = code.to_string();
            let seen = proofs.deviations(target.id(), server, &number);
            let Some(seen) = seen else { continue };
            if !seen.contains(&behaviour.name.as_str()) {
                holds += 1;
                continue;
            }
            differs += 1;
            let stated = target.deviations(*code, false);
            let stated = stated.filter(|it| it.edge == behaviour.name && it.is_on(server));
            for it in stated {
                let mut one = remark(&it.what, *code);
                (one.whose, one.see) = (Some(it.whose.clone()), Some(it.see.to_string()));
                add(&mut remarks, one);
            }
        }
        // For a rule, each code shows it. So one that isn't here says nothing.
        let verdict = match (holds, differs) {
            (0, 0) if !absent.is_empty() && !behaviour.codes.is_empty() => {
                for one in absent {
                    add(&mut remarks, one);
                }
                Verdict::No
            }
            (0, 0) => Verdict::None,
            (_, 0) => Verdict::Yes,
            (0, _) => Verdict::Differs,
            _ => Verdict::Partly,
        };
        Self { verdict, remarks }
    }
}

fn remark(what: &str, code: Code) -> Remark {
    let what = one_line(what);
    Remark { what, codes: vec![code], whose: None, see: None }
}

/// Adds a remark, or its code to the one that says the same.
fn add(remarks: &mut Vec<Remark>, new: Remark) {
    match remarks.iter_mut().find(|it| it.what == new.what && it.see == new.see) {
        Some(known) => known.codes.extend(new.codes),
        None => remarks.push(new),
    }
}
