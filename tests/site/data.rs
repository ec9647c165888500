use std::collections::BTreeSet;

use scraper::{Html, Selector};
use serde_json::Value;
use statuscraft::pages::behaviour::Matrix;
use statuscraft::site::Settings;
use statuscraft::{Code, Generator};

use super::{PLAIN, WHOLE, made, pages};
use crate::support::statuscraft;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn codes() -> Vec<Code> {
    let generator = Generator::new();
    let unofficial = generator.unofficial_codes().expect("codes");
    generator.codes().expect("codes").iter().chain(unofficial).copied().collect()
}

#[test]
fn every_code_pair_and_framework_has_a_page() {
    let generator = Generator::new();
    let mut wanted: BTreeSet<String> =
        codes().iter().map(|code| format!("codes/{code}.html")).collect();
    for (one, other) in generator.compared().expect("pairs") {
        wanted.insert(format!("compare/{one}-{other}.html"));
    }
    wanted.extend(
        generator
            .servers()
            .expect("targets")
            .iter()
            .map(|it| format!("frameworks/{}.html", it.id())),
    );
    wanted.extend((1..6).map(|class| format!("codes/{class}xx.html")));
    let behaviours = Matrix::new(&generator, None, &[]).expect("behaviours");
    wanted.insert("behaviour/index.html".to_owned());
    wanted.extend(behaviours.rows.iter().map(|(it, _)| format!("behaviour/{}.html", it.name)));
    wanted.extend(
        [
            "index.html",
            "404.html",
            "conformance.html",
            "compare/index.html",
            "frameworks/index.html",
        ]
        .map(str::to_owned),
    );
    let found: BTreeSet<String> = pages(&PLAIN).map(|(path, _)| path.to_owned()).collect();
    assert_eq!(found, wanted);
    let official = generator.codes().expect("codes");
    for one in official {
        for other in official.iter().filter(|other| *other > one) {
            assert!(WHOLE.contains_key(&format!("compare/{one}-{other}.html")), "{one}-{other}");
        }
    }
}

#[test]
fn the_data_beside_a_page_is_what_the_terminal_prints() {
    for words in [["explain", "404"], ["explain", "101"], ["explain", "306"]] {
        let printed = statuscraft(words.into_iter().chain(["--format", "json"])).stdout;
        assert_eq!(json(&PLAIN[&format!("codes/{}.json", words[1])]), json(&printed), "{words:?}");
    }
    let printed = statuscraft(["compare", "401", "403", "--format", "json"]).stdout;
    assert_eq!(json(&PLAIN["compare/401-403.json"]), json(&printed));
    let printed = statuscraft(["compare", "102", "511", "--format", "json"]).stdout;
    assert_eq!(json(&WHOLE["compare/102-511.json"]), json(&printed));
    let printed =
        statuscraft(["list", "--class", "4xx", "--unofficial", "--format", "json"]).stdout;
    assert_eq!(json(&PLAIN["codes/4xx.json"]), json(&printed));
    let printed = statuscraft(["list", "--unofficial", "--format", "json"]).stdout;
    assert_eq!(json(&PLAIN["index.json"]), json(&printed));
    let printed = statuscraft(["export", "--target", "go", "--format", "json"]).stdout;
    let records = json(&PLAIN["frameworks/go.json"]);
    let official = |it: &&Value| it["registration"] != "unofficial" && it["kind"] == "snippet";
    let records: Vec<_> = records.as_array().expect("records").iter().filter(official).collect();
    let printed = json(&printed);
    let snippet = |it: &&Value| it["kind"] == "snippet";
    let printed: Vec<_> = printed.as_array().expect("records").iter().filter(snippet).collect();
    assert_eq!(records, printed);
}

#[test]
fn every_page_has_data_that_it_links_to() {
    for (path, text) in pages(&PLAIN) {
        // A page for missing addresses has no data.
        if path == "404.html" {
            continue;
        }
        let data = path.replace(".html", ".json");
        let name = data.rsplit('/').next().expect("a name");
        assert!(text.contains(&format!("type=\"application/json\" href=\"{name}\"")), "{path}");
        json(&PLAIN[&data]);
    }
}

