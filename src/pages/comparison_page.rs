use serde::Serialize;

use super::difference::Difference;
use super::facts::{facts, list, title};
use super::record::{self, ComparisonRecord, Entry};
use crate::catalogue::{Comparison, Reference, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::output::{Article, Block};
use crate::snippet::Generator;

/// Two codes side by side.
#[derive(Clone, Debug)]
pub struct ComparisonPage<'a> {
    /// The two codes, in the requested order.
    pub sides: [Side<'a>; 2],
    /// The written comparison, if there is one; the smaller code first.
    pub comparison: Option<Comparison>,
    /// The facts that differ.
    pub differences: Vec<Difference>,
}

/// One of two codes.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The code's entry.
    pub status: &'a Status,
    /// What it means and how to fix it; a code of an overlay may have nothing.
    pub reference: Option<&'a Reference>,
}

impl<'a> ComparisonPage<'a> {
    /// Compares the codes of those numbers or phrases.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`], [`Generator::reference`] and [`Generator::comparison`], and
    /// [`ErrorKind::Option`] if both codes are the same.
    pub fn new(generator: &'a Generator, first: &str, second: &str) -> Result<Self> {
        let side = |query: &str| {
            let status = generator.status(query)?;
            Ok::<_, Error>(Side { status, reference: generator.reference(status.code)? })
        };
        let sides = [side(first)?, side(second)?];
        let [one, other] = &sides;
        if one.status.code == other.status.code {
            let message = format!("{} can't be compared with itself", one.status.code);
            return Err(Error::new(ErrorKind::Option, message).with_hint("name two codes"));
        }
        let comparison = generator.comparison(one.status.code, other.status.code)?;
        Ok(Self::of(sides, comparison))
    }

    /// Compares two codes, with the written comparison if there is one.
    pub fn of(sides: [Side<'a>; 2], comparison: Option<Comparison>) -> Self {
        let mut differences = in_facts(&sides);
        if let Some(comparison) = &comparison {
            let [one, _] = &sides;
            let turned = comparison.codes.first() != Some(&one.status.code);
            differences.extend(comparison.points.iter().map(|point| {
                let (first, second) = in_order(turned, &point.first, &point.second);
                Difference {
                    on: point.on.to_string(),
                    first: first.to_string(),
                    second: second.to_string(),
                }
            }));
        }
        Self { sides, comparison, differences }
    }

    /// When to use which, in the order of the sides, if there is a written comparison.
    pub fn usage(&self) -> Option<[String; 2]> {
        let comparison = self.comparison.as_ref()?;
        let [one, _] = &self.sides;
        let turned = comparison.codes.first() != Some(&one.status.code);
        let (first, second) = in_order(turned, &comparison.usage.first, &comparison.usage.second);
        Some([first.to_string(), second.to_string()])
    }

    /// The comparison as data: the output of the format `json`.
    pub fn data(&self) -> impl Serialize {
        let codes = self.sides.each_ref().map(|side| Entry::new(side.status, side.reference));
        ComparisonRecord {
            schema: record::VERSION,
            codes,
            comparison: self.comparison.as_ref(),
            differences: &self.differences,
        }
    }

    /// The comparison as an article whose title is a heading of that level, 1 to 5.
    pub fn article(&self, level: u8) -> Article<'a> {
        let [one, other] = &self.sides;
        let titles = [title(one.status), title(other.status)];
        let mut blocks = Vec::new();
        if let Some(comparison) = &self.comparison {
            blocks.push(Block::Paragraph(comparison.difference.to_string()));
        }
        let summaries = self.sides.iter().zip(&titles);
        let summaries =
            summaries.map(|(side, title)| (title.clone(), side.status.summary.to_string()));
        blocks.push(Block::Terms(summaries.collect()));
        if let Some([first, second]) = self.usage() {
            blocks.push(Block::Heading("When to use which".into()));
            blocks.push(Block::List(vec![first, second]));
        }
        let rows = self.differences.iter();
        let rows = rows.map(|it| [it.on.clone(), it.first.clone(), it.second.clone()]).collect();
        let heads = [one.status.code.to_string(), other.status.code.to_string()];
        if !self.differences.is_empty() {
            blocks.push(Block::Heading("Key differences".into()));
            blocks.push(Block::Table { heads, rows });
        }
        for side in &self.sides {
            blocks.extend(side.reading());
        }
        let [first, second] = titles;
        let title = format!("{first} or {second}");
        Article { title: Some(title), level, blocks, data: record::value(&self.data()) }
    }
}

impl<'a> Side<'a> {
    /// What it means, when you see it and how to fix it.
    fn reading(&self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let Some(reference) = self.reference else { return blocks };
        let code = self.status.code;
        blocks.push(Block::Heading(format!("What {code} means")));
        blocks.extend(reference.meaning.iter().map(|text| Block::Paragraph(text.to_string())));
        list(&format!("When you see {code}"), &reference.seen_when, &mut blocks);
        if let Some(fixes) = &reference.fixes {
            list(&format!("How to fix {code} (for visitors)"), &fixes.visitors, &mut blocks);
            list(&format!("How to fix {code} (for developers)"), &fixes.developers, &mut blocks);
        }
        if let Some(nothing) = &reference.nothing_to_fix {
            blocks.push(Block::Heading(format!("{code}: nothing to fix")));
            blocks.push(Block::Paragraph(nothing.to_string()));
        }
        blocks
    }
}

fn in_order<T>(turned: bool, first: T, second: T) -> (T, T) {
    if turned { (second, first) } else { (first, second) }
}

/// The facts of both codes that differ.
fn in_facts(sides: &[Side<'_>; 2]) -> Vec<Difference> {
    let [first, second] = sides.each_ref().map(|side| facts(side.status, side.reference));
    let mut differences = Vec::new();
    for (on, first) in first {
        let Some((_, second)) = second.iter().find(|(name, _)| *name == on) else { continue };
        if *second != first {
            differences.push(Difference { on, first, second: second.clone() });
        }
    }
    differences
}
