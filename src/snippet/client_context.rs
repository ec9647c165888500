//! The exchange in the context of a client's template: the request to send, and the expected
//! response.

use std::collections::BTreeMap;

use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::client_content;
use super::options::Resolved;
use crate::catalogue::{
    Carrier, FieldValue, Fields, Method, Request, Response, Shape, Status, Transfer, Upstream,
    Version, fill_path,
};

/// A request of the catalogue with its variables filled in.
#[derive(Serialize)]
struct RequestVariables<'a> {
    method: &'a Method,
    /// What stands in the request line, without filler.
    target: String,
    /// Whether that is an absolute address, as in a request to a proxy.
    absolute: bool,
    version: Version,
    fields: BTreeMap<&'a str, String>,
    /// What is sent; of a stalled request, the part before the pause.
    content: &'a str,
    /// The total number of bytes of content.
    length: usize,
    /// Filler bytes in the query, after the content and in a field.
    query_pad: usize,
    content_pad: usize,
    field_pad: usize,
    transfer: Transfer,
    /// How many times it is sent before it causes the code.
    times: u32,
    /// How the server behind a gateway behaves during the request.
    upstream: Option<Upstream>,
    /// The requests that come first, each once.
    prepare: Vec<RequestVariables<'a>>,
}

/// The response of the catalogue with its variables filled in.
#[derive(Serialize)]
struct ResponseVariables<'a> {
    status: u16,
    interim: Vec<InterimVariables<'a>>,
    fields: BTreeMap<&'a str, Option<String>>,
    media_type: Option<&'a str>,
    /// The names of properties.
    json: Vec<&'a str>,
    contains: Option<String>,
    message: Option<Carrier>,
    /// Whether the content has the shape that was chosen for errors.
    error: bool,
    /// The content as far as the exchange knows it.
    content: Option<String>,
    /// The number of bytes of the message.
    length: usize,
}

#[derive(Serialize)]
struct InterimVariables<'a> {
    status: u16,
    fields: BTreeMap<&'a str, Option<String>>,
}

/// The variables `request` and `response`.
pub(super) fn exchange_variables(
    status: &Status,
    options: &Resolved<'_>,
) -> Option<(Value, Value)> {
    let exchange = status.exchange.as_ref()?;
    let values = Values::new(options, &exchange.request);
    let first = exchange.prepare.iter().map(|first| &first.request);
    let request = RequestVariables {
        times: exchange.before.as_ref().map_or(0, |before| before.times),
        upstream: exchange.upstream,
        prepare: first.map(|it| Values::new(options, it).request(it)).collect(),
        ..values.request(&exchange.request)
    };
    let response = values.response(status, &exchange.response);
    Some((Value::from(Serde(request)), Value::from(Serde(response))))
}

/// The values of variables in the catalogue's texts.
struct Values<'a> {
    options: &'a Resolved<'a>,
    /// The path of the resource that the request is about.
    path: String,
    authority: String,
}

impl<'v> Values<'v> {
    /// The values for a request: those of a request to a proxy are about another server.
    fn new(options: &'v Resolved<'v>, request: &Request) -> Self {
        let authority = if request.absolute {
            options.upstream.trim_start_matches("http://").to_owned()
        } else {
            format!("127.0.0.1:{}", options.port)
        };
        Self { options, path: options.path.at(&request.at), authority }
    }

    fn request<'a>(&self, request: &'a Request) -> RequestVariables<'a> {
        let Request { method, version, fields, content, pad, transfer, absolute, .. } = request;
        let field = |value: &str| {
            let value = fill_path(value, &self.path);
            value.replace("{authority}", &self.authority)
        };
        let half = content.floor_char_boundary(content.len() / 2);
        let stalled = *transfer == Transfer::Stalled;
        let origin = if *absolute { self.options.upstream } else { "" };
        RequestVariables {
            method,
            target: origin.to_owned() + &self.options.path.target(request),
            absolute: *absolute,
            version: *version,
            fields: fields.iter().map(|(name, it)| (name.as_str(), field(it.as_str()))).collect(),
            content: if stalled { content.split_at(half).0 } else { content },
            length: content.len() + pad.content,
            query_pad: pad.query,
            content_pad: pad.content,
            field_pad: pad.fields,
            transfer: *transfer,
            times: 0,
            upstream: None,
            prepare: Vec::new(),
        }
    }

    fn response<'a>(&self, status: &Status, response: &'a Response) -> ResponseVariables<'a> {
        let interim = response.interim.iter().map(|interim| InterimVariables {
            status: interim.status.number(),
            fields: self.fields(&interim.fields),
        });
        ResponseVariables {
            status: response.status.0.first().unwrap_or(&status.code).number(),
            interim: interim.collect(),
            fields: self.fields(&response.fields),
            media_type: response.media_type.as_deref(),
            json: response.json.keys().map(String::as_str).collect(),
            contains: response.contains.as_ref().map(|text| self.fill(text)),
            message: response.message.clone(),
            error: response.body == Some(Shape::Error),
            content: client_content::content(response, self.options.message),
            length: self.options.message.len(),
        }
    }

    fn fields<'a>(&self, fields: &'a Fields) -> BTreeMap<&'a str, Option<String>> {
        let filled = |value: &FieldValue| self.fill(value.as_str());
        fields.iter().map(|(name, it)| (name.as_str(), it.as_ref().map(filled))).collect()
    }

    fn fill(&self, text: &str) -> String {
        let text = fill_path(text, &self.path);
        let length = self.options.message.len().to_string();
        text.replace("{authority}", &self.authority).replace("{length}", &length)
    }
}
