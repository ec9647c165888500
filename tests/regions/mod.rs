//! Regions in documents, in the library and with `update` and `check`.

mod bytes;
mod configuration;
mod editing;
mod files;
mod finding;
#[cfg(unix)]
mod hostile;
mod imports;
mod kills;
mod modules;
mod one_region;
mod peers;
mod properties;
mod protecting;
mod reports;
mod watching;

use statuscraft::Error;
use statuscraft::regions::{Document, Kind, Printed, Reading};

/// The commands of the regions in a document, or what is wrong with it.
pub fn commands(text: &str, kind: &Kind) -> Result<Vec<String>, Vec<String>> {
    match Document::read("doc", text.as_bytes(), kind) {
        Ok(Reading::Document(document)) => {
            Ok(document.regions().iter().map(|region| region.command.clone()).collect())
        }
        Ok(_) => Ok(Vec::new()),
        Err(errors) => Err(errors.iter().map(told).collect()),
    }
}

/// The document with the output of `print` in every region.
pub fn updated(
    text: &str,
    kind: &Kind,
    print: impl Fn(&str) -> Printed,
) -> Result<String, Vec<String>> {
    let all = |errors: Vec<Error>| errors.iter().map(told).collect::<Vec<_>>();
    let Reading::Document(document) = Document::read("doc", text.as_bytes(), kind).map_err(all)?
    else {
        return Ok(text.to_owned());
    };
    let plan = document.plan(|command| Ok(print(command))).map_err(all)?;
    plan.text(true).map_err(|error| vec![told(&error)])
}

fn told(error: &Error) -> String {
    format!("{error}; {}", error.hint().unwrap_or("no hint"))
}
