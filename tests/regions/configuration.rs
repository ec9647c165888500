//! `statuscraft.yaml`.

use crate::support::{Docs, with_snapshots};

fn docs() -> Docs {
    Docs::new()
        .file("statuscraft.yaml", "targets: [flask, go]\nform: handler\nformat: docusaurus\noverlays: [style]\nmarkers: {tex: '%'}\n")
        .file("style/snippet-templates/go/codes/404.j2", "{% block handler %}\nown()\n{% endblock %}\n")
        .file("docs/deep/a.md", "<!-- statuscraft 404 -->\n<!-- /statuscraft -->\n")
        .file("docs/b.tex", "% statuscraft 404 go --format text\n% /statuscraft\n")
}

#[test]
fn it_is_found_in_parent_folders_and_sets_defaults_of_markers() {
    let docs = docs();
    let outcome = docs.run(["update", "docs"]);
    assert_eq!(
        outcome.to_string(),
        "docs/b.tex: 1 region updated\ndocs/deep/a.md: 1 region updated\n"
    );
    with_snapshots("regions", || {
        insta::assert_snapshot!("configured", docs.read("docs/deep/a.md"));
    });
    assert!(docs.read("docs/b.tex").contains("\nown()\n"));
}

#[test]
fn a_format_can_be_set_for_each_kind_of_document() {
    let marked = |open: &str, close: &str| {
        format!("{open} statuscraft 404 flask go{close}\n{open} /statuscraft{close}\n")
    };
    let docs = Docs::new()
        .file("statuscraft.yaml", "format: {mdx: docusaurus, other: json}\nmarkers: {tex: '%'}\n")
        .file("a.mdx", marked("{/*", " */}"))
        .file("a.md", marked("<!--", " -->"))
        .file("a.rst", marked("..", ""))
        .file("a.tex", marked("%", ""));
    let outcome = docs.run(["update", "."]);
    assert_eq!(outcome.status, 0, "{outcome}");
    for (name, sign) in [
        ("a.mdx", "<TabItem"),
        ("a.md", "\n```python\n"),
        ("a.rst", ".. code-block:: python"),
        ("a.tex", "\"code\":404"),
    ] {
        let text = docs.read(name).replace("\"code\": 404", "\"code\":404");
        assert!(text.contains(sign), "{name}: {text}");
    }
}

#[test]
fn a_format_can_be_set_for_each_extension() {
    let docs = Docs::new()
        .file(
            "statuscraft.yaml",
            "format: {md: json, markdown: rst, txt: mkdocs}\nmarkers: {txt: markdown}\n",
        )
        .file("a.md", "<!-- statuscraft 404 flask curl -->\n<!-- /statuscraft -->\n")
        .file("a.markdown", "<!-- statuscraft 404 flask curl -->\n<!-- /statuscraft -->\n")
        .file("a.txt", "<!-- statuscraft 404 flask curl -->\n<!-- /statuscraft -->\n");
    let outcome = docs.run(["update", "."]);
    assert_eq!(outcome.status, 0, "{outcome}");
    for (name, sign) in
        [("a.md", "\"code\""), ("a.markdown", ".. code-block::"), ("a.txt", "=== \"")]
    {
        assert!(docs.read(name).contains(sign), "{name}: {}", docs.read(name));
    }
}

#[test]
fn the_tiers_and_shapes_of_examples_can_be_set_for_all_of_them() {
    let region = |words: &str| format!("<!-- statuscraft {words} -->\n<!-- /statuscraft -->\n");
    let docs = Docs::new()
        .file("statuscraft.yaml", "targets: [flask]\n")
        .file("a.md", region("416"))
        .file("b.md", region("416 --strict"))
        .file("c.md", region("404"))
        .file("d.md", region("404 --body problem"));
    assert_eq!(docs.run(["update", "."]).status, 0);
    let text = |name: &str| {
        docs.read(name).lines().filter(|it| !it.starts_with("<!--")).collect::<String>()
    };
    let [usual, strict, json, problem] = ["a.md", "b.md", "c.md", "d.md"].map(text);
    assert!(usual != strict && json != problem);
    docs.write("statuscraft.yaml", "targets: [flask]\nstrict: true\nbody: problem\n");
    docs.write("d.md", region("404 --body json"));
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert_eq!((text("c.md"), text("d.md")), (problem, json));
    docs.write("statuscraft.yaml", "targets: [flask]\nstrict: true\n");
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert_eq!((text("a.md"), text("b.md")), (strict.clone(), strict));
}

