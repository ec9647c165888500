//! Any text can be read back from its literal, in every language.

use std::sync::Arc;

use proptest::prelude::*;
use statuscraft::{Generator, Language};

use crate::support::{Overlay, decode, root};

/// Text with a meaning in some language, and invisible characters.
const HOSTILE: [&str; 34] = [
    "\"", "'", "`", "\\", "\\\\", "\\n", "\n", "\r", "\r\n", "\t", "\0", "\x1b", "\x7f", "$",
    "${HOME}", "$x", "{$x}", "#{1+1}", "#@x", "#$x", "%s%n", "{{ x }}", "{% x %}", "*/", "//",
    "?>", "<?php", "\"\"\"", "\\u000a", "\u{2028}", "\u{feff}", "e\u{301}", "\u{202e}", "🫖",
];

fn languages() -> Vec<(String, Arc<Language>)> {
    let generator = Generator::new();
    let targets = generator.targets().expect("targets");
    let mut languages: Vec<_> = targets
        .iter()
        .map(|target| (target.language.clone(), generator.language(target).expect("a language")))
        .collect();
    languages.sort_by(|(one, _), (other, _)| one.cmp(other));
    languages.dedup_by(|(one, _), (other, _)| one == other);
    languages
}

fn comes_back(id: &str, language: &Language, text: &str) {
    if let Some((one, reason)) = language.refuses(text) {
        let may = match id {
            "bash" => one == '\0',
            "nginx" => one == '$' || reason.contains("can't be seen"),
            _ => false,
        };
        assert!(may && reason.len() > 20, "{id}: {one:?}: {reason}");
        return;
    }
    let literal = language.literal(text);
    let value = decode::literal(id, &literal)
        .unwrap_or_else(|error| panic!("{id}: {error}\n  text    {text:?}\n  literal {literal}"));
    assert_eq!(value, text, "{id}: {literal}");
    assert!(!literal.contains(['\n', '\r', '\0', '\u{2028}', '\u{feff}']), "{id}: {literal:?}");
}

#[test]
fn every_language_has_a_file_and_a_decoder() {
    let folder = std::fs::read_dir(root().join("data/languages")).expect("languages");
    // Languages of further files, such as text and properties, aren't programs' languages.
    let of_files = ["html", "json", "properties", "text", "xml"];
    let names = folder.map(|entry| entry.expect("an entry").path());
    let programs = names
        .filter(|path| !of_files.iter().any(|name| path.file_stem().is_some_and(|it| it == *name)));
    assert_eq!(
        programs.count(),
        languages().len(),
        "a language that no target uses proves nothing"
    );
}

#[test]
fn every_character_can_be_read_back() {
    for (id, language) in languages() {
        for one in (0..0x3000)
            .chain(0xd700..0xe000 + 0x20)
            .chain(0xf000..0x11000)
            .filter_map(char::from_u32)
        {
            comes_back(&id, &language, &one.to_string());
            comes_back(&id, &language, &format!("1{one}2"));
            comes_back(&id, &language, &format!("\n{one}f"));
        }
        for plane in 0..=16 {
            for last in [0xfffd, 0xfffe, 0xffff] {
                let one = char::from_u32(plane << 16 | last).expect("a character");
                comes_back(&id, &language, &one.to_string());
            }
        }
    }
}

#[test]
fn every_pair_of_hostile_pieces_can_be_read_back() {
    for (id, language) in languages() {
        for one in HOSTILE {
            for other in HOSTILE {
                comes_back(&id, &language, &format!("{one}{other}"));
                comes_back(&id, &language, &format!("a{one}b{other}c"));
            }
        }
    }
}

#[test]
fn texts_longer_than_a_constant_can_be_read_back() {
    for (id, language) in languages() {
        for piece in ["x", "é", "🫖", "\0", "\\", "\"", ", "] {
            comes_back(&id, &language, &piece.repeat(70_000));
        }
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read_back(text in any::<String>()) {
        for (id, language) in languages() {
            comes_back(&id, &language, &text);
        }
    }

    #[test]
    fn any_mix_of_hostile_pieces_and_text_can_be_read_back(
        pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
            any::<String>(),
        ], 0..12)
    ) {
        for (id, language) in languages() {
            comes_back(&id, &language, &pieces.concat());
        }
    }
}

