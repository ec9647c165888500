//! Example handlers for every HTTP status code in web frameworks. Each example has been run and its
//! response checked byte for byte.
//!
//! A [`Generator`] combines a catalogue of status codes with templates for each framework. Both are
//! files inside the binary. Overlay folders can replace them and add others:
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
//! assert!(snippet.text.contains(r#"abort(404, description='it\'s "gone"')"#));
//! # Ok(())
//! # }
//! ```
//!
//! # Why not one template per framework and a number
//!
//! Most codes need more than their number: 204 must not have content, 401 must carry a challenge,
//! 101 changes the protocol, 206 depends on the request. Each code names a recipe, each framework
//! has a template for each recipe, and each pair is proven by the exchange in the catalogue; see
//! [`verify`].
//!
//! # Overview
//!
//! - [`Generator`] finds statuses and targets and creates [`Snippet`]s; [`Options`] are the user's
//!   choices.
//! - [`Status`] is an entry of the catalogue, with the [`Exchange`] that proves it.
//! - [`Target`] is a framework, [`Language`] the syntax of its strings and comments.
//! - [`Error`] names the file, line and column that caused it, and has a hint.
//!
//! # Guarantees
//!
//! The same input gives the same bytes. No message, path or name can break a snippet or inject
//! code: every value in a template is printed as a literal of the target's language. The library
//! prints nothing, and no input makes it panic.
//!
//! # Features
//!
//! `cli` (on by default) is the command line, `verify` (on by default) runs the examples in their
//! frameworks, also from the command line. `cli` includes `formats` (output formats, and requests in
//! JSON), `words` (requests in the grammar of the command line), `regions` (regions inside documents),
//! `pipelines` (streams and folders of examples), `site` (the reference as a site) and `overlays`
//! (files of one's own over the built-in ones). Without any feature, the crate has the generator only.

// docs.rs says of each item which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assets;
mod catalogue;
mod enumeration;
mod error;
mod one_line;
mod origin;
#[cfg(feature = "pipelines")]
mod parallel;
mod regular_file;
mod short_quote;
mod snippet;
mod suggest;
mod targets;

pub use catalogue::{
    Before, Body, BrowserSupport, BrowserVersion, Caching, Carrier, Citation, Class, Clients, Code,
    Comparison, Configuration, Constant, Content, Control, Edge, EdgeName, Exchange, Fault,
    FieldName, FieldValue, Fields, Fixes, HttpExample, Interim, Method, Pad, PathValues,
    PathVariables, Platform, Point, Preparation, Prose, Question, RecordedExchange, Reference,
    Registration, Related, Request, Response, Scalar, Scenario, Sender, Shape, Sides, Span, Spec,
    StandIn, Status, Statuses, Support, SupportedFeature, Transfer, Upstream, Url, User,
    VariableKind, VariableName, VariableValue, Version,
};
pub use error::{Error, ErrorKind, Result};
pub use origin::Origin;
pub use snippet::{Form, Generator, Options, Parts, ProgramFile, Refusal, ResourcePath, Snippet};
pub use targets::{
    Absence, Deviation, FurtherFile, Language, NotHere, Place, Places, Requirement, Role, SavedIn,
    ServerSetup, SyntaxCheck, Target, Unsupported, Variation, Verification,
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
#[cfg(feature = "mcp")]
pub mod mcp;
#[cfg(feature = "regions")]
pub mod regions;
#[cfg(feature = "site")]
pub mod site;

#[cfg(all(feature = "verify", unix))]
pub mod verify;

#[cfg(feature = "cli")]
pub mod cli;