#[test]
fn what_examples_say_can_be_set_for_all_of_them() {
    let docs = Docs::new()
        .file("statuscraft.yaml", "targets: [flask]\nmessage: no tea\nname: find-tea\npath: /tea\n")
        .file("a.md", "<!-- statuscraft 410 -->\n<!-- /statuscraft -->\n")
        .file("b.md", "<!-- statuscraft 410 --message 'no milk' -->\n<!-- /statuscraft -->\n");
    let outcome = docs.run(["update", "."]);
    assert_eq!(outcome.status, 0, "{outcome}");
    for sign in ["no tea", "find_tea", "\"/tea\""] {
        assert!(docs.read("a.md").contains(sign), "{sign}: {}", docs.read("a.md"));
    }
    assert!(docs.read("b.md").contains("no milk") && docs.read("b.md").contains("find_tea"));
}

#[test]
fn markdown_of_docusaurus_is_mdx() {
    let region = "{/* statuscraft 410 flask */}\n{/* /statuscraft */}\n";
    let html = "<!-- statuscraft 410 flask -->\n<!-- /statuscraft -->\n";
    let docs = Docs::new()
        .file("site/docusaurus.config.ts", "export default {};\n")
        .file("site/docs/a.md", region)
        .file("site/docs/b.md", html)
        .file("c.md", region);
    let outcome = docs.run(["update", "."]);
    assert_eq!(
        outcome.stdout,
        "site/docs/a.md: 1 region updated\nsite/docs/b.md: 1 region updated\n"
    );
    assert!(outcome.stderr.starts_with("warning: c.md:1:1: this looks like a marker"), "{outcome}");
    assert!(docs.read("site/docs/a.md").contains("*/}\n") && docs.read("c.md") == region);
    assert_eq!(docs.run(["check", "site"]).status, 0);
}

#[test]
fn comments_that_docusaurus_refuses_are_reported() {
    let html = "<!-- statuscraft 410 flask -->\n<!-- /statuscraft -->\n";
    let warned = |config: &str, name: &str, text: &str| {
        let docs = Docs::new().file("site/docusaurus.config.ts", config).file(name, text);
        let outcome = docs.run(["update", "."]);
        assert_eq!(outcome.status, 0, "{outcome}");
        let told = "site/docs/a.md:1:1: Docusaurus reads this file as MDX, in which `<!--` is an error\nhint: write `{/* statuscraft";
        let report = docs.run(["check", "--format", "json", "."]).stdout;
        assert_eq!(
            report.contains("\"comment-syntax\""),
            outcome.stderr.contains(told),
            "{report}"
        );
        outcome.stderr.contains(told)
    };
    let strict = [
        "export default {future: {v4: true}};\n",
        "export default {future: {v4: {mdx1CompatDisabledByDefault: true}}};\n",
        "export default {markdown: {mdx1Compat: {\n comments: false}}};\n",
    ];
    for config in strict {
        assert!(warned(config, "site/docs/a.md", html), "{config}");
    }
    let both = "export default {future: {v4: true}, markdown: {mdx1Compat: {comments: true}}};\n";
    assert!(!warned(both, "site/docs/a.md", html));
    // Comments are accepted by default, and where a file is no MDX.
    assert!(!warned("export default {};\n", "site/docs/a.md", html));
    let detected = "export default {future: {v4: true}, markdown: {format: 'detect'}};\n";
    assert!(!warned(detected, "site/docs/a.md", html));
    let front = format!("---\nmdx:\n  format: md\n---\n\n{html}");
    assert!(!warned(strict[0], "site/docs/a.md", &front));
    assert!(!warned(strict[0], "a.md", html));
}

#[test]
fn a_marker_of_mdx_stands_apart_from_a_list_above_it() {
    let docs = Docs::new()
        .file("a.mdx", "{/* statuscraft explain 404 flask */}\n{/* /statuscraft */}\n")
        .file("b.mdx", "{/* statuscraft 410 flask --form response */}\n{/* /statuscraft */}\n");
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert!(docs.read("a.mdx").contains("\n\n{/* /statuscraft "));
    assert!(docs.read("b.mdx").contains("```\n{/* /statuscraft "));
    assert_eq!(docs.run(["check", "."]).status, 0);
}

#[test]
fn the_nearest_one_is_used() {
    let docs = docs().file("docs/deep/statuscraft.yaml", "# everything as usual\n");
    docs.run(["update", "docs/deep/a.md"]);
    let text = docs.read("docs/deep/a.md");
    assert!(text.contains("spring") || text.contains("Spring"), "every target: {text}");
    assert!(!text.contains("TabItem"), "{text}");
}

