//! Pages to show: ordinary ones, and ones in which every text is hostile.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use statuscraft::output::{Format, Page, format};
use statuscraft::request::Request;
use statuscraft::{Form, Generator, Places};

use crate::support::Overlay;

const TARGET: &str = "
title: Curious [*one*] {x} <y>
language: python
version: Curious 1
documentation: https://curious.example/
file: c.py
port: 80
install: c
run: c
unsupported:
  404: {reason: \"its `<b>` and {{x}} are *odd*.\", instead: use `a|b` or $HOME}
";

/// A generator with the built-in files.
pub static BUILT_IN: LazyLock<Generator> = LazyLock::new(Generator::new);

/// An overlay with a target, `curious`, that has no example for 404.
pub fn curious() -> Overlay {
    Overlay::new().file("snippet-templates/curious/target.yaml", TARGET)
}

pub fn named(name: &str) -> &'static dyn Format {
    format(name).expect("a format")
}

/// The output of a request with these words.
pub fn printed(generator: &Generator, words: &str) -> String {
    let words = shlex::split(words).expect("words");
    let request = Request::from_words(&words).expect("a request");
    request.render(generator).expect("text").to_string()
}

/// The page of two handlers, with other text in the first one and other titles.
pub fn two(code: &str, titles: [&str; 2]) -> Page<'static> {
    let mut page = page(&BUILT_IN, "404 flask go --form handler");
    set_code(&mut page, 0, code);
    for (piece, title) in page.pieces.iter_mut().zip(titles) {
        title.clone_into(&mut Arc::make_mut(&mut piece.target).title);
    }
    page
}

pub fn page<'a>(generator: &'a Generator, words: &str) -> Page<'a> {
    let words = shlex::split(words).expect("words");
    let request = Request::from_words(&words).expect("a request");
    let mut page = request.pages(generator).expect("pages").remove(0);
    // What stands below examples is tested apart from them.
    for snippet in page.pieces.iter_mut().filter_map(|piece| piece.content.as_mut().ok()) {
        snippet.places = Places::default();
    }
    page
}

pub fn set_code(page: &mut Page<'_>, piece: usize, code: &str) {
    let snippet = page.pieces[piece].content.as_mut().expect("a snippet");
    code.clone_into(&mut snippet.text);
    snippet.form = Form::Handler;
}

/// A page with one refusal, for this reason.
pub fn refused(reason: &str) -> Page<'static> {
    let mut page = page(&BUILT_IN, "306 flask");
    let refusal = page.pieces[0].content.as_mut().expect_err("306 has no example");
    reason.clone_into(&mut refusal.reason);
    page
}

/// Lines of code with everything that has a meaning in some format.
pub fn code() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        prop::sample::select(vec![
            "`",
            "```",
            "~~~",
            "--",
            "----",
            "====",
            "....",
            "++++",
            "|===",
            "<1>",
            "<.>",
            "<!--1-->",
            "//",
            "{{",
            "}}",
            "{{<",
            ">}}",
            "{{%",
            "*/>}}",
            "{{#include /etc/hosts}}",
            "{{ #title x}}",
            "\\{{#x}}",
            "<b>",
            "</code></pre>",
            "</script>",
            "<!--",
            "-->",
            "&amp;",
            "&#10;",
            "{",
            "}",
            "[",
            "]",
            ":::",
            "===",
            "\"",
            "'",
            "\\",
            "include::x[]",
            "ifdef::x[]",
            "endif::[]",
            "\\include::x[]",
            "    ",
            "\t",
            ">",
            "#",
            "%}",
            "{%",
            "$x$",
            "import x from 'x'",
            "export",
            "..",
            ":caption: x",
            "\n",
            "\n\n",
            "\u{1fad6}",
            "e\u{301}",
            "\u{202e}",
            "\u{2028}",
        ])
        .prop_map(str::to_owned),
        "[a-z0-9 ]{1,5}",
        any::<char>().prop_map(|one| one.to_string()),
    ];
    prop::collection::vec(mark, 1..12).prop_map(|marks| {
        // Examples contain no carriage return and no NUL, start with a letter and end with one line
        // break.
        let text: String = marks.concat();
        let text: String =
            text.chars().filter(|one| !matches!(one, '\r' | '\0' | '\x0b' | '\x0c')).collect();
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        format!("x{}\n", lines.join("\n").trim_end())
    })
}

/// A line of prose, with code or without.
pub fn prose() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        prop::sample::select(vec![
            "*",
            "_",
            "**",
            "__",
            "\\",
            "<b>",
            "</p>",
            "&amp;",
            "&",
            "[x](y)",
            "![x](y)",
            "{x}",
            "{{x}}",
            "~~",
            "|",
            ":::",
            ":x:",
            "://",
            "#",
            "+",
            "-",
            "--",
            "...",
            "1.",
            "1)",
            "(C)",
            "(TM)",
            "->",
            "\"",
            "'",
            "$x$",
            "^",
            "==",
            "!",
            "@",
            "%",
            "::",
            "`a`",
            "`<b>`",
            "`{{x}}`",
            "`a|b`",
            "`*`",
            "\u{1fad6}",
            "e\u{301}",
        ])
        .prop_map(str::to_owned),
        "[A-Za-z0-9]{1,5}",
    ];
    prop::collection::vec((mark, prop::sample::select(vec!["", " ", ", "])), 1..10).prop_map(
        |marks| {
            let text: Vec<_> =
                marks.into_iter().map(|(mark, space)| format!("{mark}{space}")).collect();
            let text = text.concat().replace("``", "` `");
            text.trim().trim_end_matches('.').trim().to_owned()
        },
    )
}

/// The words of prose as a reader sees them, without the backticks around code.
pub fn seen(prose: &str) -> String {
    prose.replace('`', "")
}
