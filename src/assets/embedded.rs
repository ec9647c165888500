//! The files inside the binary: sorted tables that `build.rs` writes.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The text of the embedded file of that name.
pub(super) fn get(name: &str) -> Option<&'static str> {
    let index = FILES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    FILES.get(index).map(|(_, text)| *text)
}

/// The names of files and folders directly inside `folder`, each folder once for each file in it.
pub(super) fn list(folder: &str) -> impl Iterator<Item = String> {
    let start = FILES.partition_point(|(name, _)| *name < folder);
    FILES
        .get(start..)
        .unwrap_or_default()
        .iter()
        .map_while(move |(name, _)| name.strip_prefix(folder))
        .filter_map(|rest| rest.strip_prefix('/'))
        .filter_map(|rest| rest.split('/').next().map(str::to_owned))
}

/// The files below `folder`, by their names inside it. Only folders that are embedded completely
/// are here: what targets need to run, and what pages need besides templates.
pub(super) fn tree(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let start = WHOLE.partition_point(|(name, _)| *name < folder);
    WHOLE.get(start..).unwrap_or_default().iter().map_while(move |(name, bytes)| {
        let rest = name.strip_prefix(folder)?.strip_prefix('/')?;
        Some((rest, *bytes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_names_are_unique() {
        assert!(FILES.is_sorted_by(|(one, _), (next, _)| one < next));
    }

    #[test]
    fn a_folder_lists_its_own_files_only() {
        assert!(list("data").any(|name| name == "statuses"));
        assert!(list("data/status").next().is_none());
    }
}
