//! Small files that would take all memory, time or stack: each ends in a moment, with an error.

use std::time::{Duration, Instant};

use statuscraft::regions::{Document, Kind};
use statuscraft::{Options, Result};

use crate::support::{Docs, Overlay, statuscraft};

/// What any of them may take here, on a machine that does other things as well.
const LONGEST: Duration = Duration::from_secs(20);

fn in_time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < LONGEST, "{what}: {:?}", start.elapsed());
    done
}

/// A list that holds itself twice, forty times over.
fn doubled(end: &str) -> String {
    let set = "{% set ns.s = [ns.s, ns.s] %}";
    format!("{{% set ns = namespace(s=['x']) %}}{}{end}", set.repeat(40))
}

#[test]
fn templates_are_stopped() {
    let straight: String = "{% set a = [a, a] %}".repeat(40);
    let nested: String = (0..60).map(|_| "{% if 1 %}").collect();
    for (what, template) in [
        ("lists printed", doubled("{{ ns.s ~ '' }}")),
        ("lists compared", doubled("{{ 'a' if ns.s == ns.s else 'b' }}")),
        ("lists without a loop", format!("{{% set a = [1] %}}{straight}{{{{ a ~ '' }}}}")),
        (
            "lists added",
            "{% set a = [1] %}".to_owned() + &"{% set a = a + a %}".repeat(40) + "{{ a|length }}",
        ),
        ("lists repeated", "{{ [[['x'] * 10000] * 10000] * 10000 ~ '' }}".into()),
        (
            "lists in batches",
            "{% set a = 'xx'|list %}".to_owned()
                + &"{% set a = a|batch(1)|list %}".repeat(9)
                + "{{ a|pprint }}",
        ),
        (
            "text doubled",
            "{% set s = 'xxxxxxxx' %}".to_owned() + &"{% set s = s ~ s %}".repeat(40) + "{{ s }}",
        ),
        (
            "text compared",
            "{% set s = 'x'|indent(100) %}".to_owned()
                + &"{% set s = s ~ s %}".repeat(10)
                + "{% for i in range(100000) %}{% if s == s ~ 'x' %}{% endif %}{% endfor %}",
        ),
        ("operators", format!("{{{{ 1{} }}}}", " + 1".repeat(100_000))),
        ("signs", format!("{{{{ {}1 }}}}", "-".repeat(100_000))),
        ("filters", format!("{{{{ 'a'{} }}}}", "|upper".repeat(100_000))),
        ("brackets", format!("{{{{ {} }}}}", "[".repeat(100_000))),
        ("branches", format!("{{% if 0 %}}{}{{% endif %}}", "{% elif 0 %}".repeat(20_000))),
        ("blocks", nested.repeat(200)),
        ("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}".into()),
        ("a template that includes itself", "{% include 'codes/404.j2' %}".into()),
        (
            "loops",
            "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}".into(),
        ),
        ("width", "{{ '%1000000000d'|format(1) }}".into()),
        ("a huge file", "x".repeat(10 << 20)),
    ] {
        let overlay = Overlay::new().file("snippet-templates/flask/codes/404.j2", template);
        let snippet = in_time(what, || -> Result<String> {
            let generator = overlay.generator();
            let target = generator.target("flask")?;
            Ok(generator.snippet(generator.status("404")?, &target, &Options::default())?.text)
        });
        assert!(snippet.is_err(), "{what} is allowed");
    }
}

#[test]
fn yaml_is_refused_where_it_would_be_slow() {
    for text in [
        "[".repeat(80_000),
        "{".repeat(80_000),
        "{a: ".repeat(40_000),
        "[ \"]\", ".repeat(40_000),
        "x".repeat(2 << 20),
    ] {
        let docs = Docs::new()
            .file("statuscraft.yaml", format!("overlays: {text}"))
            .file("a.md", "<!-- statuscraft 404 flask -->\n<!-- /statuscraft -->\n");
        let outcome = in_time("YAML", || docs.run(["check", "a.md"]));
        assert!(outcome.stderr.contains("a YAML file has at most"), "{}", &outcome.stderr[..200]);
    }
}

/// Documents are read in time that grows as they do.
#[test]
fn documents_are_read_in_time() {
    let region = "<!-- statuscraft a -->\n<!-- /statuscraft -->\n";
    for piece in [
        "<a ",
        "<a x='",
        "<!--",
        "</",
        "<script>",
        "&",
        "{",
        "{/*",
        "`",
        "<!-- statuscraft a -->\n",
        region,
        "> ",
        "- ",
        "[",
        "*",
        "1. ",
        "{`",
        "${",
        "!!! x\n    ",
        "=== \"x\"\n\n    ",
        "..",
        "::\n",
        "x::\n\n ",
        "[source]\n",
        "----\n",
        "+\n// statuscraft a\n",
        "Statuscraft: ",
        "<!-- Statuscraft -->\n",
        "import a from 'b'\n",
        "<A b={",
        "export const a = {\n",
        "export const a = `${",
        "{`${",
    ] {
        let text = format!("statuscraft\n{}", piece.repeat(200_000 / piece.len()));
        let percent = Kind::parse("%").expect("a marker");
        for kind in [Kind::Markdown, Kind::Mdx, Kind::Html, Kind::Asciidoc, Kind::Rst, percent] {
            let what = format!("{kind:?} {piece:?}");
            in_time(&what, || Document::read("doc", text.as_bytes(), &kind).is_ok());
        }
    }
}

#[test]
fn a_target_that_is_named_many_times_is_one() {
    let words: Vec<&str> =
        ["404"].into_iter().chain(std::iter::repeat_n("flask", 20_000)).collect();
    let outcome = in_time("targets", || statuscraft(&words));
    assert_eq!(outcome.to_string(), statuscraft(["404", "flask"]).to_string());
    let words: Vec<&str> =
        ["explain", "404"].into_iter().chain(std::iter::repeat_n("go", 20_000)).collect();
    let outcome = in_time("targets", || statuscraft(&words));
    assert_eq!(outcome.to_string(), statuscraft(["explain", "404", "go"]).to_string());
}

#[test]
fn a_document_that_fails_does_not_take_the_reports_of_others_with_it() {
    let region = |words: &str| format!("<!-- statuscraft {words} -->\n<!-- /statuscraft -->\n");
    let docs = Docs::new()
        .file("statuscraft.yaml", "overlays: [style]\n")
        .file("style/snippet-templates/flask/codes/404.j2", doubled("{{ ns.s ~ '' }}"))
        .file(
            "style/snippet-templates/go/codes/404.j2",
            format!("{{{{ 1{} }}}}", " + 1".repeat(99_999)),
        )
        .file("a.md", region("404 flask"))
        .file("b.md", region("404 go"))
        .file("c.md", region("410 flask --form handler"))
        .file("deep.md", format!("{}{}", "> ".repeat(50_000), region("410 flask")));
    let outcome = in_time("documents", || docs.run(["update", "."]));
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stdout.contains("c.md: 1 region updated"), "{outcome}");
    for name in ["error: a.md:1:1", "error: b.md:1:1"] {
        assert!(outcome.stderr.contains(name), "{outcome}");
    }
}
