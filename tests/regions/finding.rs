//! Where a comment is a marker, and where it is text.

use statuscraft::regions::{Kind, Printed};

use super::{commands, updated};

/// The two markers of a region, with `a` as its command.
const A: &str = "<!-- statuscraft a -->\n<!-- /statuscraft -->\n";

fn markdown(text: &str) -> Vec<String> {
    commands(text, &Kind::Markdown).unwrap_or_else(|errors| panic!("{text:?}: {errors:?}"))
}

fn other(marker: &str) -> Kind {
    Kind::parse(marker).expect("a marker")
}

#[test]
fn markers_in_code_are_text() {
    for text in [
        format!("```\n{A}```\n"),
        format!("~~~~md\n~~~\n{A}~~~~\n"),
        format!("> ```\n> {}> ```\n", A.replace("\n<", "\n> <")),
        "`<!-- statuscraft a -->`\n".into(),
        "``x ` <!-- statuscraft a --> ``\n".into(),
        "    <!-- statuscraft a -->\n".into(),
        "\\<!-- statuscraft a -->\n".into(),
        format!("---\ntitle: |\n  {}---\n", A.replace("\n<", "\n  <")),
        format!("<script>\n{A}</script>\n"),
        "<p title=\"<!-- statuscraft a -->\">\n".into(),
        format!("!!! note\n\n        {}", A.replace("\n<", "\n        <")),
        "<!-- see: <!-- statuscraft a -->\n".into(),
    ] {
        assert_eq!(markdown(&text), Vec::<String>::new(), "{text:?}");
    }
    // The fence is closed here, so this is a marker again.
    assert_eq!(markdown(&format!("```\n```\n{A}```\n")), ["a"]);
}

