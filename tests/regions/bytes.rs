//! What an updated region looks like, and what stays as it is.

use statuscraft::regions::{Kind, Printed};

use super::updated;

fn print(command: &str) -> Printed {
    Printed::new(&[], &format!("```\n{command}\n\n  x\n```\n"))
}

fn update(text: &str) -> String {
    let new = updated(text, &Kind::Markdown, print).unwrap_or_else(|it| panic!("{text:?}: {it:?}"));
    let again = updated(&new, &Kind::Markdown, print);
    assert_eq!(again.as_deref(), Ok(new.as_str()), "a second time changes nothing");
    new
}

#[test]
fn a_region_takes_the_prefix_of_its_list_or_quote() {
    assert_eq!(
        update("1. > <!-- statuscraft a -->\n   > <!-- /statuscraft -->\n"),
        "1. > <!-- statuscraft a -->\n   > ```\n   > a\n   >\n   >   x\n   > ```\n   > <!-- /statuscraft 8371dae0 -->\n"
    );
    assert_eq!(
        update("- x\n\n\t<!-- statuscraft a -->\n\t<!-- /statuscraft -->\n"),
        "- x\n\n\t<!-- statuscraft a -->\n\t```\n\ta\n\n\t  x\n\t```\n\t<!-- /statuscraft 8371dae0 -->\n"
    );
}

#[test]
fn a_region_takes_the_line_end_of_its_marker() {
    assert_eq!(
        update("one\r\ntwo\n<!-- statuscraft a -->\r\n<!-- /statuscraft -->\n\n \t\r\nend  "),
        "one\r\ntwo\n<!-- statuscraft a -->\r\n```\r\na\r\n\r\n  x\r\n```\r\n<!-- /statuscraft 8371dae0 -->\n\n \t\r\nend  "
    );
}

#[test]
fn a_byte_order_mark_stays_where_it_is() {
    let new = update("\u{feff}<!-- statuscraft a -->\n<!-- /statuscraft -->");
    assert!(new.starts_with("\u{feff}<!-- statuscraft a -->\n```\n"), "{new:?}");
    assert!(new.ends_with("\n<!-- /statuscraft 8371dae0 -->"), "{new:?}");
}

#[test]
fn empty_lines_that_a_formatter_put_around_the_content_stay() {
    let new = update("<!-- statuscraft a -->\n<!-- /statuscraft -->\n");
    let formatted = new.replace("-->\n```", "-->\n\n```").replace("```\n<!--", "```\n\n\n<!--");
    assert_ne!(formatted, new);
    assert_eq!(update(&formatted), formatted);
}

#[test]
fn the_markers_own_spelling_stays() {
    let new = update("<!--statuscraft a-->\n<!--  /statuscraft  -->\n");
    assert!(new.starts_with("<!--statuscraft a-->\n"), "{new:?}");
    assert!(new.ends_with("<!--  /statuscraft 8371dae0  -->\n"), "{new:?}");
}

#[test]
fn restructured_text_gets_empty_lines_around_its_blocks() {
    let new = updated("  .. statuscraft a\n  .. /statuscraft\n", &Kind::Rst, |_| {
        Printed::new(&[], "::\n\n  x\n")
    });
    let wanted = "  .. statuscraft a\n\n  ::\n\n    x\n\n  .. /statuscraft";
    assert!(new.as_ref().is_ok_and(|new| new.starts_with(wanted)), "{new:?}");
}

#[test]
fn html_is_not_indented() {
    let text = "<div>\n  <!-- statuscraft a -->\n  <!-- /statuscraft -->\n</div>\n";
    let new = updated(text, &Kind::Html, |_| Printed::new(&[], "<pre>a\nb</pre>\n"));
    assert!(new.as_ref().is_ok_and(|new| new.contains("-->\n<pre>a\nb</pre>\n  <!--")), "{new:?}");
}

#[test]
fn a_command_that_prints_nothing_leaves_an_empty_region() {
    let text = "<!-- statuscraft a -->\nold\n<!-- /statuscraft -->\n";
    let new = updated(text, &Kind::Markdown, |_| Printed::new(&[], "\n"));
    assert_eq!(new.as_deref(), Ok("<!-- statuscraft a -->\n<!-- /statuscraft 00000000 -->\n"));
}

#[test]
fn output_that_would_be_read_as_a_marker_is_refused() {
    for printed in [
        "<!-- /statuscraft -->\n",
        "<!-- statuscraft b -->\n",
        "```\n",
        "<!-- statuscraft b -->\n<!-- /statuscraft -->\n",
        "<!--\n",
        "<!-- /statuscraft -->\n<!-- statuscraft a -->\n",
    ] {
        let text = "x\n\n<!-- statuscraft a -->\n<!-- /statuscraft -->\n";
        let errors = updated(text, &Kind::Markdown, |_| Printed::new(&[], printed));
        let errors = errors.expect_err(printed);
        assert!(errors[0].starts_with("doc:3:1: the output of the command would be"), "{errors:?}");
    }
}
