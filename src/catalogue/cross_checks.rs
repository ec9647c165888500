//! Faults that appear only when all texts are read together.

use std::collections::BTreeMap;

use super::Catalogue;
use super::code::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Shorter sentences, such as `It depends.`, may occur under several codes.
const WORDS: usize = 5;

impl Catalogue {
    /// References to codes that do not exist, and sentences that occur in two files.
    pub(crate) fn review(&self) -> Result<Vec<Error>> {
        let mut review = Review { catalogue: self, faults: Vec::new(), said: BTreeMap::new() };
        let codes = self.codes()?.iter().chain(self.unofficial_codes()?);
        for code in codes.copied() {
            if let Err(error) = review.entry(code) {
                review.faults.push(error);
            }
        }
        for (one, other) in self.compared()? {
            if let Err(error) = review.comparison(one, other) {
                review.faults.push(error);
            }
        }
        if let Err(error) = self.libraries() {
            review.faults.push(error);
        }
        if let Err(error) = self.stand_ins() {
            review.faults.push(error);
        }
        for code in self.supported()? {
            if let Err(error) = review.browsers(code) {
                review.faults.push(error);
            }
        }
        Ok(review.faults)
    }

    fn exists(&self, code: Code) -> Result<bool> {
        Ok(self.codes()?.contains(&code) || self.unofficial_codes()?.contains(&code))
    }
}

struct Review<'a> {
    catalogue: &'a Catalogue,
    faults: Vec<Error>,
    /// The sentences so far, and the file of each.
    said: BTreeMap<String, String>,
}

impl Review<'_> {
    fn entry(&mut self, code: Code) -> Result<()> {
        let Some(reference) = self.catalogue.reference(code)? else { return Ok(()) };
        let file = self.catalogue.named(code)?;
        for related in &reference.related {
            if related.code == code {
                self.fault(&file, "related: a code is not related to itself".into());
            } else if !self.catalogue.exists(related.code)? {
                self.fault(&file, format!("related: there is no code `{}`", related.code));
            }
        }
        for text in reference.texts() {
            text.sentences().for_each(|sentence| self.hear(sentence, &file));
        }
        Ok(())
    }

    fn comparison(&mut self, one: Code, other: Code) -> Result<()> {
        let Some(comparison) = self.catalogue.comparison(one, other)? else { return Ok(()) };
        let file = format!("data/comparisons/{one}-{other}.yaml");
        for code in comparison.codes {
            if !self.catalogue.exists(code)? {
                self.fault(&file, format!("codes: there is no code `{code}`"));
            }
        }
        for text in comparison.texts() {
            text.sentences().for_each(|sentence| self.hear(sentence, &file));
        }
        Ok(())
    }

    fn browsers(&mut self, code: Code) -> Result<()> {
        self.catalogue.browser_support(code)?;
        if !self.catalogue.exists(code)? {
            let fault = Error::new(ErrorKind::Data, format!("code: there is no code `{code}`"));
            self.faults.push(fault.at(Origin::file(format!("data/browsers/{code}.yaml"))));
        }
        Ok(())
    }

    fn hear(&mut self, sentence: &str, file: &str) {
        if sentence.split_whitespace().count() < WORDS {
            return;
        }
        match self.said.get(sentence) {
            None => {
                self.said.insert(sentence.to_owned(), file.to_owned());
            }
            Some(other) => {
                let fault = format!("`{other}` has the same sentence: `{sentence}`");
                self.fault(file, fault);
            }
        }
    }

    fn fault(&mut self, file: &str, message: String) {
        let fault = Error::new(ErrorKind::Data, message).at(Origin::file(file));
        self.faults.push(fault.with_hint("say something specific to each code"));
    }
}
