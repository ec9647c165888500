//! Random bytes as files and as options: an error or a snippet, never a panic.

use proptest::prelude::*;
use statuscraft::{Form, Generator, Options};

use crate::support::Overlay;

/// Pieces of real files, so that random input gets past the first character.
const PIECES: [&str; 24] = [
    "code: 404\n",
    "phrase: x\n",
    "exchange:\n  request: {",
    "}",
    "{{ message }}",
    "{{ ",
    " }}",
    "{% block handler %}",
    "{% endblock %}",
    "{% extends \"program.j2\" %}",
    "{% for i in range(99999999) %}",
    "{% endfor %}",
    "{% include \"",
    "\" %}",
    ": ",
    "- ",
    "\n  ",
    "&a ",
    "*a",
    "!!binary ",
    "? ",
    "string:\n  styles:\n    - quote: \"'\"\n",
    "|snake",
    "[",
];

fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec());
    let bytes = prop::collection::vec(any::<u8>(), 0..40);
    let text = any::<String>().prop_map(String::into_bytes);
    prop::collection::vec(prop_oneof![3 => piece, 1 => bytes, 1 => text], 0..12)
        .prop_map(|pieces| pieces.concat())
}

/// Calls everything that reads the files.
fn use_all(generator: &Generator) {
    let _ = generator.statuses();
    let Ok(targets) = generator.targets() else { return };
    for target in targets {
        let _ = generator.language(&target);
        for code in ["200", "404", "429"] {
            let Ok(status) = generator.status(code) else { continue };
            for form in [Form::Program, Form::Handler] {
                let options = Options { form, ..Options::default() };
                let _ = generator.snippet(status, &target, &options);
                let _ = generator.origins(status, &target, &options);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn as_a_file(content in garbage(), name in prop::sample::select(&[
        "data/statuses/404.yaml",
        "data/languages/python.yaml",
        "snippet-templates/flask/target.yaml",
        "snippet-templates/flask/program.j2",
        "snippet-templates/flask/recipes/constant.j2",
        "snippet-templates/flask/codes/404.j2",
    ][..])) {
        use_all(&Overlay::new().file(name, content).generator());
    }

    #[test]
    fn as_options(
        path in any::<Option<String>>(),
        message in any::<Option<String>>(),
        name in any::<Option<String>>(),
        upstream in any::<Option<String>>(),
        port in any::<Option<u16>>(),
        query in any::<String>(),
    ) {
        let generator = Generator::new();
        let _ = generator.status(&query);
        let _ = generator.target(&query);
        let options = Options { form: Form::Program, path, message, name, port, upstream, ..Options::default() };
        for target in generator.targets().expect("targets") {
            for code in ["201", "404", "511"] {
                let status = generator.status(code).expect("a status");
                let _ = generator.snippet(status, &target, &options);
            }
        }
    }
}
