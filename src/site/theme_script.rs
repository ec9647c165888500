//! The inline script that restores the reader's choice of light or dark before anything is painted.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::base64::base64;
use crate::assets::Assets;
use crate::error::Result;
use minijinja::Value;

const FILE: &str = "page-templates/theme.js";

/// The script, and its hash for the page's Content-Security-Policy.
#[derive(Debug, Serialize)]
pub(super) struct ThemeScript {
    script: Value,
    hash: Value,
}

impl ThemeScript {
    pub(super) fn read(assets: &Assets) -> Result<Self> {
        let file = assets.read(FILE)?;
        let text = file.map(|file| file.text.trim().to_owned()).unwrap_or_default();
        let hash = format!("sha256-{}", base64(&Sha256::digest(&text)));
        Ok(Self { script: Value::from_safe_string(text), hash: Value::from_safe_string(hash) })
    }
}
