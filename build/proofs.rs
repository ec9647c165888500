//! What the committed proofs say, without the keys.

/// A line for each proof of a usual example: target, code, server and the deviations that were seen.
pub(super) fn seen(lock: &str) -> String {
    lock.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<String> {
    let words: Vec<_> = line.split(' ').collect();
    let [target, code, server, "default", "json", _key, deviations @ ..] = words.as_slice() else {
        return None;
    };
    let is_server = !target.contains('@');
    is_server.then(|| [&[*target, *code, *server], deviations].concat().join(" ") + "\n")
}
