//! Example handlers for every HTTP status code in every web framework.

mod assets;
mod catalogue;
mod error;
mod origin;
mod snippet;
mod suggest;
mod targets;

pub use catalogue::{
    Before, Carrier, Class, Code, Content, Control, Exchange, Fault, FieldName, FieldValue, Fields,
    Interim, Method, Pad, Registration, Request, Response, Scalar, Spec, Status, Statuses,
    Transfer, Upstream, Version,
};
pub use error::{Error, ErrorKind, Result};
pub use origin::Origin;
pub use snippet::{Form, Generator, Options, Snippet};
pub use targets::{Language, Requirement, Target, Unsupported, Variation, Verification};

#[cfg(all(feature = "verify", unix))]
pub mod verify;

#[cfg(feature = "cli")]
pub mod cli;
