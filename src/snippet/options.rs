use std::net::Ipv6Addr;
use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};

use super::path::ResourcePath;
use crate::catalogue::{Body, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::targets::Target;

/// How much of a program a snippet shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "words", derive(clap::ValueEnum))]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The complete file, ready to be saved and started.
    #[default]
    Program,
    /// The handler and what it uses, for pages that already show the rest of the program.
    Handler,
    /// Only the statement that sends the response.
    Response,
}

/// The user's choices for a snippet. Missing values have defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How much of the program to show.
    pub form: Form,
    /// The path of the resource, as in a URI, with each variable of the scenario in braces; that of
    /// the scenario, or else `/endpoint`, by default. Characters that a URI can't hold are
    /// percent-encoded (RFC 3986, section 3.3).
    pub path: Option<String>,
    /// The text that the response carries, any Unicode at all; the phrase by default.
    pub message: Option<String>,
    /// What to name the handler after, in any spelling; what the scenario says or else the phrase by
    /// default.
    pub name: Option<String>,
    /// The port to listen on; the target's own by default.
    pub port: Option<u16>,
    /// The server to which a gateway passes requests, without a slash at the end;
    /// `http://127.0.0.1:9000` by default.
    pub upstream: Option<String>,
    /// Whether the example is to pass every edge of the exchange, where the usual one does not.
    pub strict: bool,
    /// The shape of the content of errors, a file of `data/bodies/`; `json` by default.
    pub body: Option<String>,
}

/// Options with all values filled in and checked.
pub(super) struct Resolved<'a> {
    pub(super) path: ResourcePath<'a>,
    pub(super) message: &'a str,
    pub(super) name: &'a str,
    pub(super) port: u16,
    pub(super) upstream: &'a str,
    pub(super) strict: bool,
    pub(super) body: &'a str,
}

const PATH: &str = "/endpoint";

impl Options {
    /// The usual server behind a gateway.
    pub const UPSTREAM: &str = "http://127.0.0.1:9000";

    /// The ports, for errors.
    pub(crate) const PORTS: &str = "a number from 1 to 65535";

    /// The path of the resource for the example of a code.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Option`] if it can't be used as one or does not have the variables that the
    /// code's scenario needs.
    pub fn resource_path<'a>(&'a self, status: &'a Status) -> Result<ResourcePath<'a>> {
        let scenario = status.scenario.as_ref();
        let usual = scenario.map_or(PATH, |it| it.path.as_str());
        ResourcePath::new(self.path.as_deref().unwrap_or(usual), scenario)
    }

    /// The name of the shape of the content of errors.
    pub fn body(&self) -> &str {
        self.body.as_deref().unwrap_or(Body::DEFAULT)
    }

    pub(super) fn resolve<'a>(
        &'a self,
        status: &'a Status,
        target: &Target,
    ) -> Result<Resolved<'a>> {
        let usual_name = status.scenario.as_ref().map_or(&status.phrase, |it| &it.name);
        Ok(Resolved {
            path: self.resource_path(status)?,
            message: self.message.as_deref().unwrap_or_else(|| status.default_message()),
            name: checked_name(self.name.as_deref())?.unwrap_or(usual_name),
            port: checked_port(self.port)?.unwrap_or(target.port),
            upstream: checked_upstream(self.upstream.as_deref())?.unwrap_or(Self::UPSTREAM),
            strict: self.strict,
            body: self.body(),
        })
    }
}

fn checked_name(name: Option<&str>) -> Result<Option<&str>> {
    match name {
        Some(name) => match foreign_letter(name) {
            Some(one) => Err(unusable(name, &format!("has the letter `{one}`"))),
            None if !name.contains(|one: char| one.is_ascii_alphabetic()) => {
                Err(unusable(name, "has no letter"))
            }
            None => Ok(Some(name)),
        },
        None => Ok(None),
    }
}

/// A letter that not every language allows in a name. Dropping it would change the word.
fn foreign_letter(name: &str) -> Option<char> {
    name.chars().find(|one| one.is_alphanumeric() && !one.is_ascii())
}

fn unusable(name: &str, why: &str) -> Error {
    Error::new(ErrorKind::Option, format!("the name `{}` {why}", name.escape_debug()))
        .about(name)
        .with_hint("a function name consists of ASCII letters and digits")
}

fn checked_port(port: Option<u16>) -> Result<Option<u16>> {
    match port {
        Some(0) => Err(Error::new(ErrorKind::Option, "the port can't be `0`")
            .about("0")
            .with_hint(format!("a port is {}", Options::PORTS))),
        port => Ok(port),
    }
}

fn checked_upstream(upstream: Option<&str>) -> Result<Option<&str>> {
    let Some(address) = upstream else { return Ok(None) };
    let (host, port) = host_and_port(address.strip_prefix("http://").unwrap_or_default());
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<NonZeroU16>().is_ok()
    };
    let hint = match port {
        Some(port) if is_host(host) && !is_port(port) => format!("a port is {}", Options::PORTS),
        _ if is_host(host) => return Ok(Some(address)),
        _ => {
            "expected `http://` and a host, and optionally a port, such as `http://127.0.0.1:9000`"
                .to_owned()
        }
    };
    let message = format!("the upstream `{}` can't be used", address.escape_debug());
    Err(Error::new(ErrorKind::Option, message).about(address).with_hint(hint))
}

fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        // The colons in brackets are those of an IPv6 address.
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_host(text: &str) -> bool {
    if let Some(address) = text.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|it| it.parse::<Ipv6Addr>().is_ok());
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    !text.is_empty() && text.bytes().all(is_plain)
}
