//! The files inside the binary: sorted tables that `build.rs` writes.

use super::document::Documents;

/// Where something starts and ends: in [`NAMES`], [`TEXTS`], [`PARSED`] or [`BYTES`].
type Place = (u32, u32);

// The name, the text and the documents of each text file; the name and the bytes of the others.
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names"));
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts"));
static PARSED: &str = include_str!(concat!(env!("OUT_DIR"), "/parsed"));
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bytes"));

fn part((start, end): Place, whole: &'static str) -> &'static str {
    whole.get(start as usize..end as usize).unwrap_or_default()
}

/// The text of the embedded file of that name, and its documents if it is a YAML file.
pub(super) fn get(name: &str) -> Option<(&'static str, Documents)> {
    let index = FILES.binary_search_by_key(&name, |[name, ..]| part(*name, NAMES)).ok()?;
    let [_, text, documents] = FILES.get(index)?;
    Some((part(*text, TEXTS), Documents::new(part(*documents, PARSED))))
}

/// Whether there is an embedded file of that name.
pub(super) fn has(name: &str) -> bool {
    FILES.binary_search_by_key(&name, |[name, ..]| part(*name, NAMES)).is_ok()
}

/// The names of files and folders directly inside `folder`, each folder once for each file in it.
pub(super) fn list(folder: &str) -> impl Iterator<Item = String> {
    let start = FILES.partition_point(|[name, ..]| part(*name, NAMES) < folder);
    FILES
        .get(start..)
        .unwrap_or_default()
        .iter()
        .map_while(move |[name, ..]| part(*name, NAMES).strip_prefix(folder))
        .filter_map(|rest| rest.strip_prefix('/'))
        .filter_map(|rest| rest.split('/').next().map(str::to_owned))
}

/// The files below `folder`, by their names inside it. Only folders that are embedded completely
/// are here: what targets need to run, and what pages need besides templates.
pub(super) fn tree(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let start = WHOLE.partition_point(|[name, _]| part(*name, NAMES) < folder);
    WHOLE.get(start..).unwrap_or_default().iter().map_while(move |[name, (from, to)]| {
        let rest = part(*name, NAMES).strip_prefix(folder)?.strip_prefix('/')?;
        Some((rest, BYTES.get(*from as usize..*to as usize)?))
    })
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "overlays")]
    use serde::Deserialize;

    use super::*;

    #[test]
    fn the_table_is_sorted_and_names_are_unique() {
        assert!(FILES.is_sorted_by_key(|[name, ..]| part(*name, NAMES)));
        assert!(FILES.windows(2).all(|pair| part(pair[0][0], NAMES) != part(pair[1][0], NAMES)));
    }

    #[test]
    fn a_folder_lists_its_own_files_only() {
        assert!(list("data").any(|name| name == "statuses"));
        assert!(list("data/status").next().is_none());
    }

    // Only then are their texts embedded.
    #[cfg(feature = "overlays")]
    #[test]
    fn the_documents_of_each_yaml_file_are_what_yaml_reads() {
        let mut count = 0;
        for [name, text, documents] in &FILES {
            let (name, text) = (part(*name, NAMES), part(*text, TEXTS));
            let parsed = Documents::new(part(*documents, PARSED)).values();
            if std::path::Path::new(name).extension().is_some_and(|it| it == "yaml") {
                let read: Vec<serde_yaml::Value> = serde_yaml::Deserializer::from_str(text)
                    .map(|document| serde_yaml::Value::deserialize(document).unwrap())
                    .collect();
                assert_eq!(parsed, read, "{name}");
                count += 1;
            } else {
                assert!(parsed.is_empty(), "{name}");
            }
        }
        assert!(count > 200);
    }
}
