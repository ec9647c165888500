/// The name of the file that lists the generated files of a folder.
pub(super) const MANIFEST: &str = "statuscraft.lock.json";

/// The name of the one file that is being written. One writer at a time holds the folder's lock.
pub(super) const TEMPORARY: &str = ".statuscraft.tmp";
