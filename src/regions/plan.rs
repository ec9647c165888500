use super::command_output::Printed;
use super::comment::Place;
use super::document::{Document, Reading};
use super::fault::place;
use super::imports;
use super::region::Region;
use super::region_content::Content;
use super::region_state::State;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// A region and how it compares.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The region.
    pub region: &'a Region,
    /// How it compares.
    pub state: State,
    /// The lines that it should have, if they differ.
    content: Option<String>,
    /// The checksum that it should have.
    checksum: String,
}

/// The changes to a document.
#[derive(Debug)]
pub struct Plan<'a> {
    document: &'a Document<'a>,
    /// Each region and how it compares, in the order of the document.
    pub comparisons: Vec<Comparison<'a>>,
}

impl<'a> Document<'a> {
    /// Compares each region with the output of `print` for its command.
    ///
    /// # Errors
    ///
    /// Those of `print` for each region, with the position of its marker.
    pub fn plan<P: std::borrow::Borrow<Printed>>(
        &'a self,
        mut print: impl FnMut(&str) -> Result<P>,
    ) -> std::result::Result<Plan<'a>, Vec<Error>> {
        let mut errors = Vec::new();
        let mut comparisons = Vec::with_capacity(self.regions.len());
        let mut names = None;
        for region in &self.regions {
            let compared = print(&region.command).and_then(|printed| {
                let printed = printed.borrow();
                refuse_html(region, printed)?;
                if printed.imports.is_empty() {
                    return Ok(self.compare(region, printed));
                }
                let names = names.get_or_insert_with(|| imports::outside(self));
                let missing = imports::missing(&printed.imports, names)?;
                match missing.as_slice() {
                    [] => Ok(self.compare(region, printed)),
                    lines if region.prefix.is_empty() => {
                        Ok(self.compare(region, &printed.with_imports(lines)))
                    }
                    lines => Err(imports::out_of_place(lines)),
                }
            });
            match compared {
                Ok(comparison) => comparisons.push(comparison),
                Err(error) => errors.push(self.at_marker(region, &error)),
            }
        }
        if errors.is_empty() { Ok(Plan { document: self, comparisons }) } else { Err(errors) }
    }

    fn compare(&'a self, region: &'a Region, printed: &Printed) -> Comparison<'a> {
        let text = self.content(region);
        let content = Content::of(text, region);
        let wanted = (!content.holds(&printed.body, region, self.kind))
            .then(|| content.with(&printed.body, region, self.kind))
            .filter(|wanted| wanted != text);
        let same = wanted.is_none();
        let recorded = region.checksum.as_deref();
        let state = match recorded {
            Some(recorded) if same && recorded == printed.checksum => State::Current,
            Some(recorded) if !same && recorded != content.checksum(region) => State::Edited,
            None if !same && !content.is_empty() => State::Unsigned,
            _ => State::Stale,
        };
        Comparison { region, state, content: wanted, checksum: printed.checksum.clone() }
    }

    /// The error with the position of the word that caused it, or of the marker.
    fn at_marker(&self, region: &Region, error: &Error) -> Error {
        let words = self.text.get(region.words.clone()).unwrap_or_default();
        let (line, column) = match error.word().and_then(|word| position(words, word)) {
            Some(position) => place(self.text, region.words.start + position),
            None => (region.line, region.column),
        };
        let origin = Origin::file(self.name).at(line, column);
        let located = Error::new(error.kind(), error.to_string()).at(origin);
        match error.hint() {
            Some(hint) => located.with_hint(hint),
            None => located,
        }
    }
}

/// Refuses what is no HTML inside a block of HTML, where it would not be read.
fn refuse_html(region: &Region, printed: &Printed) -> Result<()> {
    if region.place != Place::Html || printed.body.is_empty() || printed.body.starts_with('<') {
        return Ok(());
    }
    let message = "a block of HTML begins above, in which Markdown is not read";
    Err(Error::new(ErrorKind::Document, message)
        .with_hint("put an empty line before the marker, or print it with `--format html`"))
}

/// The position of one of the words, quoted or not.
fn position(words: &str, word: &str) -> Option<usize> {
    let is_edge = |one: char| one.is_whitespace() || matches!(one, '"' | '\'' | '=');
    let is_whole = |at: &usize| {
        let (before, rest) = words.split_at_checked(*at).unwrap_or_default();
        let after = rest.get(word.len()..).unwrap_or_default();
        before.ends_with(is_edge) && (after.is_empty() || after.starts_with(is_edge))
    };
    let mut places = words.match_indices(word).map(|(at, _)| at);
    if word.is_empty() { None } else { places.find(is_whole) }
}

impl Plan<'_> {
    /// Whether every region is current.
    pub fn is_current(&self) -> bool {
        self.comparisons.iter().all(|it| it.state == State::Current)
    }

    /// The document with its regions updated; regions that were edited by hand only if `edited`
    /// says so. Everything outside of the regions and the checksums stays as it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Document`] if the output of a command would be read as something else, for
    /// example as a marker.
    pub fn text(&self, protected: bool) -> Result<String> {
        let document = self.document;
        let mut text = String::with_capacity(document.text.len());
        let mut done = 0;
        for comparison in &self.comparisons {
            let region = comparison.region;
            if comparison.state == State::Current || comparison.state.is_protected() && !protected {
                continue;
            }
            if let Some(content) = &comparison.content {
                text.push_str(document.text.get(done..region.content.start).unwrap_or_default());
                text.push_str(content);
                done = region.content.end;
            }
            let place = &region.checksum_place;
            text.push_str(document.text.get(done..place.start).unwrap_or_default());
            text.push(' ');
            text.push_str(&comparison.checksum);
            done = place.end;
        }
        text.push_str(document.text.get(done..).unwrap_or_default());
        self.reread(&text)?;
        Ok(text)
    }

    /// Makes sure that the new text has the same regions as the old one.
    fn reread(&self, text: &str) -> Result<()> {
        let document = self.document;
        let reading = Document::read(document.name, text.as_bytes(), document.kind);
        let regions = match &reading {
            Ok(Reading::Document(document)) => document.regions.as_slice(),
            _ => &[],
        };
        let same = |(old, new): &(&Region, &Region)| old.command == new.command;
        let kept = document.regions.iter().zip(regions).take_while(same).count();
        if kept == document.regions.len() && kept == regions.len() {
            return Ok(());
        }
        let region = document.regions.get(kept.saturating_sub(1)).or(document.regions.last());
        let place = region.map_or((1, 1), |region| (region.line, region.column));
        Err(Error::new(
            ErrorKind::Document,
            "the output of the command would be read as a marker or would hide one",
        )
        .at(Origin::file(document.name).at(place.0, place.1))
        .with_hint("choose a `--format` that shows it as code, or another message"))
    }
}
