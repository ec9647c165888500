//! Colours: where a terminal shows them, and nowhere else.

use anstream::adapter::strip_str;
use statuscraft::output::{Page, Style, default_format, pages};
use statuscraft::{Form, Generator, Options};

use super::notes::typed;
use crate::support::{Docs, statuscraft};

const ESCAPE: char = '\u{1b}';

#[test]
fn without_its_colours_an_example_is_the_plain_one() {
    let generator = Generator::new();
    let targets = generator.targets().expect("targets");
    let style = Style { colours: true, ..Style::default() };
    let mut coloured = 0;
    for status in generator.statuses().expect("a catalogue") {
        for form in [Form::Program, Form::Handler] {
            let options = Options { form, ..Options::default() };
            let page = Page::new(&generator, status, &targets, &options).expect("a page");
            if status.no_snippet.is_some() {
                continue;
            }
            let text = pages(std::slice::from_ref(&page), style).expect("text");
            let plain = default_format().render(&page).expect("text").body;
            assert_eq!(strip_str(&text).to_string(), plain, "{}", status.code);
            coloured += usize::from(text.contains(ESCAPE));
            // A style ends with its line.
            for line in text.lines().filter(|line| line.contains(ESCAPE)) {
                assert!(line.trim_end().contains("\u{1b}[0m"), "{line:?}");
            }
        }
    }
    assert!(coloured > 100);
}

#[test]
fn a_pipe_gets_no_colours_unless_they_are_forced() {
    let docs = Docs::new();
    for words in [&["404", "flask"][..], &["explain", "404", "flask"]] {
        let plain = docs.run(words);
        assert!(!plain.to_string().contains(ESCAPE), "{plain}");
        let forced = docs.run_with(words, "", &[("CLICOLOR_FORCE", "1")]);
        assert!(forced.stdout.contains(ESCAPE), "{forced}");
        assert_eq!(strip_str(&forced.stdout).to_string(), plain.stdout);
        let always = docs.run(words.iter().copied().chain(["--color", "always"]));
        assert_eq!(always.stdout, forced.stdout);
        let variables = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
        assert_eq!(docs.run_with(words, "", &variables).stdout, plain.stdout);
        let never = words.iter().copied().chain(["--color", "never"]);
        assert_eq!(docs.run_with(never, "", &variables[..1]).stdout, plain.stdout);
    }
    // Data and markup have none.
    for format in ["markdown", "json", "html"] {
        let outcome = statuscraft(["404", "flask", "--format", format, "--color", "always"]);
        assert!(!outcome.stdout.contains(ESCAPE), "{outcome}");
    }
    let page = "<!-- statuscraft 404 go -->\nold\n<!-- /statuscraft -->\n";
    let docs = docs.file("a.md", page);
    assert!(!docs.run(["check", "."]).stdout.contains(ESCAPE));
    assert!(docs.run(["check", ".", "--color", "always"]).stdout.contains("\u{1b}[31m-old"));
    assert!(docs.run(["--color=always", "check", "."]).stdout.contains("\u{1b}[31m-old"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_for_code_and_headings() {
    let shown = typed("404 flask");
    assert!(
        shown.contains("\u{1b}[35mfrom\u{1b}[0m") || shown.contains("\u{1b}[35mimport"),
        "{shown:?}"
    );
    let shown = typed("explain 404 flask");
    assert!(shown.contains("\u{1b}[1mWHAT IT MEANS\u{1b}[0m"), "{shown:?}");
    assert!(!typed("404 flask --color never").contains(ESCAPE));
}
