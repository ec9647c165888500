//! Built-in YAML files are in the binary as they were parsed. They must be what an overlay with the same
//! files is, which is read from YAML.

use statuscraft::Generator;

use crate::support::root;

/// Both generators: of the built-in files, and of the same files on disk.
fn both() -> [Generator; 2] {
    [
        Generator::new(),
        Generator::with_overlays([root().to_path_buf()]).expect("the project's own folder"),
    ]
}

#[test]
fn statuses_and_explanations_are_those_of_the_yaml() {
    let [built_in, read] = both();
    for code in built_in.all_codes().expect("codes") {
        let facts = |generator: &Generator| {
            let number = code.to_string();
            let support = generator.browser_support(code).expect("support");
            format!(
                "{:#?}\n{:#?}\n{support:#?}\n{:#?}",
                generator.status(&number).expect("a status"),
                generator.reference(code).expect("a reference"),
                generator.constants(code).expect("constants"),
            )
        };
        assert_eq!(facts(&built_in), facts(&read), "{code}");
    }
}

#[test]
fn comparisons_and_bodies_are_those_of_the_yaml() {
    let [built_in, read] = both();
    let pairs = built_in.compared().expect("pairs");
    assert!(pairs.len() > 10);
    for (one, other) in pairs {
        let text = |generator: &Generator| {
            format!("{:#?}", generator.comparison(one, other).expect("a comparison"))
        };
        assert_eq!(text(&built_in), text(&read));
    }
    for name in built_in.bodies().expect("names") {
        let text = |generator: &Generator| format!("{:#?}", generator.body(&name).expect("a body"));
        assert_eq!(text(&built_in), text(&read));
    }
}

#[test]
fn targets_and_languages_are_those_of_the_yaml() {
    let [built_in, read] = both();
    let prefix = format!("{}/", root().display());
    for id in built_in.target_ids().expect("names") {
        let text = |generator: &Generator| {
            let target = generator.verifiable_target(&id).expect("a target");
            let language = generator.language(&target).expect("a language");
            format!("{target:#?}\n{language:#?}").replace(&prefix, "")
        };
        assert_eq!(text(&built_in), text(&read), "{id}");
    }
}
