//! The catalogue's explanations, comparisons and lists of codes.

use super::generator::Generator;
use crate::catalogue::{
    BrowserSupport, Code, Comparison, Constant, RecordedExchange, Reference, StandIn, Status,
    Upstream,
};
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::{Error, Result};

impl Generator {
    /// The codes of the catalogue, registered and unofficial, ascending. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is not named after a code.
    pub fn all_codes(&self) -> Result<Vec<Code>> {
        let mut codes = [self.catalogue.codes()?, self.catalogue.unofficial_codes()?].concat();
        codes.sort_unstable();
        Ok(codes)
    }

    /// The entries of all codes, registered and unofficial, by code.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is wrong.
    pub fn all_statuses(&self) -> Result<Vec<&Status>> {
        self.all_codes()?.iter().map(|code| self.status(&code.to_string())).collect()
    }

    /// The codes in use that IANA does not list, ascending. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is not named after a code.
    pub fn unofficial_codes(&self) -> Result<&[Code]> {
        self.catalogue.unofficial_codes()
    }

    /// The explanation of a code: meaning, causes, fixes and more. A code of an overlay may have
    /// none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if its file is wrong.
    pub fn reference(&self, code: Code) -> Result<Option<&Reference>> {
        self.catalogue.reference(code)
    }

    /// The exchange that was recorded when that target's example answered with the code: the
    /// request and the response as HTTP. Not every example has been recorded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if its file can't be read.
    pub fn recorded_exchange(&self, code: Code, target: &str) -> Result<Option<RecordedExchange>> {
        self.catalogue.recorded_exchange(code, target)
    }

    /// Which browsers support what a code requires of them, and since when. MDN tracks it only for
    /// a few codes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if its file is wrong.
    pub fn browser_support(&self, code: Code) -> Result<Option<&BrowserSupport>> {
        self.catalogue.browser_support(code)
    }

    /// What languages and libraries call the code, by their titles; only those that have a constant
    /// for it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is wrong.
    pub fn constants(&self, code: Code) -> Result<Vec<Constant<'_>>> {
        self.catalogue.constants(code)
    }

    /// What a reader puts behind a gateway whose server has to behave like this.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if `data/upstreams.yaml` is wrong.
    pub fn stand_in(&self, upstream: Upstream) -> Result<Option<StandIn>> {
        self.catalogue.stand_in(upstream)
    }

    /// The comparison of two codes, if one has been written. The order does not matter: the result
    /// has the smaller code first.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if its file is wrong.
    pub fn comparison(&self, one: Code, other: Code) -> Result<Option<Comparison>> {
        self.catalogue.comparison(one, other)
    }

    /// The pairs that have a comparison, the smaller code first, ascending. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is not named after two codes.
    pub fn compared(&self) -> Result<Vec<(Code, Code)>> {
        self.catalogue.compared()
    }

    /// The codes that have a comparison with this one, ascending.
    ///
    /// # Errors
    ///
    /// Those of [`compared`](Self::compared).
    pub fn compared_with(&self, code: Code) -> Result<Vec<Code>> {
        let other = |(one, other): (Code, Code)| match code {
            _ if code == one => Some(other),
            _ if code == other => Some(one),
            _ => None,
        };
        let mut codes: Vec<_> = self.compared()?.into_iter().filter_map(other).collect();
        codes.sort_unstable();
        Ok(codes)
    }

    /// Faults in the texts about codes, taken together: related codes that do not exist, and
    /// sentences that occur under two codes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is not named after a code.
    pub fn review(&self) -> Result<Vec<Error>> {
        self.catalogue.review()
    }
}
