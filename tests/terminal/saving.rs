//! `--out`: a folder, or a file.

use crate::support::{Docs, statuscraft};

#[test]
fn a_file_with_the_ending_of_the_program_is_that_program() {
    let docs = Docs::new();
    let outcome = docs.run(["404", "flask", "-o", "shop.py"]);
    let report = "shop.py\n\ninstall   pip install flask\nrun       python shop.py\nthen try  curl -i http://127.0.0.1:5000/books/7\n";
    assert!(outcome.stdout.starts_with(report) && outcome.status == 0, "{outcome}");
    let quiet = docs.run(["404", "flask", "-o", "shop.py", "-q"]);
    assert_eq!((quiet.stdout.as_str(), quiet.status), ("", 0), "{quiet}");
    assert_eq!(docs.read("shop.py"), statuscraft(["404", "flask"]).stdout);
    let outcome = docs.run(["410", "flask", "-o", "shop.py"]);
    assert!(outcome.status == 2 && outcome.stderr.contains("`--force`"), "{outcome}");
    assert_eq!(docs.run(["410", "flask", "-o", "shop.py", "--force"]).status, 0);
    let outcome = docs.run(["404", "flask", "-o", "part.py", "--form", "handler"]);
    assert!(outcome.stdout.starts_with("part.py\n"), "{outcome}");
    let outcome = docs.run(["404", "fastapi", "-o", "api/shop.py"]);
    let steps = "\nfirst     cd api\ninstall   pip install \"fastapi[standard]\"\nrun       uvicorn shop:app ";
    assert!(outcome.stdout.contains(steps), "{outcome}");
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

#[test]
fn the_note_begins_in_the_folder_of_the_program() {
    let docs = Docs::new();
    let outcome = docs.run(["404", "express", "go", "-o", "both it"]);
    for part in [
        "404 IN NODE.JS (EXPRESS)\n\nfirst     cd 'both it/express'\ninstall   npm install express\nrun       node app.js\nthen try  curl -i http",
        "404 IN GO\n\nfirst     cd 'both it/go'\n",
    ] {
        assert!(outcome.stdout.contains(part), "{outcome}");
    }
    // Here the files of the example are saved already, so what is unpacked must not replace them.
    let outcome = docs.run(["303", "spring", "-o", "sp"]);
    assert!(outcome.stdout.contains("\nfirst     cd sp\ninstall   curl -fsS "), "{outcome}");
    assert!(outcome.stdout.contains(" | tar -xz --exclude=src\nrun "), "{outcome}");
    // Its files name the folder in which they must be.
    let outcome = docs.run(["404", "nginx", "-o", "ng"]);
    let steps = "\nfirst     cd ng\ninstall   sudo apt install nginx\ncopy      sudo mkdir -p /srv/shop && sudo cp -r . /srv/shop\nrun       sudo ln -sf ";
    assert!(outcome.stdout.contains(steps), "{outcome}");
    let outcome = docs.run(["404", "express", "-o", "."]);
    assert!(outcome.stdout.starts_with("./app.js\n\ninstall "), "{outcome}");
    let outcome = docs.run(["404", "-o", "all"]);
    assert!(outcome.stderr.contains("--how` says how an example is run"), "{outcome}");
    assert!(!outcome.stdout.contains("install"), "{outcome}");
}
