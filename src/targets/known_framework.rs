use serde::Deserialize;

/// A framework or a language that people ask for and that has no target, from `data/frameworks.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownFramework {
    /// The name that readers know.
    pub(super) name: String,
    /// The language, a file in `data/languages/`, whose targets are nearest; missing if none is near.
    pub(super) near: Option<String>,
    /// Other names that people type.
    #[serde(default)]
    aliases: Vec<String>,
}

impl KnownFramework {
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}
