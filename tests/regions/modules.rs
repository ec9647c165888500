//! MDX: lines that import or export, and other JavaScript around a marker.

use statuscraft::regions::{Document, Kind, Reading};

use super::commands;
use crate::support::Docs;

/// The two markers of a region, with `a` as its command.
const A: &str = "{/* statuscraft a */}\n{/* /statuscraft */}\n";

fn mdx(text: &str) -> Result<Vec<String>, Vec<String>> {
    commands(text, &Kind::Mdx)
}

/// MDX would read the marker as a statement of the module, and refuse the document.
#[test]
fn a_marker_below_an_import_or_export_is_refused() {
    for (before, line) in [
        ("export const x = 1\n", 2),
        ("import X from 'x'\n", 2),
        ("\u{feff}import X from 'x'\n", 2),
        ("# T\n\nexport const x = 1\n", 4),
        ("# T\nexport const x = 1\n", 3),
        ("---\na: b\n---\nimport X from 'x'\n", 5),
        ("<X />\nimport X from 'x'\n", 3),
        ("<X>\ntext\n</X>\nimport X from 'x'\n", 5),
        ("{1}\nexport const x = 1\n", 3),
        ("{/* x */}\nexport const x = 1\n", 3),
        ("```\nx\n```\nexport const x = 1\n", 5),
        ("***\nexport const x = 1\n", 3),
        ("| a |\n|---|\n| b |\nexport const x = 1\n", 5),
        ("  \nexport const x = 1\n", 3),
        ("export const x = {\n\n  a: '{'\n}\n", 5),
        ("import X from 'x'\nexport const x = 1\n", 3),
        ("export const x = 1\r\n", 2),
    ] {
        for region in [A, "{/* statuscraft a */}\n\n{/* /statuscraft */}\n", &format!("  {A}")] {
            let errors = mdx(&format!("{before}{region}")).expect_err(before);
            let column = if region.starts_with(' ') { 3 } else { 1 };
            let fault = format!(
                "doc:{line}:{column}: the marker is part of the `import` or `export` above it here; \
                 put an empty line before it"
            );
            assert_eq!(errors, [fault], "{before:?}");
        }
        for empty in ["\n", " \t\n", "\r\n"] {
            let text = format!("{before}{empty}{A}");
            assert_eq!(mdx(&text), Ok(vec!["a".to_owned()]), "{text:?}");
        }
    }
}

/// Words at the start of a line of text are no JavaScript.
#[test]
fn text_may_begin_with_import_or_export() {
    for before in [
        "Text\nexport const x = 1\n",
        "- Text\nimport X from 'x'\n",
        "> Text\nimport X from 'x'\n",
        " import X from 'x'\n",
        "import\tX from 'x'\n",
        "importing\n",
        "text export const x = 1\n",
    ] {
        assert_eq!(mdx(&format!("{before}{A}")), Ok(vec!["a".to_owned()]), "{before:?}");
    }
}

/// A region may end where a module begins: what it holds is replaced.
#[test]
fn a_region_ends_below_an_export() {
    let text = A.replace("{/* /", "\nexport const x = 1\n{/* /");
    assert_eq!(mdx(&text), Ok(vec!["a".to_owned()]));
}

/// In JavaScript a marker is a comment without an effect. In its text it is shown.
#[test]
fn a_marker_in_javascript_is_reported() {
    let warnings = |text: &str| match Document::read("doc", text.as_bytes(), &Kind::Mdx) {
        Ok(Reading::Plain(warnings)) => warnings.len(),
        other => panic!("{text:?}: {other:?}"),
    };
    for text in [
        format!("{{a && (\n<b>\n\n{A}\n</b>)}}\n"),
        format!("{{a && <b>\n{A}</b>}}\n"),
        format!("export const B = () => {{\n  return <b>\n{A}</b>\n}}\n"),
        "<A\n  {/* statuscraft a */}\n  b='c'\n/>\n".to_owned(),
    ] {
        assert_eq!(warnings(&text), 1, "{text:?}");
    }
    for text in [
        format!("{{`\n\n{A}`}}\n"),
        format!("export const b = `\n{A}`\n"),
        format!("<B c={{`\n{A}`}} />\n"),
        format!("<B c='\n{A}' />\n"),
    ] {
        assert_eq!(warnings(&text), 0, "{text:?}");
    }
}

#[test]
fn update_names_the_marker_below_an_export_and_writes_nothing() {
    let text = "export const x = 1\n{/* statuscraft 404 flask */}\n{/* /statuscraft */}\n";
    let docs = Docs::new().file("a.mdx", text).file("b.mdx", format!("{{a && <b>\n{A}</b>}}\n"));
    for command in ["check", "update"] {
        let outcome = docs.run([command, "."]);
        assert_eq!((outcome.status, docs.read("a.mdx")), (2, text.to_owned()), "{outcome}");
        let fault = "error: a.mdx:2:1: the marker is part of the `import` or `export` above it here\nhint: put an empty line before it\n";
        assert!(outcome.stderr.contains(fault), "{outcome}");
        let warning =
            "warning: b.mdx:2:1: this marker is a comment of JavaScript, where a region can't be\n";
        assert!(outcome.stderr.contains(warning), "{outcome}");
    }
}