#[test]
fn structured_data_uses_the_vocabulary_of_schema_org() {
    let graph = |path: &str| {
        let page = Html::parse_document(&WHOLE[path]);
        let selector = Selector::parse("script[type='application/ld+json']").expect("a selector");
        let text: String = page.select(&selector).next().expect("a graph").text().collect();
        json(&text)["@graph"].as_array().expect("nodes").clone()
    };
    let types = |path| {
        graph(path)
            .iter()
            .map(|it| it["@type"].as_str().expect("a type").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(types("codes/404.html"), ["TechArticle", "BreadcrumbList", "FAQPage"]);
    assert_eq!(types("compare/401-403.html"), ["TechArticle", "BreadcrumbList"]);
    assert_eq!(types("index.html"), ["WebSite"]);
    let nodes = graph("codes/404.html");
    let reference = Generator::new();
    let code = reference.status("404").expect("404").code;
    let questions = &reference.reference(code).expect("data").expect("a reference").questions;
    assert_eq!(nodes[2]["mainEntity"].as_array().expect("questions").len(), questions.len());
    assert_eq!(
        nodes[1]["itemListElement"][1]["item"],
        "https://example.org/docs/status/codes/404.html"
    );
}

#[test]
fn no_title_breaks_out_of_a_page() {
    let title = "</title></script><b x=\"\">&amp; 'quoted'".to_owned();
    let settings =
        Settings { title: title.clone(), targets: vec!["go".into()], ..Settings::default() };
    let site = made(&settings);
    let page = Html::parse_document(&site["codes/404.html"]);
    let text = |selector: &str| -> String {
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).next().expect("an element").text().collect()
    };
    assert_eq!(text("title"), format!("404 Not Found · {title}"));
    assert_eq!(
        json(&text("script[type='application/ld+json']"))["@graph"][1]["itemListElement"][0]["name"],
        title
    );
    assert!(page.select(&Selector::parse("b[x]").expect("a selector")).next().is_none());
    roxmltree::Document::parse(&site["feed.xml"]).expect("XML");
}

#[test]
fn the_feed_has_the_changelog() {
    let feed = roxmltree::Document::parse(&WHOLE["feed.xml"]).expect("XML");
    let texts = |name: &str| -> Vec<String> {
        let named = feed.descendants().filter(|it| it.tag_name().name() == name);
        named
            .map(|it| {
                it.descendants().filter_map(|it| it.text().filter(|_| it.is_text())).collect()
            })
            .collect()
    };
    let changelog = include_str!("../../CHANGELOG.md");
    let headings: Vec<_> = changelog.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(texts("entry").len(), headings.len(), "each heading of the changelog has a date");
    let bullets = changelog.lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(texts("li").len(), bullets);
    for (updated, heading) in texts("updated").iter().skip(1).zip(headings) {
        assert!(
            heading.ends_with(updated.strip_suffix("T00:00:00Z").expect("a time")),
            "{heading}"
        );
    }
}

#[test]
fn the_table_of_conformance_matches_the_document() {
    let page = Html::parse_document(&PLAIN["conformance.html"]);
    let tables = Selector::parse("table").expect("a selector");
    let cells = Selector::parse("td, th").expect("a selector");
    // The first table counts what the site has.
    let cells = page.select(&tables).skip(1).flat_map(|table| table.select(&cells));
    let shown: Vec<String> = cells.map(|cell| cell.text().collect()).collect();
    let document = include_str!("../../CONFORMANCE.md");
    let rows = document.lines().filter(|line| line.starts_with('|') && !line.starts_with("|--"));
    let written: Vec<String> = rows
        .flat_map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")))
        .collect();
    assert!(written.len() > 100);
    assert_eq!(shown, written);
}

#[test]
fn a_framework_counts_the_codes_that_it_has_an_example_for() {
    for target in Generator::new().servers().expect("targets") {
        let records = json(&PLAIN[&format!("frameworks/{}.json", target.id())]);
        let records = records.as_array().expect("records").iter();
        let offered = records.filter(|it| it["kind"] == "snippet").count();
        let page = &PLAIN[&format!("frameworks/{}.html", target.id())];
        assert!(page.contains(&format!("for {offered} HTTP status codes")), "{}", target.id());
    }
}
