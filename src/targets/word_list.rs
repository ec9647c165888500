use memchr::memmem;

/// Whether `words`, separated by whitespace, contains this word. The word itself has no whitespace.
///
/// The text is searched directly, because building a set would cost more for a single snippet.
pub(super) fn has_word(words: &str, word: &str) -> bool {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    let ends = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    !word.is_empty()
        && memmem::find_iter(words, word).any(|at| {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            ends(before) && ends(words.get(at + word.len()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_found() {
        let words = "for foreach\n  format if";
        for word in words.split_whitespace() {
            assert!(has_word(words, word), "{word}");
        }
        for word in ["", "fo", "or", "each", "form", "mat", "i", "f", "If"] {
            assert!(!has_word(words, word), "{word:?}");
        }
        assert!(!has_word("", "for"));
        assert!(has_word("xfor for", "for"));
    }
}
