//! Which browsers support a code: the files that are generated, and those of overlays.

use statuscraft::{BrowserSupport, Code, ErrorKind, Generator, Platform, Support};

use crate::support::{Overlay, files_below, root, statuscraft};

fn code(number: u16) -> Code {
    Code::new(number).expect("a code")
}

fn row<'a>(support: &'a [Support], browser: &str) -> &'a Support {
    support.iter().find(|row| row.browser == browser).expect("the browser's row")
}

fn read(generator: &Generator, number: u16) -> &BrowserSupport {
    generator.browser_support(code(number)).expect("a right file").expect("a file")
}

/// An overlay whose 308 has this as its only row.
fn overlay(row: &str) -> Overlay {
    let text =
        format!("code: 308\nversion: \"1\"\npage: https://example.com/\nsupport:\n  - {row}\n");
    Overlay::new().file("data/browsers/308.yaml", text)
}

#[test]
fn every_file_is_read_and_belongs_to_a_code() {
    let generator = Generator::new();
    let codes = generator.codes().expect("the catalogue");
    let mut files = 0;
    for number in 100..600 {
        let file = root().join(format!("data/browsers/{number}.yaml"));
        let support = generator.browser_support(code(number)).expect("a right file");
        assert_eq!(support.is_some(), file.exists(), "{number}");
        let Some(support) = support else { continue };
        files += 1;
        assert!(codes.contains(&support.code), "{number}");
        assert!(support.support.iter().any(|row| row.since.is_some()), "{number}");
        let lists = support.features.iter().map(|feature| &feature.support);
        for list in lists.chain([&support.support]) {
            for platform in [Platform::Desktop, Platform::Mobile] {
                assert!(list.iter().any(|row| row.platform == platform), "{number}: {platform:?}");
            }
        }
    }
    let there = files_below(&root().join("data/browsers"));
    assert_eq!(files, there.keys().filter(|name| name.ends_with(".yaml")).count());
}

#[test]
fn browser_support_matches_the_documentation() {
    let generator = Generator::new();
    let hints = read(&generator, 103);
    assert_eq!(row(&hints.support, "Chrome").since.as_ref().expect("since").to_string(), "103");
    assert!(row(&hints.support, "Chrome").is_on());
    let preload = hints.features.iter().find(|one| one.title.as_str().contains("preload"));
    assert_eq!(row(&preload.expect("preload").support, "Safari").since, None);
    let early = read(&generator, 425);
    assert!(row(&early.support, "Firefox").is_on());
    let chrome = row(&early.support, "Chrome");
    assert!(!chrome.is_on() && chrome.behind.len() == 1, "{chrome:?}");
    assert_eq!(generator.browser_support(code(404)).expect("no file").map(|one| one.code), None);
}

#[test]
fn it_is_written_as_it_is_read() {
    let generator = Generator::new();
    for number in [103, 308, 425] {
        let written = serde_json::to_value(read(&generator, number)).expect("JSON");
        let again: BrowserSupport = serde_json::from_value(written.clone()).expect("the same");
        assert_eq!(serde_json::to_value(again).expect("JSON"), written);
    }
}

#[test]
fn an_overlay_hides_a_file() {
    let overlay = overlay("{browser: Lynx, platform: desktop, since: \"≤2.9\", partial: true}");
    let generator = overlay.generator();
    let support = &read(&generator, 308).support;
    assert_eq!(support.len(), 1);
    assert!(row(support, "Lynx").partial);
    assert!(read(&generator, 103).support.len() > 1);
}

#[test]
fn wrong_files_are_refused_by_name_and_place() {
    for (row, fault) in [
        ("{browser: Lynx}", "missing field `platform`"),
        ("{browser: Lynx, platform: toaster}", "unknown variant `toaster`"),
        ("{browser: Lynx, platform: desktop, until: \"3\"}", "unknown field `until`"),
        ("{browser: Lynx, platform: desktop, since: soon}", "`soon` is not a version"),
        ("{browser: Lynx, platform: desktop, since: \"1.\"}", "`1.` is not a version"),
        ("{browser: Lynx, platform: desktop, since: \"1\", notes: [\"\"]}", "an empty text"),
        ("{browser: Lynx, platform: desktop, tracked: [\"javascript:1\"]}", "is not an address"),
        ("{browser: Lynx, platform: desktop, removed: \"3\"}", "`Lynx` is not supported, but"),
    ] {
        let overlay = overlay(row);
        let error = overlay.generator().browser_support(code(308)).expect_err(row);
        assert_eq!(error.kind(), ErrorKind::Data, "{row}");
        assert!(error.to_string().contains(fault), "{row}: {error}");
        assert!(error.origin().is_some_and(|at| at.to_string().contains("308.yaml")), "{row}");
    }
}

#[test]
fn the_code_is_that_of_the_name() {
    let text = "code: 308\nversion: \"1\"\npage: https://example.com/\nsupport: []\n";
    for (name, fault) in [("307", "does not agree with"), ("308", "the list is empty")] {
        let overlay = Overlay::new().file(&format!("data/browsers/{name}.yaml"), text);
        let code = code(name.parse().expect("a number"));
        let error = overlay.generator().browser_support(code).expect_err(name);
        assert!(error.to_string().contains(fault), "{name}: {error}");
    }
}

#[test]
fn lint_reads_them() {
    let row = "{browser: Lynx, platform: desktop, since: soon}";
    for (name, fault) in [("308", "`soon` is not a version"), ("soon", "is not named after a code")]
    {
        let text =
            format!("code: 308\nversion: \"1\"\npage: https://example.com/\nsupport: [{row}]\n");
        let overlay = Overlay::new().file(&format!("data/browsers/{name}.yaml"), text);
        let outcome = statuscraft(["lint", &overlay.path().display().to_string()]);
        assert_ne!(outcome.status, 0, "{name}");
        assert!(outcome.stderr.contains(fault), "{name}: {}", outcome.stderr);
    }
}

#[test]
fn lint_refuses_a_file_for_no_code() {
    let text = "code: 299\nversion: \"1\"\npage: https://example.com/\nsupport:\n  - {browser: Lynx, platform: desktop}\n";
    let overlay = Overlay::new().file("data/browsers/299.yaml", text);
    let outcome = statuscraft(["lint", &overlay.path().display().to_string()]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.contains("there is no code `299`"), "{}", outcome.stderr);
}
