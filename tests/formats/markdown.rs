//! Markdown and its dialects, read with pulldown-cmark.

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use super::fixture::{BUILT_IN, code, named, prose, refused, seen, set_code, two};

/// The code blocks of a document: info string and text.
fn blocks(document: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(document, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                blocks.push((info.to_string(), String::new()));
                inside = true;
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => blocks.last_mut().expect("a block").1.push_str(&text),
            _ => {}
        }
    }
    blocks
}

/// The visible text of a document without code blocks, and everything in it that is not text.
fn text(document: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut other = Vec::new();
    for event in Parser::new_ext(document, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::Start(Tag::Paragraph | Tag::Strong | Tag::BlockQuote(_)) | Event::End(_) => {}
            event => other.push(format!("{event:?}")),
        }
    }
    (text, other)
}

/// The document without the indentation that all its lines share, except for those of the tabs.
fn dedented(document: &str) -> String {
    let lines = document.lines().filter(|line| !line.starts_with(['=', '!']));
    lines.flat_map(|line| [line.strip_prefix("    ").unwrap_or(line), "\n"]).collect()
}

fn title() -> impl Strategy<Value = String> {
    prose().prop_filter("a title", |title| !title.is_empty())
}

proptest! {
    #[test]
    fn code_can_be_read_back_from_its_fence(one in code(), other in code()) {
        let mut page = two(&one, ["One", "Two"]);
        set_code(&mut page, 1, &other);
        for name in ["markdown", "docusaurus", "vitepress", "starlight", "nextra", "mkdocs"] {
            let body = named(name).render(&page).expect("text").body;
            let body = if name == "mkdocs" { dedented(&body) } else { body };
            let texts: Vec<_> = blocks(&body).into_iter().map(|(_, text)| text).collect();
            prop_assert_eq!(&texts, &[&*one, &*other], "{}: {}", name, body);
        }
    }

    #[test]
    fn mdbook_expands_nothing(one in code()) {
        let body = named("mdbook").render(&two(&one, ["One", "Two"])).expect("text").body;
        let directive = body.split("{{").skip(1).any(|rest| rest.trim_start().starts_with('#'));
        prop_assert!(!directive, "{}", body);
        let found = match blocks(&body).as_slice() {
            [first, _] => first.1.clone(),
            _ => code_in_html(&body),
        };
        prop_assert_eq!(found, one, "{}", body);
    }

    #[test]
    fn hugo_reads_no_shortcode_in_code(one in code()) {
        let body = named("hugo").render(&two(&one, ["One", "Two"])).expect("text").body;
        let tabs = shown_by_hugo(&body).map(|read| shown_by_hugo(&read));
        let shown = tabs.flatten().ok_or_else(|| TestCaseError::fail(body.clone()))?;
        let found = match blocks(&shown).as_slice() {
            [first, _] => first.1.clone(),
            _ => code_in_html(&shown),
        };
        prop_assert_eq!(found, one, "{}", body);
    }

    #[test]
    fn titles_are_text(one in title()) {
        let page = two("x\n", [&one, "Two"]);
        let body = named("markdown").render(&page).expect("text").body;
        let label = body.lines().next().unwrap_or_default();
        prop_assert_eq!(text(label), (one.clone(), vec![]), "{}", label);

        let body = named("mkdocs").render(&page).expect("text").body;
        let label = body.lines().next().and_then(|line| line.strip_prefix("=== \"")?.strip_suffix('"'));
        prop_assert_eq!(text(label.expect("a tab")), (one.clone(), vec![]), "{}", body);

        let body = named("vitepress").render(&page).expect("text").body;
        prop_assert_eq!(&blocks(&body)[0].0, &format!("python [{one}]"), "{}", body);

        for name in ["docusaurus", "starlight"] {
            let body = named(name).render(&page).expect("text").body;
            let document = Html::parse_fragment(&body);
            let tab = Selector::parse("tabitem").expect("a selector");
            let tab = document.select(&tab).next().expect("a tab");
            prop_assert_eq!(tab.attr("label"), Some(one.as_str()), "{}", body);
        }
    }

    #[test]
    fn notes_are_sentences(reason in prose()) {
        let page = refused(&reason);
        for name in ["markdown", "mdbook", "docusaurus", "starlight", "vitepress", "mkdocs"] {
            let body = named(name).render(&page).expect("text").body;
            let inside: String = dedented(&body).lines().filter(|line| !line.starts_with(":::")).collect();
            let (found, mut other) = text(&inside);
            other.retain(|event| name != "vitepress" || !event.contains("v-pre") && !event.contains("</"));
            prop_assert_eq!(other, Vec::<String>::new(), "{}: {}", name, body);
            let found = found.strip_prefix("Note: ").unwrap_or(&found);
            prop_assert_eq!(found, format!("{}.", seen(&reason)), "{}: {}", name, body);
        }
    }
}

/// The text as Hugo reads it once: comments of shortcodes without their marks, and tabs as they are.
/// Nothing if it has another shortcode or a comment without an end.
fn shown_by_hugo(text: &str) -> Option<String> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = ["{{<", "{{%"].iter().filter_map(|open| rest.find(open)).min() {
        let (before, opened) = rest.split_at(at);
        let close = if opened.starts_with("{{<") { ">}}" } else { "%}}" };
        shown.push_str(before);
        match opened[3..].strip_prefix("/*") {
            Some(comment) => {
                let (content, after) = comment.split_once(&format!("*/{close}"))?;
                shown.extend([&opened[..3], content, close]);
                rest = after;
            }
            None => {
                let (tab, after) = opened.split_once(close)?;
                let known = ["{{< tab name=\"", "{{< tabs ", "{{< /tab"];
                if !known.iter().any(|known| tab.starts_with(known)) {
                    return None;
                }
                shown.extend([tab.replace("{{< ", "{{</* "), format!("*/{close}")]);
                rest = after;
            }
        }
    }
    shown.push_str(rest);
    Some(shown)
}

fn code_in_html(document: &str) -> String {
    let document = Html::parse_fragment(document);
    let code = Selector::parse("pre code").expect("a selector");
    document.select(&code).next().map(|code| code.text().collect()).unwrap_or_default()
}

#[test]
fn fences_are_longer_than_any_run_of_backticks() {
    for (code, fence) in
        [("x\n", "```"), ("`\n", "```"), ("```\n", "````"), ("a`````b\n", "``````")]
    {
        let body = named("markdown").render(&two(code, ["One", "Two"])).expect("text").body;
        assert!(body.contains(&format!("\n{fence}python\n{code}{fence}\n")), "{body}");
    }
}

#[test]
fn complete_files_have_their_name_where_the_generator_shows_it() {
    for (name, info) in [
        ("markdown", "```python\n"),
        ("docusaurus", "```python title=\"app.py\"\n"),
        ("starlight", "```python title=\"app.py\"\n"),
        ("nextra", "```python filename=\"app.py\"\n"),
        ("hugo", "```python {filename=\"app.py\"}\n"),
        ("mkdocs", "```python title=\"app.py\"\n"),
        ("vitepress", "```python\n"),
        ("mdbook", "```python\n"),
    ] {
        let page = super::fixture::page(&BUILT_IN, "404 flask");
        let body = named(name).render(&page).expect("text").body;
        assert!(body.starts_with(info), "{name}: {body}");
    }
}
