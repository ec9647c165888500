/// The candidate that looks most like `wanted`, if one looks like it at all.
///
/// Case does not count. Of equally near candidates the first wins, so the answer depends on the
/// order given and on nothing else.
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
