//! `--out`: a folder, or a file.

use crate::support::{Docs, statuscraft};

#[test]
fn a_file_with_the_ending_of_the_program_is_that_program() {
    let docs = Docs::new();
    let outcome = docs.run(["404", "flask", "-o", "shop.py"]);
    let report = "shop.py\n  pip install flask\n  python shop.py\n";
    assert_eq!((outcome.stdout.as_str(), outcome.status), (report, 0), "{outcome}");
    assert_eq!(docs.read("shop.py"), statuscraft(["404", "flask"]).stdout);
    let outcome = docs.run(["410", "flask", "-o", "shop.py"]);
    assert!(outcome.status == 2 && outcome.stderr.contains("`--force`"), "{outcome}");
    assert_eq!(docs.run(["410", "flask", "-o", "shop.py", "--force"]).status, 0);
    let outcome = docs.run(["404", "flask", "-o", "part.py", "--form", "handler"]);
    assert_eq!(outcome.stdout, "part.py\n");
    let outcome = docs.run(["206", "flask", "-o", "range.py"]);
    assert!(outcome.stderr.contains("the example has 2 files\nhint: `--out DIR`"), "{outcome}");
}

#[test]
fn a_format_is_written_into_a_file() {
    let docs = Docs::new();
    let words = ["404,410", "flask", "go", "--format", "markdown"];
    let outcome = docs.run(words.into_iter().chain(["--out", "codes.md"]));
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("codes.md\n", 0), "{outcome}");
    assert_eq!(docs.read("codes.md"), statuscraft(words).stdout);
    let outcome = docs.run(words.into_iter().chain(["--out", "."]));
    assert!(outcome.stderr.contains("the path is a folder"), "{outcome}");
}

#[test]
fn programs_of_several_codes_have_folders_of_their_own() {
    let docs = Docs::new();
    assert_eq!(docs.run(["404,410", "flask", "go", "--out", "shop"]).status, 0);
    for file in ["flask/404/app.py", "flask/410/app.py", "go/404/main.go", "go/410/main.go"] {
        assert!(docs.path(&format!("shop/{file}")).is_file(), "{file}");
    }
    assert_eq!(docs.run(["404,410", "flask", "--out", "one"]).status, 0);
    assert!(docs.path("one/410/app.py").is_file());
    assert_eq!(
        docs.run(["404", "flask", "--out", "-"]).stdout,
        statuscraft(["404", "flask"]).stdout
    );
}
