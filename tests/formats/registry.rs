//! Every format in the list of formats.

use std::collections::BTreeSet;

use statuscraft::output::{default_format, formats};

use super::fixture::{BUILT_IN, curious, page, printed};
use crate::support::{root, statuscraft, with_snapshots};

#[test]
fn every_format_shows_one_example_several_and_none() {
    let overlay = curious();
    let generator = overlay.generator();
    with_snapshots("output", || {
        for format in formats() {
            let name = format.name();
            let mut shown = String::new();
            for words in
                ["404 go --form handler", "404 flask curious --message 'a ``` <1>'", "306 go flask"]
            {
                let command = format!("{words} --format {name}");
                let text = match format.render(&page(&generator, words)) {
                    Ok(_) => printed(&generator, &command),
                    Err(error) => format!("error: {error}\n"),
                };
                shown.push_str(&format!("$ statuscraft {command}\n{text}\n"));
            }
            insta::assert_snapshot!(name, shown);
        }
    });
}

#[test]
fn names_are_words_and_unique() {
    let names: BTreeSet<_> = formats().iter().map(|format| format.name()).collect();
    assert_eq!(names.len(), formats().len());
    for format in formats() {
        assert!(
            format.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
            "{format:?}"
        );
        assert!(!format.about().is_empty() && !format.about().ends_with('.'), "{format:?}");
        assert!(format.extension().bytes().all(|byte| byte.is_ascii_lowercase()), "{format:?}");
    }
    assert_eq!(default_format().name(), "text");
}

#[test]
fn help_and_completions_list_all_formats() {
    let help = statuscraft(["--help"]).stdout;
    let script = statuscraft(["completions", "fish"]).stdout;
    for format in formats() {
        assert!(help.contains(&format!("- {}:", format.name())), "{help}");
        assert!(script.contains(format.about()), "{script}");
    }
}

#[test]
fn the_types_of_the_npm_package_list_all_formats() {
    let types = root().join("packages/npm/lib/index.d.ts");
    let types = std::fs::read_to_string(types).expect("the types");
    let (_, union) = types.split_once("export type FormatName =").expect("the type");
    let (union, _) = union.split_once(';').expect("its end");
    let names: Vec<_> = union
        .split('|')
        .filter_map(|name| name.trim().strip_prefix('\'')?.strip_suffix('\''))
        .collect();
    assert_eq!(names, formats().iter().map(|format| format.name()).collect::<Vec<_>>());
}

#[test]
fn an_unsupported_pair_always_has_a_note() {
    let overlay = curious();
    let generator = overlay.generator();
    for format in formats() {
        for words in ["404 curious", "404 flask curious", "306 flask", "306"] {
            let page = page(&generator, words);
            let said = match format.render(&page) {
                Ok(rendered) => rendered.body,
                Err(error) => error.to_string(),
            };
            let reason = if words.starts_with("306") { "reserved" } else { "odd" };
            assert!(said.contains(reason), "{} {words}: {said}", format.name());
        }
    }
}

#[test]
fn texts_end_with_one_line_break_and_no_line_with_space() {
    let overlay = curious();
    let generator = overlay.generator();
    for format in formats() {
        for words in ["404 flask", "404 flask curious", "404 go php", "410 go flask"] {
            let text = format.render(&page(&generator, words)).expect("text").to_string();
            let name = format.name();
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} {words}: {text}");
            assert!(text.lines().all(|line| line.trim_end() == line), "{name} {words}: {text}");
        }
    }
}

#[test]
fn only_tabs_need_imports() {
    for format in formats() {
        let one = format.render(&page(&BUILT_IN, "404 flask")).expect("text");
        assert!(one.imports.is_empty(), "{}", format.name());
        let two = format.render(&page(&BUILT_IN, "404 flask go")).expect("text");
        assert_eq!(two.imports.is_empty(), format.extension() != "mdx", "{}", format.name());
        assert!(
            !two.body.contains("import {") && !two.body.contains("import Tab"),
            "{}",
            format.name()
        );
    }
}