#[test]
fn the_quotes_are_those_that_need_the_fewest_escapes() {
    let mut shown = String::new();
    for (id, language) in languages() {
        for text in [
            "plain",
            "it's",
            "say \"hi\"",
            "it's \"both\"",
            "cost: $5 #1",
            "tab\tand\nline",
            "C:\\new",
            "Grüße",
            "🫖\u{200b}",
            "plain-word",
        ] {
            if language.refuses(text).is_none() {
                shown.push_str(&format!("{id:10}  {}\n", language.literal(text)));
            }
        }
    }
    crate::support::with_snapshots("languages", || insta::assert_snapshot!("quotes", shown));
}

#[test]
fn rules_that_cannot_represent_every_text_are_refused() {
    let rules = |string: &str| {
        format!(
            "title: T\nfence: t\nextension: t\nindent: 2\nwrap: 80\nstring: {string}\ncomment: {{prefix: '#'}}\nreserved: ''\n"
        )
    };
    let mut shown = String::new();
    for string in [
        r"{styles: []}",
        r#"{styles: [{quote: "'", escapes: {"'": "\\'", "\\": "\\\\"}}]}"#,
        r#"{styles: [{quote: "", escapes: {}, numeric: [{upto: "\U0010FFFF", open: "x"}]}]}"#,
        r#"{styles: [{quote: "'", escapes: {"\\": "\\\\"}, numeric: [{upto: "\U0010FFFF", open: "x"}]}]}"#,
        r#"{styles: [{quote: "'", escapes: {"'": "''"}, numeric: [{upto: "\U0010FFFF", open: "x"}]}]}"#,
    ] {
        let overlay = Overlay::new()
            .file("data/languages/t.yaml", rules(string))
            .file("snippet-templates/t/target.yaml", "title: T\nlanguage: t\nversion: T 1\ndocumentation: https://t.example/\nfile: t.t\nport: 80\ninstall: t\nrun: t\n");
        let generator = overlay.generator();
        let target = generator.target("t").expect("a target");
        let error = generator.language(&target).expect_err(string);
        shown.push_str(&format!("{}\n", overlay.anonymous(&error.to_string())));
    }
    crate::support::with_snapshots("languages", || insta::assert_snapshot!("refused", shown));
}

#[test]
fn where_no_variables_are_read_a_literal_may_have_their_sign() {
    let render = |template: &str| {
        let overlay = Overlay::new().file("snippet-templates/nginx/codes/410.j2", template);
        let generator = overlay.generator();
        let target = generator.target("nginx").expect("a target");
        let status = generator.status("410").expect("a status");
        generator.snippet(status, &target, &statuscraft::Options::default()).map(|it| it.text)
    };
    let shown = |template: &str| render(template).expect(template);
    assert_eq!(shown(r#"{{ "^/books/(?<id>[0-9]+)$" | verbatim }}"#), "^/books/(?<id>[0-9]+)$");
    assert_eq!(shown(r#"{{ "/a {b}'$" | verbatim }}"#), "\"/a {b}'$\"");
    for template in [r#"{{ "a$b" }}"#, r#"{{ "a\u200bb" | verbatim }}"#] {
        let error = render(template).expect_err(template).to_string();
        assert!(error.contains("has no literal: nginx "), "{error}");
    }
}

#[test]
fn a_character_without_a_literal_is_an_error_with_a_reason() {
    let overlay =
        Overlay::new().file("snippet-templates/curl/codes/404.j2", "{{ \"a\\0b\" ~ message }}\n");
    let generator = overlay.generator();
    let target = generator.target("curl").expect("a target");
    let status = generator.status("404").expect("a status");
    let options = statuscraft::Options { message: Some("a\0".into()), ..Default::default() };
    let error = generator.snippet(status, &target, &options).expect_err("a NUL");
    assert!(error.to_string().contains("an argument of a program ends where a NUL is"), "{error}");
}
