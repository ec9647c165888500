//! The JSON Schemas of requests and responses.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::BATCH;
use super::record::Refused;
use crate::output;
use crate::pages;
use crate::request::{COMMANDS, Command, Id, JsonRequest, OPTIONS};

/// The version of the schemas. It increases when a property is removed or changes its meaning, but
/// not when one is added.
const VERSION: u8 = 1;

const DESCRIPTION: &str = "A line of a batch: the words of the command line, by their names.\n\n\
     It has exactly one of `code`, `explain`, `compare`, `search` and `list`, and the options of that\n\
     command.";

/// The JSON Schema of a request.
pub fn request_schema() -> Value {
    let generator = SchemaSettings::default().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<JsonRequest>();
    schema.insert("$id".into(), id("request").into());
    schema.insert("title".into(), "statuscraft batch request".into());
    schema.insert("description".into(), DESCRIPTION.into());
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.retain(|name, _| !BATCH.without.contains(&name.as_str()));
    }
    let one: Vec<_> = COMMANDS.iter().map(|command| required(*command)).collect();
    schema.insert("oneOf".into(), one.into());
    let owners: Map<String, Value> = OPTIONS
        .iter()
        .filter(|(option, _)| !BATCH.without.contains(option))
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
