//! The catalogue of status codes: one file per code, read on demand.

mod body;
mod browsers;
mod code;
mod comparison;
mod constants;
mod cross_checks;
mod exchange;
mod explanation;
mod explanations;
mod field;
mod listing;
mod prose;
mod recorded_exchange;
mod scenario;
mod stand_in;
mod status;
mod status_query;
mod unknown_code;
mod url;

use std::sync::OnceLock;

use crate::assets::{self, Assets, File};
use crate::error::{Error, ErrorKind, Result};

pub use body::Body;
pub use browsers::{BrowserSupport, BrowserVersion, Platform, Support, SupportedFeature};
pub use code::{Class, Code};
pub use comparison::{Comparison, Point, Sides};
pub use constants::Constant;
use constants::Library;
pub use exchange::{
    Before, Carrier, Control, Edge, EdgeName, Exchange, Fields, Interim, Method, Pad, Preparation,
    Request, Response, Scalar, Shape, Statuses, Transfer, Upstream, Version,
};
pub use explanation::{Caching, Clients, Fixes, Question, Reference, Related};
pub(crate) use field::fill_path;
pub use field::{FieldName, FieldValue};
#[cfg(all(feature = "verify", unix))]
pub(crate) use field::{WEAK, captures};
pub use listing::{Configuration, HttpExample};
pub use prose::{Citation, Prose, Span};
#[cfg(feature = "formats")]
pub(crate) use prose::{code_spans, spans};
pub use recorded_exchange::{RecordedExchange, Sender};
pub use scenario::{
    PathValues, PathVariables, Scenario, VariableKind, VariableName, VariableValue,
};
pub use stand_in::StandIn;
pub use status::{Content, Fault, Registration, Spec, Status, User};
use status_query::StatusLine;
#[cfg(feature = "formats")]
pub(crate) use status_query::is_status_line;
#[cfg(feature = "formats")]
pub(crate) use unknown_code::LIST_HINT;
pub use url::Url;

/// The folders of entries: codes that IANA lists, and those that it does not.
const FOLDER: &str = "data/statuses";
const UNOFFICIAL: &str = "data/unofficial";

/// All entries, each parsed at most once.
#[derive(Debug)]
pub(crate) struct Catalogue {
    assets: Assets,
    codes: OnceLock<Vec<Code>>,
    unofficial: OnceLock<Vec<Code>>,
    entries: Vec<OnceLock<Box<Status>>>,
    references: Vec<OnceLock<Box<Reference>>>,
    browsers: Vec<OnceLock<Box<BrowserSupport>>>,
    constants: OnceLock<Vec<Library>>,
}

impl Catalogue {
    pub(crate) fn new(assets: Assets) -> Self {
        let entries = (100..600).map(|_| OnceLock::new()).collect();
        let references = (100..600).map(|_| OnceLock::new()).collect();
        let browsers = (100..600).map(|_| OnceLock::new()).collect();
        let (codes, unofficial) = (OnceLock::new(), OnceLock::new());
        let constants = OnceLock::new();
        Self { assets, codes, unofficial, entries, references, browsers, constants }
    }

    /// The codes that IANA lists and that have an entry, ascending.
    pub(crate) fn codes(&self) -> Result<&[Code]> {
        self.named_after_codes(FOLDER, &self.codes)
    }

    /// The codes that IANA does not list and that have an entry, ascending.
    pub(crate) fn unofficial_codes(&self) -> Result<&[Code]> {
        self.named_after_codes(UNOFFICIAL, &self.unofficial)
    }

    fn named_after_codes<'a>(
        &self,
        folder: &str,
        slot: &'a OnceLock<Vec<Code>>,
    ) -> Result<&'a [Code]> {
        if let Some(codes) = slot.get() {
            return Ok(codes);
        }
        let mut codes = Vec::new();
        for name in self.assets.list(folder)? {
            let Some(stem) = name.strip_suffix(".yaml") else { continue };
            let code = stem.parse().ok().and_then(Code::new).ok_or_else(|| {
                Error::new(ErrorKind::Data, format!("`{folder}/{name}` is not named after a code"))
                    .with_hint("a status file's name is its code, such as `404.yaml`")
            })?;
            codes.push(code);
        }
        Ok(slot.get_or_init(|| codes))
    }

    /// The entry of that code, if there is one.
    pub(crate) fn get(&self, code: Code) -> Result<Option<&Status>> {
        let Some(slot) = self.entries.get(usize::from(code.number()) - 100) else {
            return Ok(None);
        };
        if let Some(status) = slot.get() {
            return Ok(Some(status));
        }
        let Some((folder, file)) = self.file(code)? else { return Ok(None) };
        let status: Box<Status> = assets::parse_first(&file)?;
        if (status.registration == Registration::Unofficial) != (folder == UNOFFICIAL) {
            let fault =
                "registration: the codes in `data/unofficial`, and only those, are `unofficial`";
            return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
        }
        if let Some(fault) = status.fault_in_entry(&code.to_string()) {
            return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
        }
        Ok(Some(slot.get_or_init(|| status)))
    }

    /// The file of a code, and its folder.
    fn file(&self, code: Code) -> Result<Option<(&'static str, File)>> {
        for folder in [FOLDER, UNOFFICIAL] {
            if let Some(file) = self.assets.read(&format!("{folder}/{code}.yaml"))? {
                return Ok(Some((folder, file)));
            }
        }
        Ok(None)
    }

    /// The entry for a code's number, phrase or former phrase, in any case and punctuation, or for the
    /// number and the phrase together, as in a status line.
    pub(crate) fn find(&self, query: &str) -> Result<&Status> {
        if let Some(number) = status_query::number(query) {
            return match Code::new(number).map(|code| self.get(code)).transpose()?.flatten() {
                Some(status) => Ok(status),
                None => Err(self.unknown(query)?),
            };
        }
        if let Some(line) = StatusLine::read(query) {
            let status = self.find(line.number)?;
            if line.phrase.is_empty() || status_query::names(status, line.phrase) {
                return Ok(status);
            }
            return Err(self.contradiction(status, line.phrase, query)?);
        }
        if let Some(status) = self.by_phrase(query)? {
            return Ok(status);
        }
        Err(self.unknown(query)?)
    }

    /// The entry of a phrase or former phrase.
    fn by_phrase(&self, query: &str) -> Result<Option<&Status>> {
        for code in self.codes()?.iter().chain(self.unofficial_codes()?) {
            if let Some(status) = self.get(*code)?
                && status_query::names(status, query)
            {
                return Ok(Some(status));
            }
        }
        Ok(None)
    }
}
