//! `new target` writes a folder that runs at once.

use std::fs;

use statuscraft::{Generator, Options};

use crate::support::{Outcome, Overlay, files_below, statuscraft};

fn new(name: &str, like: &str, out: &Overlay) -> Outcome {
    let path = out.path().to_string_lossy().into_owned();
    statuscraft(["new", "target", name, "--like", like, "--out", &path])
}

#[test]
fn a_new_target_prints_the_programs_of_the_other_one_and_its_only_fault_is_gaps() {
    for target in Generator::new().targets().expect("targets") {
        let overlay = Overlay::new();
        let outcome = new("falcon", target.id(), &overlay);
        assert_eq!(outcome.status, 0, "{outcome}");
        let generator = overlay.generator();
        let mut same = 0;
        for status in generator.all_statuses().expect("statuses") {
            if status.recipe.as_deref() != Some("constant") || target.is_client() {
                continue;
            }
            let options = Options::default();
            let old_example = generator.snippet(status, &target, &options).expect("an example");
            let falcon = generator.target("falcon").expect("falcon");
            let new_example = generator.snippet(status, &falcon, &options).expect("an example");
            assert_eq!(
                (new_example.text, new_example.files, new_example.run),
                (old_example.text, old_example.files, old_example.run)
            );
            same += 1;
        }
        assert!(target.is_client() || same == 8, "{}: {same}", target.id());
        generator.verifiable_target("falcon").expect("verify.yaml");
        let linted = statuscraft(["lint".as_ref(), overlay.path().as_os_str()]);
        for line in linted.stderr.lines().filter(|line| line.starts_with("error")) {
            assert!(line.contains("neither a template nor a reason"), "{}: {linted}", target.id());
        }
    }
}

#[test]
fn it_says_what_it_wrote_and_what_is_next() {
    let overlay = Overlay::new();
    let outcome = new("falcon", "flask", &overlay);
    let said = overlay.anonymous(&outcome.stdout);
    assert!(said.contains("  statuscraft 410 falcon --overlay OVERLAY\n"), "{said}");
    assert!(said.contains("  statuscraft lint OVERLAY --target falcon\n"), "{said}");
    let written = files_below(&overlay.path().join("snippet-templates/falcon"));
    for name in written.keys() {
        assert!(said.contains(&format!("  {name}\n")), "{name}: {said}");
    }
    let yaml = fs::read_to_string(&written["target.yaml"]).expect("target.yaml");
    assert!(yaml.contains("\ntitle: Python (Falcon)\n"), "{yaml}");
    for foreign in ["deviations:", "unsupported:", "codes:", "aliases:"] {
        assert!(!yaml.contains(foreign), "{yaml}");
    }
    assert!(written.contains_key("README.md") && written.contains_key("verify.yaml"));
}

#[test]
fn it_overwrites_nothing_and_refuses_names() {
    let overlay = Overlay::new().file("snippet-templates/falcon/program.j2", "mine\n");
    let outcome = new("falcon", "flask", &overlay);
    assert!(outcome.status == 2 && outcome.stderr.contains("nothing is overwritten"), "{outcome}");
    assert_eq!(files_below(overlay.path()).len(), 1);
    for (name, like, fault) in [
        ("Falcon", "flask", "the name `Falcon`"),
        ("../x", "flask", "the name `../x`"),
        ("flask", "flask", "`flask` is the name of a target"),
        ("python", "flask", "`python` is the name of a target"),
        ("falcon", "flsk", "no target `flsk`"),
    ] {
        let empty = Overlay::new();
        let outcome = new(name, like, &empty);
        assert!(outcome.status == 2 && outcome.stderr.contains(fault), "{name}: {outcome}");
        assert!(files_below(empty.path()).is_empty());
    }
}
