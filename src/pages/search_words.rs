//! Words, and how similar two words are.

use std::collections::BTreeSet;

/// Words that carry no meaning in a search.
pub(crate) const STOP_WORDS: &str = " a an and are as at be by do does for from has have how i if in is it its of on or the \
                     this that to was what when which why with my not no ";

/// The words of a text in lower case, without those that carry no meaning, unless there are no
/// others.
pub(super) fn words(text: &str) -> Vec<String> {
    let all = || {
        text.split(|one: char| !one.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
    };
    let meaningful: Vec<_> =
        all().filter(|word| !STOP_WORDS.contains(&format!(" {word} "))).collect();
    if meaningful.is_empty() { all().collect() } else { meaningful }
}

/// How many different words of a query count, and how long each of them may be. What is pasted may be
/// a whole page.
const WORDS: usize = 32;
const LONGEST: usize = 60;
/// How much of a query is read.
const READ: usize = 10_000;

/// The words of a query, each once.
pub(super) fn query_words(query: &str) -> Vec<String> {
    let read = query.get(..query.floor_char_boundary(READ)).unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut words = words(read);
    words.retain(|word| seen.insert(word.clone()));
    words.truncate(WORDS);
    words
}

/// From this similarity on, a word is the wanted one in another form.
pub(super) const COMPLETE: f64 = 0.85;

/// 1 for the same word, 0 for a different one, and a value between for one that is incomplete or
/// misspelled. Time is bounded by the known word.
pub(super) fn similarity(wanted: &str, known: &str) -> f64 {
    if wanted == known {
        return 1.0;
    }
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number(wanted) || is_number(known) {
        return 0.0;
    }
    let (short, long) = if wanted.len() < known.len() { (wanted, known) } else { (known, wanted) };
    if short.len() >= 3 && long.starts_with(short) {
        // `limit` and `limits` are nearly the same, `con` and `conditional` are not, nor `foo` and `fools`.
        return if long.len() - short.len() <= 3.min(short.len() - 2) { COMPLETE } else { 0.5 };
    }
    if wanted.len() > LONGEST || long.len() - short.len() > 2 * char::MAX.len_utf8() {
        return 0.0;
    }
    let allowed = match wanted.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let same_start = wanted.chars().next() == known.chars().next();
    match strsim::osa_distance(wanted, known) {
        distance if distance <= allowed && same_start => 0.6,
        distance if distance <= allowed => 0.3,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_meaning_are_dropped() {
        assert_eq!(words("How is the Rate-Limit?"), ["rate", "limit"]);
        assert_eq!(words("what is this"), ["what", "is", "this"]);
    }

    #[test]
    fn a_word_is_similar_to_its_prefixes_and_misspellings() {
        let order = ["limit", "limits", "limitations", "limti", "dimit", "length"];
        let similarities: Vec<_> = order.iter().map(|known| similarity("limit", known)).collect();
        assert_eq!(similarities, [1.0, 0.85, 0.5, 0.6, 0.3, 0.0]);
        assert!(similarity("404", "405") < f64::EPSILON);
    }

    #[test]
    fn of_a_long_query_some_words_count() {
        assert_eq!(query_words("a cat, a dog, a CAT"), ["cat", "dog"]);
        let many: Vec<_> = (0..10_000).map(|number| format!("word{number}")).collect();
        assert_eq!(query_words(&many.join(" ")).len(), WORDS);
        assert!(similarity(&"limit".repeat(1_000_000), "limits") < 0.6);
    }
}
