//! HTML, read with html5ever. AsciiDoc and reStructuredText, read by their rules for blocks.

use proptest::prelude::*;
use scraper::{Html, Selector};
use statuscraft::output::STYLESHEET;

use super::fixture::{BUILT_IN, code, named, page, prose, refused, seen, set_code, two};
use crate::support::statuscraft;

/// The elements of a fragment, each with its attributes.
fn elements(document: &Html) -> Vec<String> {
    let all = Selector::parse("*").expect("a selector");
    let elements = document.select(&all).skip(1);
    let mut elements: Vec<String> = elements
        .map(|element| {
            let attributes =
                element.value().attrs().map(|(name, value)| format!(" {name}={value}"));
            format!("{}{}", element.value().name(), attributes.collect::<String>())
        })
        .collect();
    elements.sort();
    elements.dedup();
    elements
}

fn texts(document: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    document.select(&selector).map(|element| element.text().collect()).collect()
}

proptest! {
    #[test]
    fn html_shows_the_code_and_nothing_breaks_out(one in code(), title in prose()) {
        let page = two(&one, [&title, "Two"]);
        let body = named("html").render(&page).expect("text").body;
        let document = Html::parse_fragment(&body);
        prop_assert_eq!(&texts(&document, "pre > code")[0], &one, "{}", body);
        prop_assert_eq!(&texts(&document, "figcaption")[0], &title, "{}", body);
        for element in elements(&document) {
            let known = element.starts_with("span class=sc-")
                || ["figure class=statuscraft", "figcaption", "pre class=statuscraft", "code class=language-python",
                    "code class=language-go"].contains(&element.as_str());
            prop_assert!(known, "`{}`: {}", element, body);
        }
        // An empty line ends HTML inside Markdown.
        prop_assert!(!body.contains("\n\n"), "{}", body);
    }

    #[test]
    fn html_notes_are_sentences(reason in prose()) {
        let body = named("html").render(&refused(&reason)).expect("text").body;
        let document = Html::parse_fragment(&body);
        prop_assert_eq!(&texts(&document, "p")[0], &format!("{}.", seen(&reason)), "{}", body);
        prop_assert!(elements(&document).iter().all(|it| it == "code" || it == "p class=statuscraft"), "{}", body);
    }

    #[test]
    fn asciidoc_blocks_hold_the_code(one in code()) {
        let mut page = page(&BUILT_IN, "404 flask --form handler");
        set_code(&mut page, 0, &one);
        let body = named("asciidoc").render(&page).expect("text").body;
        let mut lines = body.lines();
        let attributes = lines.next().expect("attributes");
        let delimiter = lines.next().expect("a delimiter");
        prop_assert!(delimiter.len() >= 4 && delimiter.chars().all(|one| one == '-'));
        // A block ends at the first line that is its delimiter. The preprocessor removes a backslash.
        let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != delimiter).collect();
        prop_assert_eq!(lines.next(), None, "{}", body);
        let directive = |line: &str| {
            ["include::", "ifdef::", "ifndef::", "ifeval::", "endif::"].iter().any(|it| line.starts_with(it))
        };
        let mut read = String::new();
        for line in inside {
            prop_assert!(!directive(line), "{}", body);
            let escaped = line.strip_prefix('\\').filter(|rest| directive(rest.trim_start_matches('\\')));
            read.push_str(escaped.unwrap_or(line));
            read.push('\n');
        }
        prop_assert_eq!(&read, &one, "{}", body);
        let bubble = |line: &str| ["<1>", "<.>", "<!--1-->"].iter().any(|mark| line.ends_with(mark));
        prop_assert!(!one.lines().any(bubble) || attributes.ends_with(",subs=-callouts]"), "{}", body);
    }

    #[test]
    fn yaml_holds_the_code_and_the_titles(one in code(), title in prose()) {
        let page = two(&one, [&title, "Two"]);
        let body = named("openapi").render(&page).expect("text").body;
        let read: serde_json::Value = serde_yaml::from_str(&body).expect("YAML");
        let samples = read["x-codeSamples"].as_array().expect("a list");
        prop_assert_eq!(&samples[0]["source"], &one, "{}", body);
        prop_assert_eq!(&samples[0]["label"], &title, "{}", body);
        prop_assert_eq!(samples.len(), 2);
    }

    #[test]
    fn sphinx_tabs_hold_the_code(one in code()) {
        let body = named("sphinx").render(&two(&one, ["One", "Two"])).expect("text").body;
        let lines = body.lines().skip_while(|line| !line.contains(".. code-block:: python"));
        let inside = lines.skip_while(|line| !line.is_empty()).skip(1);
        let inside = inside.take_while(|line| line.is_empty() || line.starts_with("         "));
        let read: Vec<&str> = inside.map(|line| line.strip_prefix("         ").unwrap_or_default()).collect();
        let read = read.join("\n");
        prop_assert_eq!(read.trim_end(), one.trim_end(), "{}", body);
    }

    #[test]
    fn asciidoctor_tabs_end_where_they_should(one in code()) {
        let body = named("asciidoctor-tabs").render(&two(&one, ["One", "Two"])).expect("text").body;
        let delimiter = body.lines().nth(1).expect("a delimiter");
        let count = body.lines().filter(|line| *line == delimiter).count();
        prop_assert_eq!(count, 2, "{}", body);
        prop_assert_eq!(body.lines().last(), Some(delimiter));
    }

    #[test]
    fn restructuredtext_blocks_hold_the_code(one in code()) {
        let mut page = page(&BUILT_IN, "404 flask --form handler");
        set_code(&mut page, 0, &one);
        let body = named("rst").render(&page).expect("text").body;
        let content = body.strip_prefix(".. code-block:: python\n\n").expect("a directive");
        // The block goes on as long as lines are indented or empty.
        let mut read = String::new();
        for line in content.lines() {
            prop_assert!(line.is_empty() || line.starts_with("   "), "{}", body);
            read.push_str(line.strip_prefix("   ").unwrap_or_default());
            read.push('\n');
        }
        prop_assert_eq!(&read, &one, "{}", body);
    }
}

