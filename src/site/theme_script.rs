//! The inline script that restores the reader's choice of light or dark before anything is painted.

use serde::Serialize;
use sha2::{Digest, Sha256};

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

/// Base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_usize, |group, byte| group << 8 | usize::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = ALPHABET.get(group >> (18 - 6 * place) & 63);
            let padded = place > chunk.len();
            text.push(if padded { '=' } else { letter.map_or('=', |it| char::from(*it)) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn three_bytes_become_four_letters() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, encoded) in cases {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }
}
