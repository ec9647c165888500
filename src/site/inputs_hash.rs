use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::playground::Playground;
use super::settings::Settings;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::Generator;

/// A hash of the program's source and of everything embedded in it.
const PROGRAM: &str = env!("STATUSCRAFT_PROGRAM");

/// A hash of everything that the site depends on: program, overlays, settings, and the npm package.
pub(super) fn inputs_hash(
    generator: &Generator,
    settings: &Settings,
    playground: Option<&Playground>,
) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(PROGRAM);
    hash.update(format!("{settings:?}"));
    hash.update(playground.map_or(&[][..], Playground::module));
    for path in generator.sources()? {
        hash.update(path.as_os_str().as_encoded_bytes());
        if path.is_file() {
            let bytes = crate::regular_file::read(&path).map_err(|error| {
                Error::new(ErrorKind::Read, format!("can't be read: {error}"))
                    .at(Origin::file(path.display().to_string()))
            })?;
            hash.update(Sha256::digest(&bytes));
        }
    }
    let mut text = String::from("sha256:");
    for byte in hash.finalize() {
        // Writing into a string can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}
