//! Highlighting for terminals: the sixteen colours that every theme of a terminal makes readable.

use anstyle::{AnsiColor, Style};

use super::class::Class;

/// The text, each piece of a line in the style of its class.
pub(super) fn painted(runs: &[(&str, Option<Class>)]) -> String {
    let mut joined: Vec<(String, Style)> = Vec::new();
    for (run, class) in runs {
        let style = class.map(style).unwrap_or_default();
        match joined.last_mut() {
            Some((before, same)) if *same == style => before.push_str(run),
            _ => joined.push(((*run).to_owned(), style)),
        }
    }
    let mut text = String::new();
    for (run, style) in &joined {
        // A style ends with its line: pagers show lines on their own.
        for line in run.split_inclusive('\n') {
            let visible = line.trim_end();
            if visible.is_empty() || *style == Style::new() {
                text.push_str(line);
                continue;
            }
            let end = line.get(visible.len()..).unwrap_or_default();
            text.extend([&style.render().to_string(), visible]);
            text.extend([&style.render_reset().to_string(), end]);
        }
    }
    text
}

fn style(class: Class) -> Style {
    match class {
        "comment" => Style::new().dimmed().italic(),
        "escape" | "constant" => AnsiColor::Cyan.on_default(),
        "string" => AnsiColor::Green.on_default(),
        "keyword" => AnsiColor::Magenta.on_default(),
        "function" => AnsiColor::Blue.on_default(),
        "type" => AnsiColor::Yellow.on_default(),
        _ => Style::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::highlight::class::NAMES;

    #[test]
    fn each_class_has_a_style_that_ends_with_its_line() {
        for class in NAMES {
            assert_ne!(style(class), Style::new(), "{class}");
        }
        let text =
            painted(&[("a ", None), ("\"b\n  c\"", Some("string")), ("\n", Some("comment"))]);
        assert_eq!(text, "a \u{1b}[32m\"b\u{1b}[0m\n\u{1b}[32m  c\"\u{1b}[0m\n");
    }
}
