//! What languages and libraries call the codes.

use statuscraft::{Code, ErrorKind, Generator};

use crate::support::{Overlay, statuscraft};

fn constants(generator: &Generator, number: u16) -> Vec<(String, String)> {
    let code = Code::new(number).expect("a code");
    let constants = generator.constants(code).expect("right files");
    constants.iter().map(|it| (it.title.to_owned(), it.constant.to_owned())).collect()
}

#[test]
fn of_a_code_are_sorted_by_language() {
    let found = constants(&Generator::new(), 404);
    let titles: Vec<_> = found.iter().map(|(title, _)| title.as_str()).collect();
    assert!(titles.is_sorted(), "{titles:?}");
    assert!(found.contains(&("Go".to_owned(), "http.StatusNotFound".to_owned())));
    assert!(found.contains(&("Java (Spring)".to_owned(), "HttpStatus.NOT_FOUND".to_owned())));
}

#[test]
fn a_library_without_a_constant_for_a_code_is_left_out() {
    assert!(constants(&Generator::new(), 418).iter().any(|(title, _)| title == "Go"));
    assert!(constants(&Generator::new(), 420).iter().all(|(title, _)| title != "Go"));
}

#[test]
fn an_explanation_shows_them() {
    let text = statuscraft(["explain", "404", "flask"]).stdout;
    assert!(text.contains("http.StatusNotFound"), "{text}");
}

#[test]
fn a_library_of_an_overlay_is_added() {
    let text = "title: Elixir\nlanguage: elixir\nversion: Plug 1.18\n\
                documentation: https://hexdocs.pm/plug\nconstants: {404: \":not_found\"}\n";
    let overlay = Overlay::new().file("data/constants/plug.yaml", text);
    let found = constants(&overlay.generator(), 404);
    assert!(found.contains(&("Elixir".to_owned(), ":not_found".to_owned())), "{found:?}");
}

#[test]
fn an_empty_constant_is_refused() {
    let text = "title: Elixir\nlanguage: elixir\nversion: Plug 1.18\n\
                documentation: https://hexdocs.pm/plug\nconstants: {404: \"\"}\n";
    let overlay = Overlay::new().file("data/constants/plug.yaml", text);
    let generator = overlay.generator();
    let error = generator.constants(Code::new(404).expect("a code")).expect_err("no name");
    assert_eq!(error.kind(), ErrorKind::Data);
}
