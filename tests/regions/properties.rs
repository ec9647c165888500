//! In any document, no byte outside the regions changes.

use proptest::prelude::*;
use statuscraft::regions::{Document, Kind, Printed, Reading};

use super::updated;

/// Pieces of a document, none of them a marker.
const PIECES: [&str; 28] = [
    "text",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "```",
    "~~~",
    "`",
    "<!--",
    "-->",
    "{/*",
    "*/}",
    "{",
    "}",
    "::",
    "..",
    "//",
    "----",
    "<pre>",
    "<b a='",
    "\u{feff}",
    "\u{e9}\u{2028}",
    "\\",
];

fn kinds() -> Vec<Kind> {
    let other = |marker| Kind::parse(marker).expect("a marker");
    vec![
        Kind::Markdown,
        Kind::Mdx,
        Kind::Html,
        Kind::Asciidoc,
        Kind::Rst,
        other("%"),
        other("(* *)"),
    ]
}

fn print(command: &str) -> Printed {
    Printed::new(&[], &format!("| {command}\n\n|   y\u{e9}\n"))
}

/// Text that is not a marker, made of pieces and of the word that markers start with.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        20 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[a-z%*() ]{0,5}",
        1 => Just("statuscraft-".to_owned()),
        1 => Just("-statuscraft".to_owned()),
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

/// Blocks that end where they should, so that the text after them is parsed as if it were alone.
fn block() -> impl Strategy<Value = String> {
    let block = prop::sample::select(vec![
        "text  \nmore",
        "# title",
        "```\n<!-- statuscraft x -->\n```",
        "~~~\n<!-- /statuscraft -->\n~~~",
        "* one\n* two",
        "> quote",
        "<div>x</div>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "    code",
        "",
        "\u{e9}\u{1f600} \\",
        "***",
    ]);
    (block, line_end()).prop_map(|(block, end)| format!("{}{end}{end}", block.replace('\n', end)))
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["\n", "\r\n"])
}

/// A region inside other text: the prefix of its first and of its other lines, and its old content.
fn region() -> impl Strategy<Value = String> {
    let prefix = prop::sample::select(vec![
        ("", ""),
        ("- ", "  "),
        ("> ", "> "),
        ("> 7. ", ">    "),
        ("  ", "  "),
    ]);
    let old = prop::collection::vec("[a-z ]{0,8}", 0..3);
    let checksum = prop::sample::select(vec!["", " 00000000", " DEADBEEF"]);
    (prefix, old, checksum, line_end()).prop_map(|((first, next), old, checksum, end)| {
        let old = old.iter().map(|line| format!("{next}x{line}{end}")).collect::<Vec<_>>().concat();
        format!(
            "{first}<!-- statuscraft c -->{end}{old}{next}<!-- /statuscraft{checksum} -->{end}{end}"
        )
    })
}

/// The lines outside regions, with their ends; of markers, everything but the checksum.
fn outside(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        fenced ^= line.trim_start_matches('\u{feff}').starts_with(['`', '~']);
        if fenced {
            lines.push(line.to_owned());
            continue;
        }
        if line.contains("<!-- /statuscraft") {
            inside = false;
            let at = line.find("/statuscraft").expect("a marker") + "/statuscraft".len();
            let rest = &line[line.find("-->").expect("an end")..];
            lines.push(format!("{} {rest}", &line[..at]));
        } else if !inside {
            lines.push(line.to_owned());
        }
        inside |= line.contains("<!-- statuscraft c");
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_without_markers_has_nothing_to_update(text in prose()) {
        for kind in kinds() {
            let reading = Document::read("doc", text.as_bytes(), &kind);
            prop_assert!(matches!(reading, Ok(Reading::Plain(_))), "{kind:?}: {reading:?}");
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_not_touched(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        for kind in kinds() {
            prop_assert!(matches!(Document::read("doc", &bytes, &kind), Ok(Reading::Plain(_) | Reading::Foreign)));
        }
    }

    #[test]
    fn outside_regions_nothing_changes(
        mark in prop::sample::select(vec!["", "\u{feff}"]),
        parts in prop::collection::vec((block(), region()), 1..5),
        tail in prop::sample::select(vec!["", "end", "end\r\n", "  "]),
    ) {
        let mut text = mark.to_owned();
        for (block, region) in &parts {
            text.push_str(block);
            text.push_str(region);
        }
        text.push_str(tail);
        let new = updated(&text, &Kind::Markdown, print);
        let new = new.map_err(|errors| TestCaseError::fail(format!("{text:?}: {errors:?}")))?;
        prop_assert_eq!(outside(&new), outside(&text));
        prop_assert_eq!(new.matches("| c").count(), parts.len());
        let again = updated(&new, &Kind::Markdown, print);
        prop_assert_eq!(again.as_ref(), Ok(&new), "a second time changes nothing");
    }

    #[test]
    fn text_around_a_region_stays(before in prose(), inside in prose(), after in prose()) {
        for (kind, open, close) in [
            (Kind::Markdown, "<!-- statuscraft c -->", "<!-- /statuscraft -->"),
            (Kind::Mdx, "{/* statuscraft c */}", "{/* /statuscraft */}"),
            (Kind::Html, "<!-- statuscraft c -->", "<!-- /statuscraft -->"),
            (Kind::Asciidoc, "// statuscraft c", "// /statuscraft"),
            (Kind::Rst, ".. statuscraft c", ".. /statuscraft"),
        ] {
            let text = format!("{before}\n{open}\n{inside}\n{close}\n{after}");
            // Many of these are refused. For the others the ends must be the same.
            if let Ok(new) = updated(&text, &kind, print) {
                let head = format!("{before}\n{open}\n");
                prop_assert!(new.starts_with(&head), "{kind:?}: {new:?}");
                prop_assert!(new.ends_with(&format!("\n{after}")), "{kind:?}: {new:?}");
            }
        }
    }
}
