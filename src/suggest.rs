/// Longer words are never a misspelled name.
const LONGEST: usize = 60;

/// The candidate most similar to `wanted`, if one is similar enough: one wrong letter in three or four,
/// or a beginning of at least three.
///
/// Case does not count. Of equally similar candidates the first one wins, so the result depends
/// only on the given order.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if wanted.len() > LONGEST {
        return None;
    }
    let wanted = wanted.to_lowercase();
    let length = wanted.chars().count();
    let mut best = None;
    let mut lowest = usize::MAX;
    for candidate in candidates {
        let known = candidate.to_lowercase();
        let longer = length.max(known.chars().count());
        let distance = if length >= 3 && known.starts_with(&wanted) && known != wanted {
            1
        } else {
            strsim::osa_distance(&wanted, &known)
        };
        if distance < lowest && distance * 10 <= longer * 3 {
            lowest = distance;
            best = Some(candidate);
        }
    }
    best
}

/// ``did you mean `…`?`` for the nearest candidate.
pub(crate) fn did_you_mean<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(wanted, candidates).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelled_name_is_found_and_another_word_is_not() {
        let known = ["markdown", "mdbook", "not-found", "im-a-teapot", "lantern", "x"];
        for (wanted, expected) in [
            ("markdwn", Some("markdown")),
            ("Markdonw", Some("markdown")),
            ("mark", Some("markdown")),
            ("not-fund", Some("not-found")),
            ("latnern", Some("lantern")),
            ("in", None),
            ("y", None),
            ("teapot", None),
            ("redirect", None),
            ("lather", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, known), expected, "{wanted}");
        }
        assert_eq!(nearest(&"markdown".repeat(100_000), known), None);
    }
}