#[test]
fn every_language_is_highlighted_in_both_forms() {
    for target in BUILT_IN.targets().expect("targets") {
        let has_409 = !target.unsupported.keys().any(|code| code.number() == 409);
        let (code, classes): (_, &[_]) = match (target.is_client(), has_409) {
            (false, true) => ("409", &["sc-string", "sc-keyword", "sc-constant"]),
            (false, false) => ("404", &["sc-string", "sc-keyword", "sc-constant"]),
            (true, _) => ("409", &["sc-string", "sc-function"]),
        };
        for form in ["program", "handler"] {
            let page = page(&BUILT_IN, &format!("{code} {} --form {form}", target.id()));
            let body = named("html").render(&page).expect("text").body;
            for class in classes {
                assert!(body.contains(class), "{} {form} has no {class}: {body}", target.id());
            }
        }
    }
}

#[test]
fn the_stylesheet_colours_every_class_for_light_and_dark() {
    assert_eq!(statuscraft(["stylesheet"]).stdout, STYLESHEET);
    let mut classes = 0;
    for code in ["101", "206", "404", "429"] {
        let body = named("html").render(&page(&BUILT_IN, code)).expect("text").body;
        for class in body.split("<span class=\"").skip(1).filter_map(|rest| rest.split('"').next())
        {
            assert!(
                STYLESHEET.contains(&format!(".{class} {{"))
                    || STYLESHEET.contains(&format!(".{class},")),
                "{class}"
            );
            classes += 1;
        }
    }
    assert!(classes > 500, "{classes}");
    let mut fixed = STYLESHEET
        .lines()
        .filter(|line| line.contains("color: #") || line.contains("background: #"));
    assert_eq!(fixed.next(), None, "one colour for light and dark");
}