#[test]
fn errors_are_reported_once_and_nothing_below_is_touched() {
    let mut shown = String::new();
    for wrong in [
        "target: [flask]\n",
        "form: whole\n",
        "format: docusarus\n",
        "format: [text]\n",
        "format: {mdx: docusarus}\n",
        "format: {markdwon: mkdocs}\n",
        "overlays: [nowhere]\n",
        "form: handler\nmarkers:\n  tex: word\n",
        "targets: [flask\n",
    ] {
        let docs = docs().file("statuscraft.yaml", wrong);
        let outcome = docs.run(["update", "docs"]);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
        shown.push_str(&format!(
            "# {}{}",
            wrong.replace('\n', "\n# ").trim_end_matches("# "),
            outcome.stderr.replace(&docs.folder().display().to_string(), "FOLDER")
        ));
    }
    with_snapshots("regions", || insta::assert_snapshot!("configuration-errors", shown));
}

#[test]
fn an_unknown_target_is_reported_even_if_markers_name_their_own() {
    let docs = docs().file("statuscraft.yaml", "targets: [flsk]\n");
    let outcome = docs.run(["check", "docs/deep"]);
    assert!(
        outcome.stderr.starts_with("error: statuscraft.yaml:1:11: no target `flsk`"),
        "{outcome}"
    );
}

#[test]
fn its_schema_is_published() {
    let outcome = crate::support::statuscraft(["schema", "config"]);
    with_snapshots("regions", || insta::assert_snapshot!("schema-config", outcome.to_string()));
    let schema = serde_json::from_str(&outcome.stdout).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let right =
        serde_json::json!({"targets": ["flask"], "form": "handler", "markers": {"tex": "%"}});
    assert!(validator.is_valid(&right));
    assert!(validator.is_valid(&serde_json::json!({"format": {"mdx": "docusaurus"}})));
    assert!(validator.is_valid(&serde_json::json!({"format": "mkdocs"})));
    for wrong in [
        r#"{"format": ["mkdocs"]}"#,
        r#"{"target": []}"#,
        r#"{"form": "whole"}"#,
        r#"{"targets": "flask"}"#,
    ] {
        assert!(!validator.is_valid(&serde_json::from_str(wrong).expect("JSON")), "{wrong}");
    }
}

#[test]
fn a_wrong_setting_is_found_at_its_line_and_in_plain_words() {
    let region = "<!-- statuscraft 404 flask --form response -->\n<!-- /statuscraft -->\n";
    for (settings, error, hint) in [
        ("- a\n", "1:1: invalid type: list, expected keys and values", ""),
        ("forms: handler\n", "1:1: unknown field `forms`", "did you mean `form`?"),
        ("form: handlr\n", "1:7: form: unknown variant `handlr`", "did you mean `handler`?"),
        ("form: handler\nbody: xml\n", "2:7: no body `xml`", "the shapes of errors are"),
        ("overlays: [nope]\n", "1:12: the overlay `", "an overlay holds"),
        ("strict: true\noverlays:\n  - nope\n", "3:5: the overlay `", "an overlay holds"),
        ("path: books\n", "1:7: the path `books` does not start", "write it like"),
        ("path: path\n", "1:7: the path `path` does not start", "write it like"),
        ("targets: [go, falsk]\n", "1:15: no target `falsk`", "did you mean `flask`?"),
    ] {
        let docs = Docs::new().file("statuscraft.yaml", settings).file("a.md", region);
        let outcome = docs.run(["check", "a.md"]);
        let begin = format!("error: statuscraft.yaml:{error}");
        assert!(outcome.status == 2 && outcome.stderr.starts_with(&begin), "{settings}{outcome}");
        assert!(outcome.stderr.contains(&format!("hint: {hint}")) || hint.is_empty(), "{outcome}");
    }
}

#[test]
fn a_check_that_finds_nothing_says_so() {
    let docs = Docs::new().file("docs/a.md", "text\n").file("empty/b.txt", "text\n");
    for words in [["check", "empty"], ["check", "docs"], ["update", "docs"]] {
        let outcome = docs.run(words);
        let [_, folder] = words;
        let begin = format!("warning: no document with a region in `{folder}`\nhint: ");
        assert!(outcome.status == 0 && outcome.stderr.starts_with(&begin), "{outcome}");
    }
    // One that is named gets a note of its own.
    let outcome = docs.run(["check", "docs/a.md"]);
    assert_eq!(outcome.stderr, "note: docs/a.md: there is no region in this document\n");
}
