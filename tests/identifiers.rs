//! Names of handlers are always valid identifiers and never reserved words.

use proptest::prelude::*;
use statuscraft::{Form, Generator, Options};

use crate::support::{Overlay, with_snapshots};

const TARGET: &str = "title: T\nlanguage: python\nversion: T 1\ndocumentation: https://t.example/\nfile: t.py\nport: 80\ninstall: t\nrun: t\ntaken: app\n";

fn overlay() -> Overlay {
    Overlay::new().file("snippet-templates/t/target.yaml", TARGET).file(
        "snippet-templates/t/recipes/constant.j2",
        "{% block handler %}{{ name | snake }} {{ name | camel }} {{ name | pascal }} {{ name | shouty }} {{ name | kebab }}{% endblock %}\n",
    )
}

fn spellings(generator: &Generator, name: &str) -> statuscraft::Result<String> {
    let options =
        Options { name: Some(name.to_owned()), form: Form::Handler, ..Options::default() };
    let target = generator.target("t")?;
    Ok(generator.snippet(generator.status("410")?, &target, &options)?.text)
}

#[test]
fn a_name_is_spelled_in_every_case() {
    let overlay = overlay();
    let generator = overlay.generator();
    let mut shown = String::new();
    for name in [
        "Not Found",
        "I'm a teapot",
        "notFound",
        "continue",
        "app",
        "1st try",
        "Ünï cödé",
        "a-b_c.d",
        "x",
        "HTTPServer",
        "--",
        "42",
        "дом",
        "naïve",
        "",
    ] {
        match spellings(&generator, name) {
            Ok(text) => shown.push_str(&format!("{name:14} {text}")),
            Err(error) => shown.push_str(&format!("{name:14} error: {error}\n")),
        }
    }
    with_snapshots("languages", || insta::assert_snapshot!("names", shown));
}

#[test]
fn a_reserved_word_gets_the_prefix_handle() {
    let generator = Generator::new();
    let handler = |target: &str, name: &str| {
        let options =
            Options { name: Some(name.into()), form: Form::Handler, ..Options::default() };
        let target = generator.target(target).expect("a target");
        let status = generator.status("404").expect("a status");
        generator.snippet(status, &target, &options).expect("a snippet").text
    };
    assert!(handler("flask", "continue").contains("def handle_continue("));
    assert!(handler("flask", "gone").contains("def gone("));
    assert!(handler("go", "gone").contains("func gone("));
    assert!(handler("go", "continue").contains("func handleContinue("));
    assert!(handler("spring", "continue").contains(" handleContinue("));
}

proptest! {
    #[test]
    fn any_name_is_an_identifier_or_an_error(name in any::<String>()) {
        let overlay = overlay();
        let generator = overlay.generator();
        if let Ok(text) = spellings(&generator, &name) {
            for word in text.split_whitespace() {
                prop_assert!(word.starts_with(|one: char| one.is_ascii_alphabetic()), "{word}");
                prop_assert!(word.chars().all(|one| one.is_ascii_alphanumeric() || "_-".contains(one)), "{word}");
            }
        }
    }
}
