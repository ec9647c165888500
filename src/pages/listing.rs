use serde_json::Value;

use super::list_record::{FormatRow, StatusRow, TargetRow};
use super::record::value;
use crate::catalogue::Class;
use crate::error::Result;
use crate::output::{self, Article, Block, Format};
use crate::snippet::Generator;

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
    let data = output::formats().iter().map(|it| value(&FormatRow::new(*it)));
    let heads = ["Format", "What it prints", "Extension"];
    listing(&heads, output::formats().iter().map(row).collect(), data.collect())
}

fn listing(heads: &[&str], rows: Vec<Vec<String>>, data: Vec<Value>) -> Article<'static> {
    let heads = heads.iter().map(|&head| head.to_owned()).collect();
    Article {
        title: None,
        level: 1,
        blocks: vec![Block::Columns { heads, rows, need_heads: false }],
        data: Value::Array(data),
    }
}
