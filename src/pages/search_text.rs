//! The texts about a code that are searched.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::search_words::words;
use crate::catalogue::{Prose, Reference, Status};
use crate::error::Result;
use crate::snippet::Generator;
use crate::targets::Target;

/// The weight of a word, depending on where it occurs.
const KEYWORD: f64 = 20.0;
const NAME: f64 = 10.0;
const SUMMARY: f64 = 5.0;
const MEANING: f64 = 3.0;
const QUESTION: f64 = 1.5;
const REST: f64 = 1.0;

/// The weight of a word in all texts except the one where it counts most.
const REPEATED: f64 = 0.25;

/// The headings of every page, and that of some.
const HEADINGS: &str = "What it means. When you see it. Common causes. How to fix it for visitors. How to fix \
                        it for developers. Code examples. Try it. Caching. Methods. Questions. Related. \
                        Often confused with. HTTP status code error.";
const BROWSERS: &str = "Browser support";

/// A text, the weight of its words, and the text to show in results.
pub(super) struct Text {
    weight: f64,
    said: String,
    pub(super) excerpt: Option<String>,
}

impl Text {
    /// All texts that find a code: those about it, its headings, and those of targets.
    pub(super) fn finding(
        generator: &Generator,
        status: &Status,
        targets: &[Arc<Target>],
    ) -> Result<Vec<Self>> {
        let mut texts = Text::all(status, generator.reference(status.code)?);
        texts.extend(Text::headings(generator.browser_support(status.code)?.is_some()));
        texts.extend(Text::of_targets(status, targets));
        Ok(texts)
    }

    /// The texts about a code.
    fn all(status: &Status, reference: Option<&Reference>) -> Vec<Self> {
        let users = status.used_by.iter().flat_map(|user| [&user.name, &user.phrase]);
        let names = [&status.phrase].into_iter().chain(&status.formerly).chain(users);
        let mut texts = vec![Text::whole(SUMMARY, &status.summary)];
        texts.extend(names.map(|name| Text::part(NAME, name)));
        texts.push(Text::part(NAME, status.code.to_string()));
        if let Some(reference) = reference {
            texts.extend(reference.keywords.iter().map(|it| Text::part(KEYWORD, it)));
            let meaning = reference.meaning.iter().chain(&reference.seen_when);
            texts.extend(meaning.map(|text| Text::whole(MEANING, text)));
            texts.extend(reference.causes.iter().map(|text| Text::whole(MEANING, text)));
            texts.extend(reference.questions.iter().map(|it| Text {
                weight: QUESTION,
                said: it.question.to_string(),
                excerpt: Some(it.answer.to_string()),
            }));
            texts.extend(reference.texts().map(|text| Text::part(REST, text.to_string())));
        }
        texts
    }

    /// The headings of a code's page. Those that every page has find nothing alone, but they don't count
    /// as missing words either.
    fn headings(has_browsers: bool) -> Vec<Self> {
        let mut texts = vec![Text::part(REST, HEADINGS)];
        texts.extend(has_browsers.then(|| Text::part(KEYWORD, BROWSERS)));
        texts
    }

    /// The names of the targets that have an example, and what those examples do otherwise.
    fn of_targets(status: &Status, targets: &[Arc<Target>]) -> Vec<Self> {
        if status.no_snippet.is_some() {
            return Vec::new();
        }
        let mut texts = Vec::new();
        for target in targets {
            let Some(reason) = target.unsupported.get(&status.code) else {
                let names = [target.id(), &target.title, &target.aliases.join(" ")].join(" ");
                texts.push(Text::part(REST, names));
                let deviations = target.deviations(status.code, false);
                texts.extend(deviations.map(|it| Text {
                    weight: REST,
                    said: format!("{} {}", it.what, it.whose),
                    excerpt: Some(format!("{}: {}", target.title, it.what.trim())),
                }));
                continue;
            };
            texts.push(Text {
                weight: REST,
                said: format!("{} {} {}", target.title, reason.reason, reason.instead),
                excerpt: Some(format!("{}: {}", target.title, reason.reason.trim())),
            });
        }
        texts
    }

    /// A text that makes sense on its own.
    fn whole(weight: f64, text: &Prose) -> Self {
        Self { weight, said: text.to_string(), excerpt: Some(text.to_string()) }
    }

    /// A text that needs its context.
    fn part(weight: f64, said: impl Into<String>) -> Self {
        Self { weight, said: said.into(), excerpt: None }
    }

    /// Its words, and the weight of each.
    pub(super) fn words(&self) -> (BTreeSet<String>, f64) {
        // A word counts more in a short text than in a long one.
        let words: BTreeSet<String> = words(&self.said).into_iter().collect();
        let length = f64::from(u32::try_from(words.len()).unwrap_or(u32::MAX));
        let weight = self.weight / (1.0 + length / 20.0);
        (words, weight)
    }
}

/// The weight of a word that has these weights in several texts. `search.js` does the same.
pub(super) fn together(weights: impl IntoIterator<Item = f64>) -> f64 {
    let (highest, sum) = weights
        .into_iter()
        .fold((0.0, 0.0), |(highest, sum), it| (f64::max(highest, it), sum + it));
    highest + (sum - highest) * REPEATED
}

/// The words and the weight of each text that finds a code, before its length lowers the weight.
///
/// # Errors
///
/// Those of [`Generator::reference`].
#[cfg(feature = "site")]
pub(crate) fn searched(
    generator: &Generator,
    status: &Status,
    targets: &[Arc<Target>],
) -> Result<Vec<(BTreeSet<String>, f64)>> {
    let texts = Text::finding(generator, status, targets)?;
    Ok(texts.into_iter().map(|text| (text.words().0, text.weight)).collect())
}
