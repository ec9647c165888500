//! The catalogue's enumerations in words.

use crate::catalogue::{Class, Code, Content, Fault, Reference, Registration, Status};

/// `4xx, client error`.
pub(super) fn class(code: Code) -> &'static str {
    match code.class() {
        Class::Informational => "1xx, informational",
        Class::Successful => "2xx, successful",
        Class::Redirection => "3xx, redirection",
        Class::ClientError => "4xx, client error",
        Class::ServerError => "5xx, server error",
    }
}

/// Nothing where nothing has gone wrong.
pub(super) fn fault(status: &Status) -> Option<&'static str> {
    if !matches!(status.code.class(), Class::ClientError | Class::ServerError) {
        return None;
    }
    Some(match status.fault {
        Fault::Client => "the client's",
        Fault::Server => "the server's",
        // Users of an unofficial code may mean different things.
        Fault::Neither if status.used_by.len() > 1 => return None,
        Fault::Neither => "neither side's",
    })
}

pub(super) fn content(content: Option<Content>) -> &'static str {
    match content {
        Some(Content::None) => "not allowed",
        Some(Content::Allowed) => "optional",
        Some(Content::Required) => "required",
        None => "not defined",
    }
}

pub(super) fn registration(registration: Registration) -> &'static str {
    match registration {
        Registration::Registered => "registered by IANA",
        Registration::Temporary => "registered by IANA for a limited time",
        Registration::Deprecated => "registered by IANA, deprecated",
        Registration::Obsoleted => "registered by IANA, obsoleted",
        Registration::Unused => "reserved by IANA, unused",
        Registration::Unofficial => "unofficial: not registered by IANA",
    }
}

/// Whether a cache may store a response of that code.
pub(super) fn cacheable(code: Code, reference: &Reference) -> &'static str {
    // Only final responses are stored (RFC 9111, section 3).
    if reference.caching.never || code.class() == Class::Informational {
        "no"
    } else if reference.caching.heuristic {
        "yes, by default"
    } else {
        "only with explicit caching headers"
    }
}
