use serde::Serialize;
use serde_json::{Value, json};

use crate::catalogue::{Class, Fault, Prose, Registration, Spec, Status, User};
use crate::error::Result;
use crate::output::{self, Article, Block, Format};
use crate::snippet::Generator;
use crate::targets::{Role, Target};

/// The status codes of a class, or of all classes if none is named. On request, codes that IANA
/// does not list are included.
///
/// # Errors
///
/// Those of [`Generator::statuses`].
pub fn statuses(
    generator: &Generator,
    class: Option<Class>,
    unofficial: bool,
) -> Result<Article<'static>> {
    let mut statuses = if unofficial { generator.all_statuses()? } else { generator.statuses()? };
    statuses.retain(|status| class.is_none_or(|class| status.code.class() == class));
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for status in statuses {
        let source = match (&status.spec, status.used_by.as_slice()) {
            (Some(spec), _) => format!("{}, {}", spec.document, spec.section),
            (None, users) => {
                users.iter().map(|user| user.name.as_str()).collect::<Vec<_>>().join(", ")
            }
        };
        rows.push(vec![status.code.to_string(), status.phrase.clone(), source]);
        data.push(value(&StatusRow::new(status)));
    }
    let heads = ["Code", "Phrase", "Defined by"];
    Ok(listing(&heads, rows, data))
}

/// The targets.
///
/// # Errors
///
/// Those of [`Generator::targets`].
pub fn targets(generator: &Generator) -> Result<Article<'static>> {
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for target in generator.targets()? {
        let role = if target.is_client() { "client" } else { "server" };
        let (title, version) = (target.title.clone(), target.version.clone());
        rows.push(vec![target.id().to_owned(), title, version, role.to_owned()]);
        data.push(value(&TargetRow::new(&target)));
    }
    let heads = ["Target", "Title", "Version", "Role"];
    Ok(listing(&heads, rows, data))
}

/// The output formats.
pub fn formats() -> Article<'static> {
    let row =
        |it: &&dyn Format| [it.name(), it.about(), it.extension()].map(str::to_owned).to_vec();
    let data = output::formats()
        .iter()
        .map(|it| json!({"name": it.name(), "about": it.about(), "extension": it.extension()}));
    let heads = ["Format", "What it prints", "Extension"];
    listing(&heads, output::formats().iter().map(row).collect(), data.collect())
}

fn listing(heads: &[&str], rows: Vec<Vec<String>>, data: Vec<Value>) -> Article<'static> {
    let heads = heads.iter().map(|&head| head.to_owned()).collect();
    Article {
        title: None,
        level: 1,
        blocks: vec![Block::Columns { heads, rows }],
        data: Value::Array(data),
    }
}

/// Plain structs of strings and numbers always serialize.
fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

#[derive(Serialize)]
struct StatusRow<'a> {
    code: u16,
    phrase: &'a str,
    formerly: &'a [String],
    registration: Registration,
    fault: Fault,
    spec: Option<&'a Spec>,
    #[serde(skip_serializing_if = "<[User]>::is_empty")]
    used_by: &'a [User],
    summary: &'a Prose,
}

impl<'a> StatusRow<'a> {
    fn new(status: &'a Status) -> Self {
        Self {
            code: status.code.number(),
            phrase: &status.phrase,
            formerly: &status.formerly,
            registration: status.registration,
            fault: status.fault,
            spec: status.spec.as_ref(),
            used_by: &status.used_by,
            summary: &status.summary,
        }
    }
}

#[derive(Serialize)]
struct TargetRow<'a> {
    id: &'a str,
    title: &'a str,
    role: Role,
    aliases: &'a [String],
    language: &'a str,
    version: &'a str,
    documentation: &'a str,
    file: &'a str,
    port: u16,
    install: &'a str,
    run: String,
}

impl<'a> TargetRow<'a> {
    fn new(target: &'a Target) -> Self {
        Self {
            id: target.id(),
            title: &target.title,
            role: target.role,
            aliases: &target.aliases,
            language: &target.language,
            version: &target.version,
            documentation: target.documentation.as_str(),
            file: &target.file,
            port: target.port,
            install: &target.install,
            run: target.usual_run(),
        }
    }
}
