//! The codes and the pairs that people confuse, as resources.

use rmcp::model::{Resource, ResourceTemplate};

use crate::error::{Error, ErrorKind, Result};
use crate::output::format;
use crate::pages::{ComparisonPage, Explanation};
use crate::snippet::Generator;

/// The type of every resource.
pub(super) const MEDIA_TYPE: &str = "text/markdown";

const CODES: &str = "statuscraft://codes/";
const COMPARISONS: &str = "statuscraft://compare/";

/// A resource for each code.
pub(super) fn all(generator: &Generator) -> Result<Vec<Resource>> {
    let resource = |status: &&crate::catalogue::Status| {
        let title = format!("{} {}", status.code, status.phrase);
        Resource::new(format!("{CODES}{}", status.code), status.code.to_string())
            .with_title(title)
            .with_description(status.summary.to_string())
            .with_mime_type(MEDIA_TYPE)
    };
    Ok(generator.all_statuses()?.iter().map(resource).collect())
}

/// The kinds of addresses.
pub(super) fn templates() -> Vec<ResourceTemplate> {
    let code = ResourceTemplate::new(format!("{CODES}{{code}}"), "code")
        .with_title("A status code")
        .with_description("What it means, causes, fixes, and examples in every framework")
        .with_mime_type(MEDIA_TYPE);
    let pair = ResourceTemplate::new(format!("{COMPARISONS}{{first}}-{{second}}"), "comparison")
        .with_title("Two status codes side by side")
        .with_description("The difference that decides, and when to use which")
        .with_mime_type(MEDIA_TYPE);
    vec![code, pair]
}

/// The text of a resource, or `None` if nothing has that address.
pub(super) fn read(generator: &Generator, uri: &str) -> Result<Option<String>> {
    let article = if let Some(code) = uri.strip_prefix(CODES) {
        known(Explanation::new(generator, code, &[]).map(|it| it.article(1)))?
    } else if let Some((first, second)) = pair(uri) {
        known(ComparisonPage::new(generator, first, second).map(|it| it.article(1)))?
    } else {
        None
    };
    let markdown = format("markdown")?;
    article.map(|article| Ok(markdown.article(&article)?.to_string())).transpose()
}

fn pair(uri: &str) -> Option<(&str, &str)> {
    uri.strip_prefix(COMPARISONS)?.split_once('-')
}

/// A code that there isn't is no resource, and no fault.
fn known<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if is_unknown(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_unknown(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::UnknownStatus | ErrorKind::Option)
}
