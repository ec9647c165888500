//! The shapes that the content of an error can have: `data/bodies/`, a file a shape.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::Catalogue;
use super::exchange::Scalar;
use crate::assets;
use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;

const FOLDER: &str = "data/bodies";

/// What an error looks like: its media type, and where in a JSON object the message stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The file's name, by which users ask for it.
    #[serde(skip)]
    name: String,
    /// What readers call it.
    pub title: String,
    /// The media type, without parameters.
    pub media_type: String,
    /// The property that holds the message; dots lead into objects.
    pub message: String,
    /// Targets whose frameworks have a name of their own for that property.
    #[serde(default)]
    own: BTreeMap<String, String>,
    /// Whether the property may be missing if the message is empty.
    #[serde(default)]
    pub message_optional: bool,
    /// Further properties, named in the same way. The text `{code}` alone stands for the number of
    /// the status, and inside a text `{code}` and `{phrase}` are filled in; a null stands for any
    /// value.
    #[serde(default)]
    pub json: BTreeMap<String, Scalar>,
}

impl Body {
    /// The shape of whoever names none.
    pub const DEFAULT: &str = "json";

    /// The name by which users ask for it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The shape in which a target answers, with its framework's own name for the property.
    #[cfg(all(feature = "verify", unix))]
    pub(crate) fn of(&self, target: &str) -> Self {
        let mut shape = self.clone();
        if let Some(own) = shape.own.remove(target) {
            shape.message = own;
        }
        shape.own.clear();
        shape
    }

    fn fault(&self) -> Option<String> {
        let path_fault = |path: &str| path.split('.').any(str::is_empty);
        if !self.media_type.contains('/') || self.media_type.contains([';', ' ']) {
            let fault = format!("media_type: `{}` is not a media type", self.media_type);
            return Some(fault + " without parameters");
        }
        let mut names = self.own.values().chain([&self.message]);
        if names.any(|name| path_fault(name)) {
            return Some("message: expected the name of a property".into());
        }
        if self.json.contains_key(&self.message) {
            return Some(format!("json: `{}` holds the message already", self.message));
        }
        let unnamed = self.json.keys().any(|path| path_fault(path));
        unnamed.then(|| "json: expected names of properties".into())
    }
}

impl Catalogue {
    /// The names of all shapes, sorted.
    pub(crate) fn bodies(&self) -> Result<Vec<String>> {
        let names = self.assets.list(FOLDER)?;
        Ok(names.iter().filter_map(|name| name.strip_suffix(".yaml")).map(str::to_owned).collect())
    }

    /// The shape of that name.
    pub(crate) fn body(&self, name: &str) -> Result<Arc<Body>> {
        let file =
            if is_name(name) { self.assets.read(&format!("{FOLDER}/{name}.yaml"))? } else { None };
        let Some(file) = file else { return Err(self.unknown_body(name)?) };
        let mut body: Body = assets::parse(&file)?;
        if let Some(fault) = body.fault() {
            return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
        }
        name.clone_into(&mut body.name);
        Ok(Arc::new(body))
    }

    fn unknown_body(&self, name: &str) -> Result<Error> {
        let names = self.bodies()?;
        let hint = did_you_mean(name, names.iter().map(String::as_str));
        let message = format!("no body `{}`", name.escape_debug());
        Ok(Error::new(ErrorKind::Option, message).about(name).with_hint(
            hint.unwrap_or_else(|| format!("the shapes of errors are {}", names.join(", "))),
        ))
    }
}

fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty() && name.bytes().all(plain)
}

#[cfg(all(test, feature = "verify", unix))]
mod tests {
    use super::{BTreeMap, Body};

    #[test]
    fn a_target_may_have_its_own_name_for_the_message() {
        let shape = Body {
            name: "json".into(),
            title: "JSON".into(),
            media_type: "application/json".into(),
            message: "message".into(),
            own: BTreeMap::from([("first".into(), "detail".into())]),
            message_optional: false,
            json: BTreeMap::new(),
        };
        assert_eq!(shape.of("first").message, "detail");
        assert_eq!(shape.of("second").message, "message");
    }
}
