//! The words by which people name targets, and what is said about others.

use std::collections::BTreeMap;
use std::fs;

use statuscraft::Generator;

use crate::support::{Overlay, files_below, root, statuscraft};

#[test]
fn languages_and_usual_names_are_aliases() {
    for (word, target) in [
        ("python-flask", "flask"),
        ("Python (Flask)", "flask"),
        ("fast-api", "fastapi"),
        ("Python (FastAPI)", "fastapi"),
        ("python-django", "django"),
        ("Python (Django)", "django"),
        ("node", "express"),
        ("nodejs", "express"),
        ("Node.js", "express"),
        ("javascript", "express"),
        ("js", "express"),
        ("expressjs", "express"),
        ("Express.js", "express"),
        ("java", "spring"),
        ("spring-boot", "spring"),
        ("Spring Boot", "spring"),
        ("ruby", "sinatra"),
        ("golang", "go"),
        ("GO", "go"),
        ("bash", "curl"),
    ] {
        let generator = Generator::new();
        assert_eq!(generator.target(word).expect(word).id(), target, "{word}");
        let handler = statuscraft(["404", word, "--form", "handler"]);
        assert_eq!(handler.stdout, statuscraft(["404", target, "--form", "handler"]).stdout);
        assert_eq!((handler.status, handler.stderr.as_str()), (0, ""));
    }
    let explained = |word| statuscraft(["explain", "404", word]).stdout;
    assert_eq!(explained("js"), explained("express"));
    let exported = |word| statuscraft(["export", "--code", "404", "--target", word]).stdout;
    assert_eq!(exported("golang"), exported("go"));
}

#[test]
fn a_language_stands_for_all_of_its_targets() {
    let mut overlay = Overlay::new();
    for (name, path) in files_below(&root().join("snippet-templates/flask")) {
        if name.ends_with(".j2") || ["target.yaml", "verify.yaml"].contains(&name.as_str()) {
            let text = fs::read_to_string(path).expect("a text");
            let text = text.replace("Python (Flask)", "Python (Bottle)");
            let text = text.replace("[python-flask]", "[]");
            overlay = overlay.file(&format!("snippet-templates/bottle/{name}"), text);
        }
    }
    let path = overlay.path().to_str().expect("UTF-8");
    for words in [&["404", "python"][..], &["404", "--lang", "python"], &["404", "-l", "py"]] {
        let words = words.iter().copied().chain(["--form", "response", "--overlay", path]);
        let outcome = statuscraft(words);
        assert!(outcome.stdout.contains("# Python (Bottle): app.py"), "{outcome}");
        assert!(outcome.stdout.contains("# Python (Flask): app.py"), "{outcome}");
        assert!(!outcome.stdout.contains("Express"), "{outcome}");
    }
    let error = overlay.generator().target("python").expect_err("two of them");
    assert_eq!(error.to_string(), "`python` stands for several targets");
    let hint = error.hint().expect("their names");
    assert!(hint.starts_with("name one of bottle, ") && hint.contains(", flask"), "{hint}");
}

#[test]
fn hints_do_not_mislead() {
    for (words, error, hint) in [
        ("600", "no status code `600`", "a status code is a number from 100 to 599"),
        ("99", "no status code `99`", "from 100 to 599"),
        ("99999999", "no status code `99999999`", "from 100 to 599"),
        ("299", "no status code `299`", "codes of 2xx are 200 to 208 and 226;"),
        ("441 flask", "no status code `441`", "codes of 4xx are 400 to 418, 421 to 426,"),
        ("teapot", "no status code `teapot`", "`statuscraft search teapot` finds 418 I'm a teapot"),
        ("redirect", "no status code `redirect`", "`statuscraft search redirect` finds 301 Moved"),
        ("cors", "no status code `cors`", "`statuscraft search cors` finds "),
        ("explain cors", "no status code `cors`", "`statuscraft search cors` finds "),
        ("compare 401 teapot", "no status code `teapot`", "finds 418"),
        ("not-fund flask", "no status code `not-fund`", "did you mean `not-found`?"),
        ("xyzzy", "no status code `xyzzy`", "`statuscraft list codes` shows all"),
        ("404 in flask", "no target `in`", "leave out `in`"),
        ("404 flsk", "no target `flsk`", "did you mean `flask`?"),
        ("404 expres", "no target `expres`", "did you mean `express`?"),
        ("404 pyton", "no target `pyton`", "did you mean `python`?"),
        ("404 xyz", "no target `xyz`", "the targets are curl, "),
        (
            "404 tornado",
            "no target `tornado`: Tornado is not offered",
            "the nearest targets are `django`, `fastapi`, `flask`",
        ),
        ("404 Rails", "no target `Rails`: Ruby on Rails is", "nearest target is `sinatra`"),
        ("404 nestjs", "no target `nestjs`: NestJS is not", "nearest target is `express`"),
        ("404 axios", "no target `axios`: axios is not offered", "nearest target is `curl`"),
        ("404 rust", "no target `rust`: Rust is not offered", "the targets are curl, "),
        ("404 --lang cobol", "no target in the language `cobol`", "the languages are bash, go,"),
        ("flask", "no status code is given", "name a code too, such as `404 flask`"),
        ("compare 401", "`compare` needs two codes", "such as `statuscraft compare 401 403`"),
        ("explain 404,410", "one code is explained at a time, not 2", "`statuscraft explain 404`"),
    ] {
        let outcome = statuscraft(words.split(' '));
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{words}");
        let (first, second) = outcome.stderr.split_once('\n').expect("two lines");
        assert!(first.starts_with(&format!("error: {error}")), "{words}: {outcome}");
        assert!(second.starts_with("hint: ") && second.contains(hint), "{words}: {outcome}");
    }
}

#[test]
fn a_known_framework_is_no_target_and_names_a_language_that_has_some() {
    let generator = Generator::new();
    let text = fs::read_to_string(root().join("data/frameworks.yaml")).expect("the file");
    let mut seen = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("- ")) {
        let entry = line.trim_start_matches("- {").trim_end_matches('}');
        let part = |name: &str| {
            let (_, after) = entry.split_once(&format!("{name}: "))?;
            Some(after.trim_start_matches(['[', '"']).split(['"', ']']).next().unwrap_or_default())
        };
        let name = part("name").expect("a name").split(',').next().expect("a name");
        let aliases = part("aliases").unwrap_or_default().split(", ").filter(|it| !it.is_empty());
        for word in std::iter::once(name).chain(aliases) {
            assert!(seen.insert(word.to_lowercase(), name).is_none(), "`{word}` stands twice");
            let error = generator.target(word).expect_err(word);
            assert!(error.to_string().ends_with(&format!(": {name} is not offered")), "{error}");
            let near = part("near").map(|near| near.split(',').next().unwrap_or_default());
            let hint = error.hint().expect("a hint");
            assert_eq!(near.is_some(), hint.starts_with("the nearest target"), "{word}: {hint}");
        }
    }
    assert!(seen.len() > 100);
}
