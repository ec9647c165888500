use schemars::JsonSchema;
use serde::Serialize;

/// A point in which two codes differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// The name of the point.
    pub on: String,
    /// What holds for the first code.
    pub first: String,
    /// What holds for the second code.
    pub second: String,
}
