use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use minijinja::value::{Kwargs, Object, Value};
use minijinja::{Error as TemplateError, ErrorKind as TemplateErrorKind};
use percent_encoding::percent_decode_str;

use super::client_context::exchange_variables;
use super::options::{Options, Resolved};
use super::path::encoded_value;
use crate::catalogue::{Exchange, PathValues, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::targets::{RouteFault, Target};

/// The template's variables.
pub(super) fn context(status: &Status, target: &Target, options: &Options) -> Result<Arc<Context>> {
    let resolved = options.resolve(status, target)?;
    let parts = resolved.path.parts();
    let refused = |fault| refused(&fault, target, &resolved);
    let elsewhere = target.is_client() || target.pattern.is_some();
    let route = match target.route.pattern(&parts) {
        // Its programs don't compare such a path, or by the other pattern.
        Err(RouteFault::Variable(_)) if elsewhere => None,
        other => Some(other.map_err(refused)?),
    };
    let pattern = target.pattern.as_ref().map(|it| it.pattern(&parts)).transpose();
    let pattern = pattern.map_err(refused)?;
    if target.folder.is_none() && target.names_folder(status.code) {
        return Err(no_folder(target));
    }
    let folder = target.folder.as_ref().map(|it| it.pattern(&parts)).transpose();
    let mut context = Context::new(status, &resolved, route, pattern);
    context.folder = folder.map_err(refused)?;
    if target.is_client() {
        context.exchange = exchange_variables(status, &resolved);
    }
    Ok(Arc::new(context))
}

/// Why the path can't be a pattern of the target's.
fn refused(fault: &RouteFault<'_>, target: &Target, options: &Resolved<'_>) -> Error {
    let path = options.path.as_str();
    match fault {
        RouteFault::Character(one, reason) => {
            let path = percent_decode_str(path).decode_utf8_lossy();
            let message =
                format!("the path `{path}` can't be used with {}: {reason}", target.title);
            Error::new(ErrorKind::Option, message)
                .about(path)
                .with_hint(format!("choose a path without `{one}`"))
        }
        RouteFault::Variable(kind) => {
            let message = format!("route: no entry in `variables` for {kind} in a path");
            in_file(Error::new(ErrorKind::Data, message), target)
                .with_hint("say how the framework writes it, such as `{integer: \":{name}\"}`")
        }
    }
}

fn no_folder(target: &Target) -> Error {
    let message = "`{folder}` stands in the name of a file, but there is no field `folder`";
    in_file(Error::new(ErrorKind::Data, message), target)
        .with_hint("say how the path is written as folders, such as `folder: {variables: …}`")
}

fn in_file(error: Error, target: &Target) -> Error {
    match target.origin() {
        Some(origin) => error.at(origin.clone()),
        None => error,
    }
}

/// The variables of a template. Values are created when a template uses them.
#[derive(Debug)]
pub(super) struct Context {
    code: u16,
    phrase: Value,
    message: Value,
    path: Arc<str>,
    /// The names of the path's variables, in order.
    variables: Value,
    /// Their usual values.
    at: PathValues,
    route: Option<Value>,
    pattern: Option<Value>,
    /// The path as folders, for a target whose files' names follow it.
    folder: Option<String>,
    name: Value,
    pub(super) port: u16,
    upstream: Value,
    strict: bool,
    /// Whether the template has asked which tier is wanted.
    asked_for_tier: AtomicBool,
    body: Value,
    fields: Value,
    /// Request and response, only for clients. A server's template must not read what its response
    /// is checked against.
    exchange: Option<(Value, Value)>,
}

impl Context {
    fn new(
        status: &Status,
        options: &Resolved<'_>,
        route: Option<String>,
        pattern: Option<String>,
    ) -> Self {
        let path: Arc<str> = Arc::from(options.path.as_str());
        Self {
            code: status.code.number(),
            phrase: Value::from(status.phrase.as_str()),
            message: Value::from(options.message),
            variables: options.path.variables().into_iter().collect(),
            at: status.scenario.as_ref().map(|it| it.at.clone()).unwrap_or_default(),
            route: route.map(Value::from),
            pattern: pattern.map(Value::from),
            folder: None,
            name: Value::from(options.name),
            port: options.port,
            upstream: Value::from(options.upstream),
            strict: options.strict,
            asked_for_tier: AtomicBool::new(false),
            body: Value::from(options.body),
            fields: fields(status, &path),
            path,
            exchange: None,
        }
    }
}

impl Context {
    /// What a template takes.
    pub(super) fn value(context: &Arc<Self>) -> Value {
        Value::from_dyn_object(Arc::clone(context))
    }

    /// The name of a file, with the path as folders filled in.
    pub(super) fn file_name(&self, name: &str) -> String {
        name.replace("{folder}", self.folder.as_deref().unwrap_or_default())
    }

    /// Whether a template has asked which tier is wanted.
    pub(super) fn has_asked_for_tier(&self) -> bool {
        self.asked_for_tier.load(Ordering::Relaxed)
    }

    /// The function `address`, which fills in the path's variables.
    fn address_function(self: &Arc<Self>) -> Value {
        let context = Arc::clone(self);
        Value::from_function(move |values: Kwargs| context.address(&values))
    }

    fn address(&self, values: &Kwargs) -> std::result::Result<String, TemplateError> {
        let mut address = self.path.to_string();
        for (name, usual) in &self.at {
            let value = match values.get::<Option<Value>>(name.as_str())? {
                Some(value) => value.to_string(),
                None => usual.as_str().to_owned(),
            };
            address = address.replace(&format!("{{{name}}}"), &encoded_value(&value));
        }
        values.assert_all_used().map_err(|error| {
            let known: Vec<_> = self.at.keys().map(ToString::to_string).collect();
            let message = format!("the path has the variables [{}]", known.join(", "));
            TemplateError::new(TemplateErrorKind::TooManyArguments, message).with_source(error)
        })?;
        Ok(address)
    }
}

/// The fields that the response must have, with `{path}` filled in.
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
            "variables" => self.variables.clone(),
            "address" => self.address_function(),
            "route" => self.route.clone()?,
            "pattern" => self.pattern.clone()?,
            "folder" => Value::from(self.folder.as_deref()?),
            "name" => self.name.clone(),
            "port" => Value::from(self.port),
            "upstream" => self.upstream.clone(),
            "strict" => {
                self.asked_for_tier.store(true, Ordering::Relaxed);
                Value::from(self.strict)
            }
            "body" => self.body.clone(),
            "fields" => self.fields.clone(),
            "request" => self.exchange.as_ref()?.0.clone(),
            "response" => self.exchange.as_ref()?.1.clone(),
            _ => return None,
        })
    }
}
