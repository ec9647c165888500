use schemars::JsonSchema;
use serde::Serialize;

/// Something in which two codes differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// In what.
    pub on: String,
    /// How the first code has it.
    pub first: String,
    /// How the second code has it.
    pub second: String,
}
