use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Object, Value};

use super::client_context::exchange_variables;
use super::options::{Options, Resolved};
use crate::catalogue::{Exchange, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::targets::Target;

/// The template's variables, and the port among them.
pub(super) fn context(status: &Status, target: &Target, options: &Options) -> Result<(Value, u16)> {
    let resolved = options.resolve(status, target)?;
    let path = &resolved.path;
    let route = target.route.pattern(&path.decoded, &path.encoded).map_err(|(one, reason)| {
        Error::new(
            ErrorKind::Option,
            format!("the path `{}` can't be used with {}: {reason}", path.decoded, target.title),
        )
        .about(options.path.as_deref().unwrap_or_default())
        .with_hint(format!("choose a path without `{one}`"))
    })?;
    let port = resolved.port;
    let mut context = Context::new(status, &resolved, route);
    if target.is_client() {
        context.exchange = exchange_variables(status, &resolved);
    }
    Ok((Value::from_object(context), port))
}

/// The variables of a template. Values are made when a template asks for them.
#[derive(Debug)]
struct Context {
    code: u16,
    phrase: Value,
    message: Value,
    path: Arc<str>,
    route: Value,
    name: Value,
    port: u16,
    upstream: Value,
    fields: Value,
    /// Request and response: a client's to know. A server that read them would own its oracle.
    exchange: Option<(Value, Value)>,
}

impl Context {
    fn new(status: &Status, options: &Resolved<'_>, route: String) -> Self {
        let path: Arc<str> = Arc::from(options.path.encoded.as_ref());
        Self {
            code: status.code.number(),
            phrase: Value::from(status.phrase.as_str()),
            message: Value::from(options.message),
            route: Value::from(route),
            name: Value::from(options.name),
            port: options.port,
            upstream: Value::from(options.upstream),
            fields: fields(status, &path),
            path,
            exchange: None,
        }
    }
}

/// The fields that the response must carry, with `{path}` filled in.
fn fields(status: &Status, path: &str) -> Value {
    let fixed = status.exchange.iter().flat_map(Exchange::fixed_fields);
    fixed.map(|(name, value)| (name.to_string(), value.at(path))).collect::<BTreeMap<_, _>>().into()
}

impl Object for Context {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(match key.as_str()? {
            "code" => Value::from(self.code),
            "phrase" => self.phrase.clone(),
            "message" => self.message.clone(),
            "path" => Value::from(Arc::clone(&self.path)),
            "base" => Value::from(self.path.trim_end_matches('/')),
            "route" => self.route.clone(),
            "name" => self.name.clone(),
            "port" => Value::from(self.port),
            "upstream" => self.upstream.clone(),
            "fields" => self.fields.clone(),
            "request" => self.exchange.as_ref()?.0.clone(),
            "response" => self.exchange.as_ref()?.1.clone(),
            _ => return None,
        })
    }
}
