//! Lists inside a sentence.

/// Names with commas between them and the word `and` before the last.
pub(crate) fn enumerated<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "and")
}

/// The same with the word `or`, for a sentence that denies something of each.
pub(crate) fn alternatives<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "or")
}

fn joined<S: AsRef<str>>(names: &[S], word: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}
