use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::record::{array_schema, value};
use super::search_text::{Text, together};
use super::search_words::{COMPLETE, query_words, similarity};
use crate::catalogue::{Code, Prose, Registration, Status};
use crate::error::Result;
use crate::output::{Article, Block};
use crate::snippet::Generator;

/// A result of a search.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The code's entry.
    pub status: &'a Status,
    /// The score, to compare it with other results of the same search.
    pub score: f64,
    /// The text that contains most of the words.
    pub excerpt: String,
}

/// How much less an unofficial code counts.
const UNOFFICIAL: f64 = 0.6;

/// Results whose score is lower than this share of the best one are dropped.
const ENOUGH: f64 = 0.15;

/// The codes that match these words, the best first. Words may be incomplete or misspelled.
///
/// # Errors
///
/// Those of [`Generator::statuses`] and [`Generator::reference`].
pub fn search<'a>(generator: &'a Generator, query: &str) -> Result<Vec<Hit<'a>>> {
    let mut documents = Vec::new();
    let targets = generator.targets()?;
    for status in generator.all_statuses()? {
        let texts = Text::finding(generator, status, &targets)?;
        documents.push(Document { status, texts });
    }
    // Of two codes with the same score the registered one comes first.
    documents.sort_by_key(|it| it.status.registration == Registration::Unofficial);
    let index = Index::new(&documents);
    let matches: Vec<_> = query_words(query).iter().map(|word| index.matches(word)).collect();
    // If a word matches nothing, the others must match more than roughly.
    let least = if matches.iter().any(Vec::is_empty) { COMPLETE } else { 0.0 };
    let mut hits: Vec<_> =
        documents.iter().enumerate().filter_map(|(at, it)| it.hit(at, &matches, least)).collect();
    // Someone who types the name of a code wants that code.
    if let Ok(named) = generator.status(query) {
        let best = hits.iter().map(|hit| hit.score).fold(1.0, f64::max);
        let same = |hit: &&mut Hit<'_>| hit.status.code == named.code;
        hits.iter_mut().filter(same).for_each(|hit| hit.score += best);
    }
    hits.sort_by(|one, other| other.score.total_cmp(&one.score));
    let enough = hits.first().map_or(0.0, |best| best.score * ENOUGH);
    hits.retain(|hit| hit.score >= enough);
    Ok(hits)
}

/// The texts about a code.
struct Document<'a> {
    status: &'a Status,
    texts: Vec<Text>,
}

impl<'a> Document<'a> {
    /// The document as a result, if it contains any of the words, and one of them with the least
    /// similarity; `at` is its number.
    fn hit(&self, at: usize, matches: &[Vec<Match<'_>>], least: f64) -> Option<Hit<'a>> {
        let has_it = |it: &Match<'_>| it.similarity >= least && it.places.contains_key(&at);
        if !matches.iter().flatten().any(has_it) {
            return None;
        }
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        let mut total = 0.0;
        let mut found: u32 = 0;
        for word in matches {
            let mut best: BTreeMap<usize, f64> = BTreeMap::new();
            for Match { similarity, rarity, places } in word {
                for (text, weight) in places.get(&at).into_iter().flatten() {
                    let entry = best.entry(*text).or_default();
                    *entry = entry.max(weight * similarity * rarity);
                }
            }
            total += together(best.values().copied());
            found += u32::from(!best.is_empty());
            for (text, score) in best {
                *scores.entry(text).or_default() += score;
            }
        }
        // Words that occur together count more than the same words in two places.
        let (text, together) = scores.into_iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let share = f64::from(found) / f64::from(u32::try_from(matches.len()).unwrap_or(u32::MAX));
        let excerpt = self.texts.get(text).and_then(|it| it.excerpt.clone());
        let excerpt = excerpt.unwrap_or_else(|| self.status.summary.to_string());
        let standing =
            if self.status.registration == Registration::Unofficial { UNOFFICIAL } else { 1.0 };
        let score = (total + together) * share * share * standing;
        Some(Hit { status: self.status, score, excerpt })
    }
}

/// Where a word occurs: the documents, and its weight in each text of each document.
type Places = BTreeMap<usize, BTreeMap<usize, f64>>;

/// A word that is similar to one of the query.
struct Match<'i> {
    similarity: f64,
    /// How much it counts because few documents have it.
    rarity: f64,
    places: &'i Places,
}

/// Where each word occurs.
struct Index {
    words: BTreeMap<String, Places>,
    documents: usize,
}

impl Index {
    fn new(documents: &[Document<'_>]) -> Self {
        let mut all: BTreeMap<String, Places> = BTreeMap::new();
        for (at, document) in documents.iter().enumerate() {
            for (number, text) in document.texts.iter().enumerate() {
                let (words, weight) = text.words();
                for word in words {
                    all.entry(word).or_default().entry(at).or_default().insert(number, weight);
                }
            }
        }
        Self { words: all, documents: documents.len() }
    }

    /// Where all words similar to the wanted one occur, and how similar they are. A word that is known
    /// is not misspelled.
    fn matches(&self, wanted: &str) -> Vec<Match<'_>> {
        let known = |at_least: f64| {
            let words =
                self.words.iter().map(|(known, places)| (similarity(wanted, known), places));
            words.filter(move |(similarity, _)| *similarity > 0.0 && *similarity >= at_least)
        };
        let least = if self.words.contains_key(wanted) { COMPLETE } else { 0.0 };
        let rated = |(similarity, places)| {
            let rarity = self.rarity(Places::len(places));
            Match { similarity, rarity, places }
        };
        known(least).map(rated).collect()
    }

    /// A word that occurs in few documents counts more.
    fn rarity(&self, documents: usize) -> f64 {
        let number = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        (1.0 + number(self.documents) / number(documents)).ln()
    }
}

/// What is said if nothing is found.
const NOTHING: &str = "No status code matches these words. Try fewer words, the beginning of one, or a number; \
                       `statuscraft list codes --unofficial` shows all codes.";

/// The codes that match these words as an article, at most `limit` of them.
///
/// # Errors
///
/// Those of [`search`].
pub fn found(generator: &Generator, query: &str, limit: usize) -> Result<Article<'static>> {
    let mut hits = search(generator, query)?;
    hits.truncate(limit);
    let data = Value::Array(hits.iter().map(|hit| value(&HitRow::new(hit))).collect());
    let block = if hits.is_empty() {
        Block::Paragraph(NOTHING.into())
    } else {
        Block::Terms(hits.into_iter().map(term).collect())
    };
    Ok(Article { title: None, level: 1, blocks: vec![block], data })
}

/// The code, and the text that contains the words.
fn term(hit: Hit<'_>) -> (String, String) {
    (format!("{} {}", hit.status.code, hit.status.phrase), hit.excerpt)
}

/// A result of a search.
#[derive(Serialize, JsonSchema)]
pub(super) struct HitRow<'a> {
    /// The status code.
    code: Code,
    /// The reason phrase.
    phrase: &'a str,
    /// One or two sentences about the code.
    summary: &'a Prose,
    /// The text that contains most of the words.
    excerpt: &'a str,
}

impl<'a> HitRow<'a> {
    pub(super) fn new(hit: &'a Hit<'_>) -> Self {
        let Hit { status, excerpt, .. } = hit;
        Self { code: status.code, phrase: &status.phrase, summary: &status.summary, excerpt }
    }
}

/// The JSON Schema of search results.
pub fn search_schema() -> Value {
    array_schema::<Vec<HitRow<'_>>>("search")
}
