/// The candidate most similar to `wanted`, if one is similar enough.
///
/// Case does not count. Of equally similar candidates the first one wins, so the result depends
/// only on the given order.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const ENOUGH: f64 = 0.75;
    let wanted = wanted.to_lowercase();
    let mut best = None;
    let mut highest = ENOUGH;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&wanted, &candidate.to_lowercase());
        if likeness > highest {
            highest = likeness;
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
