//! The catalogue's enumerations in words.

use crate::catalogue::{Class, Code, Content, Fault, Reference, Registration};

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

pub(super) fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Client => "the client's: the request has to change",
        Fault::Server => "the server's: the request may be fine as it is",
        Fault::Neither => "nobody's",
    }
}

pub(super) fn content(content: Option<Content>) -> &'static str {
    match content {
        Some(Content::None) => "must not have any",
        Some(Content::Allowed) => "may have some",
        Some(Content::Required) => "must have some",
        None => "never sent",
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
        "never"
    } else if reference.caching.heuristic {
        "yes, even without a stated lifetime"
    } else {
        "only if the response says so"
    }
}
