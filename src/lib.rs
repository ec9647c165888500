//! Example handlers for every HTTP status code in web frameworks, each of them run and its bytes
//! checked.
//!
//! A [`Generator`] combines a catalogue of status codes with templates per framework. Both are
//! files inside the binary, and overlay folders can hide or add any of them:
//!
//! ```
//! use statuscraft::{Generator, Options};
//!
//! # fn main() -> Result<(), statuscraft::Error> {
//! let generator = Generator::new();
//! let status = generator.status("not-found")?;
//! let target = generator.target("flask")?;
//!
//! let options = Options { message: Some("it's \"gone\"".into()), ..Options::default() };
//! let snippet = generator.snippet(status, &target, &options)?;
//!
//! assert_eq!(status.code.number(), 404);
//! assert_eq!(snippet.file, "app.py");
//! assert_eq!(snippet.run, "python app.py");
//! assert!(snippet.text.contains(r#"{"message": 'it\'s "gone"'}, 404"#));
//! # Ok(())
//! # }
//! ```
//!
//! # Why not a template per framework and a number
//!
//! Because most codes ask for more than their number: 204 must not have content, 401 must carry a
//! challenge, 101 changes the protocol, 206 depends on the request. Each code names a recipe, each
//! framework has a template for each recipe, and each pair is proven by the exchange that the
//! catalogue asks for; see [`verify`].
//!
//! # What is where
//!
//! - [`Generator`] finds statuses and targets and makes [`Snippet`]s; [`Options`] say what a user
//!   may choose.
//! - [`Status`] is an entry of the catalogue, with the [`Exchange`] that proves it.
//! - [`Target`] is a framework, [`Language`] says how its strings and comments are written.
//! - [`Error`] names the file, line and column that are to blame, and has a hint.
//!
//! # Promises
//!
//! The same input gives the same bytes. No message, path or name can break a snippet or smuggle
//! code into it: whatever a template prints is a literal of the target's language. Nothing is
//! printed, and no input makes the library panic.
//!
//! # Features
//!
//! `cli` (on by default) is the command line, `verify` (on by default) the proof of snippets in
//! their frameworks. `cli` brings `formats`, the output formats, `regions`, the regions inside
//! documents, `pipelines`, streams and folders of examples, and `site`, the reference as a site.
//! Without any, the generator is left.

mod assets;
mod catalogue;
mod error;
mod origin;
#[cfg(feature = "pipelines")]
mod parallel;
mod snippet;
mod suggest;
mod targets;

pub use catalogue::{
    Before, Body, BrowserSupport, BrowserVersion, Caching, Carrier, Citation, Class, Clients, Code,
    Comparison, Content, Control, Edge, EdgeName, Exchange, Fault, FieldName, FieldValue, Fields,
    Fixes, Interim, Method, Pad, PathValues, PathVariables, Platform, Point, Prose, Question,
    Reference, Registration, Related, Request, Response, Scalar, Scenario, Shape, Sides, Span,
    Spec, Status, Statuses, Support, SupportedFeature, Transfer, Upstream, Url, User, VariableKind,
    VariableName, VariableValue, Version,
};
pub use error::{Error, ErrorKind, Result};
pub use origin::Origin;
pub use snippet::{Form, Generator, Options, Parts, ProgramFile, Refusal, ResourcePath, Snippet};
pub use targets::{
    Deviation, FurtherFile, Language, Requirement, Role, Target, Unsupported, Variation,
    Verification,
};

#[cfg(feature = "formats")]
pub mod output;

#[cfg(feature = "formats")]
pub mod pages;
#[cfg(feature = "formats")]
pub mod request;

#[cfg(feature = "pipelines")]
pub mod batch;
#[cfg(feature = "pipelines")]
pub mod export;
#[cfg(feature = "pipelines")]
pub mod generated;
#[cfg(feature = "regions")]
pub mod regions;
#[cfg(feature = "site")]
pub mod site;

#[cfg(all(feature = "verify", unix))]
pub mod verify;

#[cfg(feature = "cli")]
pub mod cli;
