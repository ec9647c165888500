//! The files of `data/languages/`, besides literals and comments.

use std::collections::BTreeSet;

use statuscraft::Generator;

#[test]
fn fences_and_extensions_are_unique() {
    let generator = Generator::new();
    let mut seen = BTreeSet::new();
    for target in generator.targets().expect("targets") {
        let language = generator.language(&target).expect("a language");
        assert!(target.file.ends_with(&format!(".{}", language.extension)), "{}", target.id());
        seen.insert((language.title.clone(), language.fence.clone(), language.extension.clone()));
    }
    let fences: BTreeSet<_> = seen.iter().map(|(_, fence, _)| fence).collect();
    assert_eq!(fences.len(), seen.len());
}

#[test]
fn reserved_words_are_words() {
    let generator = Generator::new();
    for target in generator.targets().expect("targets") {
        let language = generator.language(&target).expect("a language");
        let words: Vec<_> = language.reserved.split_whitespace().collect();
        assert!(words.len() > 20, "{}", language.title);
        for word in words {
            let plain = |one: char| one.is_ascii_alphanumeric() || one == '_';
            assert!(word.chars().all(plain), "{}: `{word}`", language.title);
        }
    }
}
