//! An overlay that gives the errors of all targets the shape of a house.

use statuscraft::{Generator, Options, Status};

use crate::support::root;

/// The codes whose example responds with an error in the chosen shape.
fn errors(generator: &Generator) -> Vec<&Status> {
    let is_error = |status: &&Status| {
        let exchange = status.exchange.as_ref();
        exchange.is_some_and(|it| it.response.body.is_some())
    };
    generator.statuses().expect("a catalogue").into_iter().filter(is_error).collect()
}

#[test]
fn one_file_of_each_target_changes_all_of_its_errors() {
    let folder = root().join("tests/fixtures/house");
    let house = Generator::with_overlays([folder.clone()]).expect("an overlay");
    let usual = Generator::new();
    assert!(errors(&house).len() > 20);
    for target in house.servers().expect("targets") {
        let name = format!("snippet-templates/{}/body.j2", target.id());
        assert!(folder.join(&name).is_file(), "{name} is missing");
        for status in errors(&house) {
            let print = |generator: &Generator| {
                let made = generator.snippet(status, &target, &Options::default()).ok()?;
                Some((made.text, made.files))
            };
            let (own, other) = (print(&house), print(&usual));
            assert!(
                own.is_none() || own != other,
                "{} of {} is the same",
                status.code,
                target.id()
            );
        }
    }
}