#[test]
fn other_comments_are_not_markers() {
    for text in ["<!-- statuscrafts a -->", "<!-- statuscraft: a -->", "<!-- Statuscraft a -->"] {
        assert_eq!(markdown(text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn markers_are_found_in_every_container() {
    for text in [
        A.to_owned(),
        format!("\u{feff}{A}"),
        format!("text\n{A}text\n"),
        format!("- {}", A.replace("\n<", "\n  <")),
        format!("10) {}", A.replace("\n<", "\n    <")),
        format!("> {}", A.replace("\n<", "\n> <")),
        format!("> * > {}", A.replace("\n<", "\n>   > <")),
        format!("<div>\n\n{A}\n</div>\n"),
        format!("<div markdown=\"1\">\n{A}</div>\n"),
        format!("!!! note\n    {}", A.replace("\n<", "\n    <")),
        format!("=== \"x\"\n    text\n\n    {}", A.replace("\n<", "\n    <")),
        format!("<details>\n\n{A}\n</details>\n"),
        format!("!!! note\n\n    text\n\n    {}", A.replace("\n<", "\n    <")),
        format!("- x\n\n    === \"Tab\"\n\n        {}", A.replace("\n<", "\n        <")),
        format!("??? note\n    !!! tip\n        x\n\n        {}", A.replace("\n<", "\n        <")),
        format!("{A}: text\n"),
        format!("text\n{A}: text\n"),
        format!("term\n: text\n\n{A}"),
        format!("term\n: {}", A.replace("\n<", "\n  <")),
        format!("term\n\n:   {}", A.replace("\n<", "\n    <")),
        format!("[^1]: note\n\n    {}", A.replace("\n<", "\n    <")),
        A.replace('\n', "\r\n"),
        A.replace("<!-- ", "<!--").replace(" -->", "-->"),
        "<!--\n  statuscraft\n  a\n-->\n<!-- /statuscraft -->".into(),
        "> <!-- statuscraft\n>      a -->\n> <!-- /statuscraft -->".into(),
    ] {
        assert_eq!(markdown(&text), ["a"], "{text:?}");
    }
}

#[test]
fn each_kind_has_comments_of_its_own() {
    for (kind, text) in [
        (Kind::Mdx, "# \u{e9} {1 + 1}\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "\u{feff}text\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "<Box>\n  {/* statuscraft a */}\n  {/* /statuscraft */}\n</Box>\n"),
        (Kind::Mdx, "it's {'}'} <b>a</b> it's\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "\\{ \\` {a}\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "a { b\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "1 < 2 `{`\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "<A b={1}>\n{/* statuscraft a */}\n{/* /statuscraft */}\n</A>\n"),
        (
            Kind::Mdx,
            "import a from 'b'\nexport const c = '`'\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n",
        ),
        (
            Kind::Mdx,
            "<A>\n\n      <B>\n\n      {/* statuscraft a */}\n      {/* /statuscraft */}\n",
        ),
        (Kind::Mdx, "{/*\n```\n*/}\n\n{/* statuscraft a */}\n{/* /statuscraft */}\n"),
        (Kind::Mdx, "- {/* statuscraft a */}\n  {/* /statuscraft */}\n"),
        (
            Kind::Mdx,
            "export const x = {\n\n  a: '}'\n}\n\n{/* statuscraft a */}\n{/* /statuscraft */}",
        ),
        (Kind::Html, "<p>\n\t<!-- statuscraft a -->\n<!-- /statuscraft -->\n</p>"),
        (Kind::Astro, "<p>\n  <!-- statuscraft a -->\n  <!-- /statuscraft -->\n</p>\n"),
        (
            Kind::Astro,
            "---\nconst a = '<!-- ' + b<c>('\"');\n---\n<!-- statuscraft a -->\n<!-- /statuscraft -->\n",
        ),
        (Kind::Asciidoc, "// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "```shell\nx\n```\n\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "[source]\nx\n\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "[quote]\n____\n// statuscraft a\n// /statuscraft\n____\n"),
        (Kind::Asciidoc, "[source]\n----\n----\nx\n--\n// statuscraft a\n// /statuscraft\n--\n"),
        (Kind::Asciidoc, "* x\n\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "* x\n+\n--\n// statuscraft a\n// /statuscraft\n--\n"),
        (Kind::Asciidoc, "|===\na|\n// statuscraft a\n// /statuscraft\n|===\n"),
        (Kind::Asciidoc, "[cols=\"1,1a\"]\n|===\n|\n// statuscraft a\n// /statuscraft\n|===\n"),
        (Kind::Asciidoc, "|===\n|===\n\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Rst, "1. Run::\n\n     code\n\n   .. statuscraft a\n   .. /statuscraft\n"),
        (Kind::Rst, "- .. code-block:: c\n\n     code\n\n  .. statuscraft a\n  .. /statuscraft\n"),
        (Kind::Rst, "(a) x::\n\n      code\n\n    .. statuscraft a\n    .. /statuscraft\n"),
        (Kind::Rst, "#. - x::\n\n       code\n\n     .. statuscraft a\n     .. /statuscraft\n"),
        (Kind::Rst, "Title\n=====\n.. statuscraft a\n.. /statuscraft\n"),
        (Kind::Rst, ".. note:: x\n\n   .. statuscraft a\n   .. /statuscraft\n"),
        (Kind::Rst, ".. note::\n   .. statuscraft a\n   .. /statuscraft\n"),
        (Kind::Rst, "term\n  .. statuscraft a\n  .. /statuscraft\n"),
        (Kind::Rst, "- x\n.. statuscraft a\n.. /statuscraft\n"),
        (Kind::Rst, "* .. statuscraft a\n  .. /statuscraft\n"),
        (Kind::Rst, "x::\n\n  y\n\n.. statuscraft a\n.. /statuscraft\n"),
        (Kind::Rst, ".. note::\n\n   .. statuscraft a\n   .. /statuscraft\n"),
        (other("%"), "  % statuscraft a\n  % /statuscraft\n"),
        (other("(* *)"), "(* statuscraft a *)\n(*/statuscraft*)\n"),
    ] {
        assert_eq!(commands(text, &kind), Ok(vec!["a".to_owned()]), "{text:?}");
    }
}

#[test]
fn each_kind_has_code_of_its_own() {
    for (kind, text) in [
        (Kind::Mdx, "```\n{/* statuscraft a */}\n```\n"),
        (Kind::Mdx, "`{/* statuscraft a */}`\n"),
        (Kind::Mdx, "{`\n\n{/* statuscraft a */}\n`}\n"),
        (Kind::Mdx, "{`${`}`}\n\n{/* statuscraft a */}\n`}\n"),
        (Kind::Mdx, "<A b={`\n{/* statuscraft a */}\n`} />\n"),
        (Kind::Mdx, "<A\n  {/* statuscraft a */}\n  b='c'\n/>\n"),
        (Kind::Mdx, "<A b='\n\n{/* statuscraft a */}\n' />\n"),
        (Kind::Mdx, "{a && (\n\n{/* statuscraft a */}\n\n)}\n"),
        (Kind::Mdx, "export const a = `\n\n{/* statuscraft a */}\n`\n"),
        (Kind::Mdx, "export const a = {\n\n  b: '}', /* } */\n\n{/* statuscraft a */}\n}\n"),
        (Kind::Mdx, "<Tab>\n```\n{/* statuscraft a */}\n```\n</Tab>\n"),
        (Kind::Mdx, "<Tab>\n\n      ```\n      {/* statuscraft a */}\n      ```\n"),
        (Kind::Mdx, "`<!-- statuscraft a -->` and {/* <b> */}\n"),
        (Kind::Mdx, "{'/* statuscraft a */'}\n"),
        (Kind::Html, "<script>'<!-- statuscraft a -->'</script>"),
        (
            Kind::Astro,
            "---\n// <!-- statuscraft a -->\nconst a = `\n<!-- statuscraft a -->\n`;\n---\n<p/>\n",
        ),
        (Kind::Html, "<textarea>\n<!-- statuscraft a -->\n</textarea>"),
        (Kind::Html, "<a title='<!-- statuscraft a -->'>"),
        (Kind::Asciidoc, "----\n// statuscraft a\n----\n"),
        (Kind::Asciidoc, "....\n----\n// statuscraft a\n....\n"),
        (Kind::Asciidoc, "```\n// statuscraft a\n```\n"),
        (Kind::Asciidoc, " // statuscraft a\n"),
        (Kind::Asciidoc, "/// statuscraft a\n"),
        (Kind::Asciidoc, "[source]\n--\n// statuscraft a\n--\n"),
        (Kind::Asciidoc, "[source]\n.Title\n[[name]]\nx\n// statuscraft a\n"),
        (Kind::Asciidoc, "[verse]\nx\n// statuscraft a\n"),
        (Kind::Asciidoc, "[verse, somebody]\n____\n// statuscraft a\n____\n"),
        (Kind::Asciidoc, "[,ruby]\n----\n// statuscraft a\n----\n"),
        (Kind::Rst, ".. doctest::\n\n   .. statuscraft a\n"),
        (Kind::Rst, ".. testcode:: x\n\n   .. statuscraft a\n"),
        (Kind::Rst, "1. Run::\n\n     .. statuscraft a\n"),
        (Kind::Rst, "* .. code::\n\n     .. statuscraft a\n"),
        (Kind::Rst, ".. note:: x::\n\n      .. statuscraft a\n"),
        (Kind::Rst, "text\n- x::\n\n  .. statuscraft a\n"),
        (Kind::Rst, "..statuscraft a\n"),
        (Kind::Rst, "::\n\n  .. statuscraft a\n"),
        (Kind::Rst, "Text::\n\n  x\n\n  .. statuscraft a\n"),
        (Kind::Rst, ".. code-block:: rst\n\n   .. statuscraft a\n"),
        (Kind::Rst, "..\n   .. statuscraft a\n"),
        (other("%"), "x % statuscraft a\n"),
    ] {
        assert_eq!(commands(text, &kind), Ok(Vec::new()), "{text:?}");
    }
}

#[test]
fn errors_in_markers_are_reported_with_their_position() {
    let mut shown = String::new();
    for text in [
        "text\n\n<!-- statuscraft a -->\n",
        "- <!-- statuscraft a -->\n<!-- /statuscraft -->\n",
        "<!-- statuscraft a -->\n<!-- statuscraft b -->\n<!-- /statuscraft -->\n<!-- /statuscraft -->\n",
        "<!-- /statuscraft -->\n",
        "caf\u{e9} <!-- statuscraft a -->\n",
        "text\n    <!-- statuscraft a -->\n",
        "<!-- statuscraft a --> <!-- /statuscraft -->\n",
        "<!-- statuscraft a -->\n<!-- /statuscraft 0123 -->\n",
        "<!-- statuscraft a -->\n```\n<!-- /statuscraft -->\n",
    ] {
        let errors = commands(text, &Kind::Markdown).expect_err(text);
        shown.push_str(&format!("# {}\n{}\n", text.escape_debug(), errors.join("\n")));
    }
    for (kind, text) in [
        (Kind::Asciidoc, "* x\n+\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "* x\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "term::\n// statuscraft a\n// /statuscraft\n"),
        (Kind::Asciidoc, "|===\n|\n// statuscraft a\n// /statuscraft\n|===\n"),
        (Kind::Rst, "text\n.. statuscraft a\n.. /statuscraft\n"),
        (Kind::Rst, "- text\n  .. statuscraft a\n  .. /statuscraft\n"),
        (Kind::Rst, ".. note:: text\n   .. statuscraft a\n   .. /statuscraft\n"),
        (Kind::Rst, ".. tab:: x\n   :a: b\n   .. statuscraft a\n   .. /statuscraft\n"),
    ] {
        let errors = commands(text, &kind).expect_err(text);
        shown.push_str(&format!("# {}\n{}\n", text.escape_debug(), errors.join("\n")));
    }
    let mdx = commands("# x\n\n<!-- statuscraft a -->\n", &Kind::Mdx).expect_err("not MDX");
    shown.push_str(&format!("# an HTML comment in MDX\n{}\n", mdx.join("\n")));
    crate::support::with_snapshots("regions", || insta::assert_snapshot!("markers", shown));
}

#[test]
fn a_kind_has_a_name_or_a_comment_syntax() {
    assert_eq!(Kind::parse("mdx").expect("a kind"), Kind::Mdx);
    assert_eq!(Kind::parse("{/* */}").expect("a kind"), Kind::Mdx);
    assert_eq!(Kind::parse("<!-- -->").expect("a kind"), Kind::Html);
    for wrong in ["", "word", "a b", "( * )", "  "] {
        let error = Kind::parse(wrong).expect_err(wrong);
        assert!(error.hint().is_some_and(|hint| hint.contains("`%`")), "{wrong}: {error}");
    }
}

#[test]
fn what_is_printed_into_a_block_of_html_is_html() {
    let text = format!("<details>\n{A}</details>\n");
    let told = updated(&text, &Kind::Markdown, |_| Printed::new(&[], "```\nx\n```\n"));
    let cure = "put an empty line before the marker, or print it with `--format html`";
    let fault = "doc:2:1: a block of HTML begins above, in which Markdown is not read";
    assert_eq!(told, Err(vec![format!("{fault}; {cure}")]));
    let html = updated(&text, &Kind::Markdown, |_| Printed::new(&[], "<pre>x</pre>\n"));
    assert!(html.is_ok_and(|text| text.contains("-->\n<pre>x</pre>\n<!--")));
}
