use serde::Serialize;

use super::browsers;
use super::examples::Examples;
use super::facts::{facts, list, title};
use super::record::{self, Entry, ExplanationRecord};
use crate::catalogue::{
    BrowserSupport, Code, Configuration, Constant, HttpExample, RecordedExchange, Reference, Status,
};
use crate::error::Result;
use crate::output::{Article, Block, Page, Record};
use crate::snippet::Generator;

/// The explanation of a code, with everything on its page.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The code's entry.
    pub status: &'a Status,
    /// What it means and how to fix it; a code of an overlay may have nothing.
    pub reference: Option<&'a Reference>,
    /// Which browsers support it, if MDN tracks that.
    pub browsers: Option<&'a BrowserSupport>,
    /// What languages and libraries call it.
    pub constants: Vec<Constant<'a>>,
    /// The codes with a written comparison, ascending.
    pub compared: Vec<Code>,
    /// The names of these codes, and the decisive difference from each.
    pub differences: Vec<(String, String)>,
    /// The example's request and response as HTTP: recorded from the first of these servers, or
    /// written by hand.
    pub http: Option<String>,
    /// The response to a client's request, if it was recorded.
    pub response: Option<String>,
    /// The target whose example answered when `http` was recorded; `None` if it was written by hand.
    pub recorded_with: Option<String>,
    /// Handlers that answer with the code.
    pub examples: Page<'a>,
    /// Programs that send a request that causes it, to the first of these servers.
    pub clients: Page<'a>,
}

impl<'a> Explanation<'a> {
    /// Explains the code with that number or phrase, with examples in these targets, or in all of
    /// them if none is named.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::status`], [`Generator::target`] and [`Generator::reference`].
    pub fn new(generator: &'a Generator, query: &str, targets: &[String]) -> Result<Self> {
        let status = generator.status(query)?;
        let compared = generator.compared_with(status.code)?;
        let differences = compared.iter().map(|other| difference(generator, status.code, *other));
        let differences = differences.collect::<Result<_>>()?;
        let Examples { servers, clients } = Examples::new(generator, status, targets)?;
        let reference = generator.reference(status.code)?;
        let pieces = &servers.pieces;
        let first = pieces.iter().find(|piece| piece.content.is_ok()).or(pieces.first());
        let recorded = match first {
            Some(piece) => generator.recorded_exchange(status.code, piece.target.id())?,
            None => None,
        };
        let written = || reference?.http.as_ref().map(HttpExample::text);
        Ok(Self {
            status,
            reference,
            http: recorded.as_ref().map(RecordedExchange::text).or_else(written),
            response: recorded.as_ref().map(RecordedExchange::response),
            recorded_with: recorded.as_ref().and(first).map(|it| it.target.title.clone()),
            browsers: generator.browser_support(status.code)?,
            constants: generator.constants(status.code)?,
            compared,
            differences,
            examples: servers,
            clients,
        })
    }

    /// The explanation as data: the output of the format `json`.
    pub fn data(&self) -> impl Serialize {
        ExplanationRecord {
            schema: record::VERSION,
            entry: Entry::new(self.status, self.reference),
            browsers: self.browsers,
            constants: &self.constants,
            compared: &self.compared,
            http: self.http.as_deref(),
            examples: Record::all(&self.examples),
            clients: Record::all(&self.clients),
        }
    }

    /// The explanation as an article whose title is a heading of that level, 1 to 5.
    pub fn article(&self, level: u8) -> Article<'a> {
        let status = self.status;
        let mut blocks = vec![
            Block::Paragraph(status.summary.to_string()),
            Block::Facts(facts(status, self.reference)),
        ];
        if let Some(reference) = self.reference {
            reading(reference, &mut blocks);
        }
        if !self.examples.pieces.is_empty() {
            blocks.push(Block::Heading("Code examples".into()));
            blocks.push(Block::Examples(self.examples.clone()));
        }
        if !self.clients.pieces.is_empty() && !self.is_said_twice() {
            blocks.push(Block::Heading("Try it".into()));
            blocks.push(Block::Examples(self.clients.clone()));
        }
        if let Some(reference) = self.reference {
            background(reference, self.exchange(), &mut blocks);
        }
        if !self.constants.is_empty() {
            let rows = self.constants.iter();
            let rows = rows.map(|it| (it.title.to_owned(), format!("`{}`", it.constant)));
            blocks.push(Block::Heading("Constants".into()));
            blocks.push(Block::Facts(rows.collect()));
        }
        if let Some(support) = self.browsers {
            browsers::section(support, &mut blocks);
        }
        if let Some(reference) = self.reference {
            questions(reference, &mut blocks);
        }
        if !self.differences.is_empty() {
            blocks.push(Block::Heading("Often confused with".into()));
            blocks.push(Block::Facts(self.differences.clone()));
        }
        let title = title(status);
        Article { title: Some(title), level, blocks, data: record::value(&self.data()) }
    }

    /// The request and response of the example, with the words above them.
    fn exchange(&self) -> Option<(String, &str)> {
        let http = self.http.as_deref()?;
        let above = match &self.recorded_with {
            Some(title) => format!("Recorded from the example for {title}:"),
            None => "As HTTP messages:".to_owned(),
        };
        Some((above, http))
    }

    /// Whether the reason why clients have no example is the one that servers have already given.
    fn is_said_twice(&self) -> bool {
        self.status.no_snippet.is_some() && !self.examples.pieces.is_empty()
    }
}

