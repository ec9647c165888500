//! The generator in the reader's browser: the module of the npm package, copied into the site.

use std::path::Path;

use serde::Deserialize;

use super::base64::base64;
use super::own_examples::has_own_examples;
use super::settings::Settings;
use super::site_file::SiteFile;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regular_file;
use crate::snippet::Generator;

const VERSION: &str = env!("CARGO_PKG_VERSION");
const MODULE: &str = "statuscraft.wasm";
/// How a module begins, in version 1 of the binary format.
const MAGIC: &[u8] = b"\0asm\x01\0\0\0";

/// A WebAssembly module with the generator of this version.
pub(super) struct Playground {
    module: Vec<u8>,
}

#[derive(Deserialize)]
struct Manifest {
    name: String,
    version: String,
}

impl Playground {
    /// The module of the npm package that the settings name, if they name one.
    pub(super) fn read(generator: &Generator, settings: &Settings) -> Result<Option<Self>> {
        let Some(folder) = &settings.playground else { return Ok(None) };
        if has_own_examples(generator)? {
            let message = "`--playground` can't be combined with an overlay of `data/` or `snippet-templates/`";
            return Err(Error::new(ErrorKind::Option, message).with_hint(
                "the npm package has the built-in examples only; leave out `--playground` or the overlay",
            ));
        }
        let place = folder.join("package.json");
        let manifest = serde_json::from_slice::<Manifest>(&read(&place)?);
        let version = match manifest {
            Ok(manifest) if manifest.name == "statuscraft" => manifest.version,
            _ => {
                let error =
                    Error::new(ErrorKind::Data, "is not the `package.json` of `statuscraft`");
                return Err(error.at(origin(&place)).with_hint(BUILD));
            }
        };
        if version != VERSION {
            let message = format!("the npm package has version {version}, expected {VERSION}");
            let hint = "the package and the program must have the same examples";
            return Err(Error::new(ErrorKind::Data, message).at(origin(&place)).with_hint(hint));
        }
        let place = folder.join(MODULE);
        let module = read(&place)?;
        if !module.starts_with(MAGIC) {
            let error = Error::new(ErrorKind::Data, "is not a WebAssembly module");
            return Err(error.at(origin(&place)).with_hint(BUILD));
        }
        Ok(Some(Self { module }))
    }

    /// The bytes of the module.
    pub(super) fn module(&self) -> &[u8] {
        &self.module
    }

    /// The module, and a script that has it in base64: a page that was opened from a file can load
    /// scripts, and nothing else.
    pub(super) fn files(&self) -> [SiteFile; 2] {
        let script = format!("window.statuscraftModule = \"{}\";\n", base64(&self.module));
        [
            SiteFile::file(&format!("static/{MODULE}"), self.module.clone()),
            SiteFile::file(&format!("static/{MODULE}.js"), script),
        ]
    }
}

const BUILD: &str = "`--playground` takes the folder of the npm package, where `packages/npm/build` \
                     has put `statuscraft.wasm`";

fn read(path: &Path) -> Result<Vec<u8>> {
    regular_file::read(path).map_err(|error| {
        Error::new(ErrorKind::Read, format!("can't be read: {error}"))
            .at(origin(path))
            .with_hint(BUILD)
    })
}

fn origin(path: &Path) -> Origin {
    Origin::file(path.display().to_string())
}
