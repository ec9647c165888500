//! Some sections of an article instead of all.

use crate::enumeration::enumerated;
use crate::error::{Error, ErrorKind, Result};
use crate::output::{Article, Block, Format};
use crate::short_quote::word;

/// Leaves the sections with such headings, in the order of the article, without its title and what stands above
/// the first heading.
pub(super) fn only<'a>(mut article: Article<'a>, names: &[String]) -> Result<Article<'a>> {
    let mut sections: Vec<(String, Vec<Block<'a>>)> = Vec::new();
    for block in article.blocks {
        if let Block::Heading(heading) = &block {
            sections.push((heading.clone(), Vec::new()));
        }
        if let Some((_, blocks)) = sections.last_mut() {
            blocks.push(block);
        }
    }
    let headings: Vec<&str> = sections.iter().map(|(heading, _)| heading.as_str()).collect();
    let mut wanted = vec![false; headings.len()];
    for name in names {
        let found = matching(&headings, name);
        if found.is_empty() {
            let title = article.title.unwrap_or_default();
            let message = format!("`{title}` has no section `{}`", word(name.trim()));
            let quoted: Vec<_> = headings.iter().map(|it| format!("`{it}`")).collect();
            let hint = format!("its sections are {}", enumerated(&quoted));
            return Err(Error::new(ErrorKind::Option, message).about(name).with_hint(hint));
        }
        for at in found {
            wanted.get_mut(at).into_iter().for_each(|it| *it = true);
        }
    }
    let kept = sections.into_iter().zip(wanted).filter(|(_, is_wanted)| *is_wanted);
    article.blocks = kept.flat_map(|((_, blocks), _)| blocks).collect();
    article.title = None;
    Ok(article)
}

/// The heading with exactly these words, or those that contain all of them or words that begin so.
fn matching(headings: &[&str], name: &str) -> Vec<usize> {
    let name = words(name);
    if let Some(exact) = headings.iter().position(|heading| words(heading) == name) {
        return vec![exact];
    }
    let contains = |heading: &str| {
        let heading = words(heading);
        !name.is_empty() && name.iter().all(|part| heading.iter().any(|it| it.starts_with(part)))
    };
    let found = headings.iter().enumerate().filter(|(_, heading)| contains(heading));
    found.map(|(at, _)| at).collect()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|one: char| !one.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Refuses sections in a format that prints data.
pub(super) fn refuse_data(format: Option<&dyn Format>, names: &[String]) -> Result<()> {
    match format {
        Some(format) if !names.is_empty() && matches!(format.name(), "json" | "ndjson") => {
            let message = format!("the format `{}` has no sections", format.name());
            let error = Error::new(ErrorKind::Option, message).about("--section");
            Err(error.with_hint("leave `--section` out: each section is a property of the JSON"))
        }
        _ => Ok(()),
    }
}