/// The name of another code, and what sets the two apart, with the section that defines the other.
fn difference(generator: &Generator, code: Code, other: Code) -> Result<(String, String)> {
    let status = generator.status(&other.to_string())?;
    let comparison = generator.comparison(code, other)?;
    let mut text = comparison.map(|it| it.difference.to_string()).unwrap_or_default();
    if let Some(spec) = &status.spec {
        let section = format!("{}, section {}", spec.document, spec.section);
        text = format!("{} See {section}.", text.trim_end());
    }
    Ok((format!("{other} {}", status.phrase), text))
}

/// What readers who have just seen the code want to know first.
fn reading(reference: &Reference, blocks: &mut Vec<Block<'_>>) {
    blocks.push(Block::Heading("What it means".into()));
    blocks.extend(reference.meaning.iter().map(|text| Block::Paragraph(text.to_string())));
    list("When you see it", &reference.seen_when, blocks);
    if let Some(nothing) = &reference.nothing_to_fix {
        blocks.push(Block::Heading("Nothing to fix".into()));
        blocks.push(Block::Paragraph(nothing.to_string()));
    }
    if let Some(fixes) = &reference.fixes {
        list("Common causes", &reference.causes, blocks);
        list("How to fix it (for visitors)", &fixes.visitors, blocks);
        list("How to fix it (for developers)", &fixes.developers, blocks);
        for configuration in &fixes.configuration {
            let Configuration { server, text, lines, fence } = configuration;
            blocks.push(Block::Paragraph(format!("{server}: {text}")));
            blocks.push(Block::Listing { text: lines.clone(), fence: fence.clone() });
        }
    }
}

/// What they may want to know next.
fn background(
    reference: &Reference,
    exchange: Option<(String, &str)>,
    blocks: &mut Vec<Block<'_>>,
) {
    let paragraph = |heading: &str, text: String, blocks: &mut Vec<Block<'_>>| {
        blocks.push(Block::Heading(heading.into()));
        blocks.push(Block::Paragraph(text));
    };
    paragraph("Example", reference.example.to_string(), blocks);
    if let Some((above, http)) = exchange {
        blocks.push(Block::Paragraph(above));
        blocks.push(Block::Listing { text: http.to_owned(), fence: "http".into() });
    }
    paragraph("Tip", reference.tip.to_string(), blocks);
    blocks.push(Block::Heading("What browsers and clients do".into()));
    let clients = &reference.clients;
    blocks.push(Block::Terms(vec![
        ("Browsers".into(), clients.browsers.to_string()),
        ("Crawlers".into(), clients.crawlers.to_string()),
        ("Libraries".into(), clients.libraries.to_string()),
    ]));
    paragraph("Methods", reference.methods.to_string(), blocks);
    paragraph("Caching", reference.caching.text.to_string(), blocks);
}

fn questions(reference: &Reference, blocks: &mut Vec<Block<'_>>) {
    blocks.push(Block::Heading("Questions".into()));
    let questions = reference.questions.iter();
    let questions = questions.map(|it| (it.question.to_string(), it.answer.to_string()));
    blocks.push(Block::Terms(questions.collect()));
    blocks.push(Block::Heading("Related".into()));
    let related = reference.related.iter();
    let related = related.map(|it| (it.code.to_string(), it.how.to_string()));
    blocks.push(Block::Facts(related.collect()));
}
