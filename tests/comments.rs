//! No text can end the comment that contains it.

use proptest::prelude::*;
use statuscraft::{Generator, Language};

/// Characters that end a line in some language.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\x0b', '\x0c', '\u{85}', '\u{2028}', '\u{2029}'];

fn each_language(check: impl Fn(&Language)) {
    let generator = Generator::new();
    for target in generator.targets().expect("targets") {
        check(&generator.language(&target).expect("a language"));
    }
}

fn stays_a_comment(language: &Language, text: &str) {
    let comment = language.comment(text);
    let opening = language.comment("");
    for line in comment.split('\n') {
        assert!(line.starts_with(&opening), "{}: {line:?}", language.title);
        assert!(!line.contains(LINE_ENDS), "{}: {line:?}", language.title);
        let harmful: &[&str] = match language.fence.as_str() {
            "php" => &["?>"],
            "java" => &["\\u"],
            "python" | "ruby" => &["coding:", "coding="],
            _ => &["\u{2028}"],
        };
        for part in harmful {
            assert!(!line.contains(part), "{}: {line:?}", language.title);
        }
    }
}

#[test]
fn line_ends_and_closers_of_every_language_stay_inside() {
    each_language(|language| {
        for piece in [
            "\n",
            "\r",
            "\r\n",
            "\u{2028}",
            "\u{85}",
            "?>",
            "*/",
            "\\u000a",
            "\\\\u000a",
            "-*- coding: latin-1 -*-",
            "coding=utf-7",
            "\0",
            "codcoding:ing:",
        ] {
            stays_a_comment(language, piece);
            stays_a_comment(language, &format!("before {piece} after"));
            stays_a_comment(language, &piece.repeat(3));
        }
    });
}

#[test]
fn an_ordinary_sentence_is_left_as_it_is() {
    each_language(|language| {
        let comment = language.comment("Grüße: 100 % of \"it\" isn't #1.");
        assert!(comment.ends_with(" Grüße: 100 % of \"it\" isn't #1."), "{comment}");
    });
}

proptest! {
    #[test]
    fn any_text_stays_a_comment(text in any::<String>()) {
        each_language(|language| stays_a_comment(language, &text));
    }
}
