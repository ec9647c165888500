use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{Prose, Status};
use crate::error::Result;
use crate::snippet::{Generator, Options, Refusal, Snippet};
use crate::targets::{Deviation, Language, Target};

/// A status code and its example in each of some targets: the input of a format.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The status code.
    pub status: &'a Status,
    /// The sentence that stands above the examples and says what happens in them.
    pub scenario: Option<&'a Prose>,
    /// One piece per target, in the requested order.
    pub pieces: Vec<Piece>,
}

/// A target and its example, or the reason why it has none.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The target.
    pub target: Arc<Target>,
    /// The language of its examples.
    pub language: Arc<Language>,
    /// The example, or why there is none.
    pub content: std::result::Result<Snippet, Refusal>,
    /// Whether lines are numbered, in formats whose readers can do that.
    pub line_numbers: bool,
}

/// Something that stands below an example.
#[derive(Clone, Debug)]
pub enum Remark<'a> {
    /// What it does otherwise than the catalogue asks, and the names of the servers if it does so on
    /// some only.
    Deviation(&'a Deviation, Option<String>),
    /// On which servers it runs: sentences in which backticks mark code.
    Places(String),
}

/// The layout of a page.
pub(super) enum Layout<'a> {
    /// No target can have an example, all for the same reason.
    Nothing(&'a Refusal),
    /// One target, whose piece needs no label.
    One(&'a Piece),
    /// Several targets, each under its label.
    Several(&'a [Piece]),
}

impl<'a> Page<'a> {
    /// Renders the examples of `status` in these targets. A client connects to the port of the
    /// server before it, or else of the first one after it, unless the options name a port.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::snippet`], except for an unsupported code, which becomes a piece.
    pub fn new(
        generator: &Generator,
        status: &'a Status,
        targets: &[Arc<Target>],
        options: &Options,
    ) -> Result<Self> {
        let piece = |(at, target): (usize, &Arc<Target>)| {
            let peer = if target.is_client() { peer(targets, at) } else { None };
            let beside = |server: &Target| Options {
                port: options.port.or(Some(server.port)),
                ..options.clone()
            };
            Ok(Piece {
                target: Arc::clone(target),
                language: generator.language(target)?,
                content: match peer {
                    Some(server) => generator.example(status, target, &beside(server))?,
                    None => generator.example(status, target, options)?,
                },
                line_numbers: false,
            })
        };
        let pieces = targets.iter().enumerate().map(piece).collect::<Result<Vec<_>>>()?;
        let shown = pieces.iter().any(|piece: &Piece| piece.content.is_ok());
        let scenario = status.scenario.as_ref().filter(|_| shown).map(|it| &it.line);
        Ok(Self { status, scenario, pieces })
    }

    /// The page with or without numbers before the lines of code.
    #[must_use]
    pub fn with_line_numbers(mut self, line_numbers: bool) -> Self {
        self.pieces.iter_mut().for_each(|piece| piece.line_numbers = line_numbers);
        self
    }

    /// The layout of the pieces.
    pub(super) fn layout(&self) -> Layout<'_> {
        match self.pieces.as_slice() {
            [one] => Layout::One(one),
            several => match several.first().map(|piece| &piece.content) {
                // A refusal that names no target applies to all of them.
                Some(Err(refusal)) if refusal.title.is_none() => Layout::Nothing(refusal),
                _ => Layout::Several(several),
            },
        }
    }
}

impl Piece {
    /// Where the example does otherwise than the catalogue asks.
    pub fn deviations(&self) -> impl Iterator<Item = &Deviation> {
        let snippet = self.content.as_ref().ok();
        snippet.into_iter().flat_map(|it| self.target.deviations(it.code, it.strict))
    }

    /// What stands below the example, without repetitions: one sentence may explain several deviations. The
    /// example's servers are named only where it doesn't run on all of them.
    pub fn remarks(&self) -> impl Iterator<Item = Remark<'_>> {
        let mut seen = BTreeSet::new();
        let snippet = self.content.as_ref().ok();
        let restricted = |it: &&Snippet| it.places.is_restricted();
        let places = snippet.filter(restricted).and_then(|it| it.places.told());
        let on = move |it: &Deviation| snippet?.places.titles(&it.servers);
        self.deviations()
            .filter(move |it| seen.insert((it.what.trim(), &it.servers)))
            .map(move |it| Remark::Deviation(it, on(it)))
            .chain(places.map(Remark::Places))
    }
}

/// The server for the client at `at`: the nearest one before it, else the first one after it.
fn peer(targets: &[Arc<Target>], at: usize) -> Option<&Target> {
    let (before, after) = targets.split_at_checked(at)?;
    let mut near = before.iter().rev().chain(after);
    near.find(|target| !target.is_client()).map(AsRef::as_ref)
}
