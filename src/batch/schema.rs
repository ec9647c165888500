//! The JSON Schemas of requests and responses.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::fields::{COMMANDS, Command, OPTIONS};
use super::id::Id;
use super::record::Refused;
use super::request::BatchRequest;
use crate::output;
use crate::pages;

/// The version of the schemas. It increases when a property is removed or changes its meaning, but
/// not when one is added.
const VERSION: u8 = 1;

/// The JSON Schema of a request.
pub fn request_schema() -> Value {
    let generator = SchemaSettings::default().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<BatchRequest>();
    schema.insert("$id".into(), id("request").into());
    let one: Vec<_> = COMMANDS.iter().map(|command| required(*command)).collect();
    schema.insert("oneOf".into(), one.into());
    let owners: Map<String, Value> = OPTIONS
        .iter()
        .map(|(option, commands)| {
            let any: Vec<_> = commands.iter().map(|command| required(*command)).collect();
            ((*option).to_owned(), json!({"anyOf": any}))
        })
        .collect();
    schema.insert("dependentSchemas".into(), owners.into());
    schema.to_value()
}

/// The JSON Schema of a response.
pub fn response_schema() -> Value {
    let mut generator = SchemaSettings::default().for_serialize().into_generator();
    let refused = generator.subschema_for::<Refused<'_>>();
    let name = generator.subschema_for::<Id>();
    let results = [
        ("snippet", output::schema()),
        ("explanation", pages::explanation_schema()),
        ("comparison", pages::comparison_schema()),
        ("search", pages::search_schema()),
        ("list", pages::list_schema()),
    ];
    let by_name = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let mut any: Vec<_> = results.iter().map(|(name, _)| by_name(name)).collect();
    any.push(json!({"type": "array", "items": by_name("snippet")}));
    let mut definitions: Map<String, Value> = generator.take_definitions(true);
    definitions.extend(results.into_iter().map(|(name, schema)| (name.to_owned(), schema)));
    definitions.insert("result".into(), json!({"anyOf": any}));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id("response"),
        "title": "statuscraft batch response",
        "description": "A line that answers a request: the result, the result under the request's \
                        `id`, or what is wrong with the request.",
        "anyOf": [
            by_name("result"),
            {
                "type": "object",
                "properties": {"id": name, "result": by_name("result")},
                "required": ["id", "result"],
                "additionalProperties": false,
            },
            refused,
        ],
        "$defs": definitions,
    })
}

fn id(of: &str) -> String {
    format!("urn:statuscraft:batch-{of}:{VERSION}")
}

fn required(command: Command) -> Value {
    json!({"required": [command.name()]})
}
