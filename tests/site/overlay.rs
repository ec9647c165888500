use serde_json::Value;
use statuscraft::site::{self, Settings};
use statuscraft::{ErrorKind, Result};
use tempfile::TempDir;

use super::{Site, files};
use crate::support::Overlay;

fn made(overlay: &Overlay) -> Result<Site> {
    let folder = TempDir::new().expect("a folder");
    let settings = Settings { targets: vec!["go".into()], ..Settings::default() };
    site::write(&overlay.generator(), &settings, folder.path(), false)?;
    Ok(files(folder.path()))
}

#[test]
fn a_template_of_an_overlay_replaces_the_built_in_one() {
    let missing = "{% extends \"base.html\" %}{% block content %}<p>Nothing at {{ site.title }}{% endblock %}\n";
    let overlay = Overlay::new()
        .file("page-templates/missing.html", missing)
        .file("page-templates/static/logo.svg", "<svg/>");
    let site = made(&overlay).expect("a site");
    assert!(site["404.html"].contains("<p>Nothing at HTTP status codes"));
    assert_eq!(site["static/logo.svg"], "<svg/>");
    assert!(site["static/style.css"].contains("color-scheme"));
}

#[test]
fn values_in_templates_are_escaped() {
    let missing = "{{ '<script>alert(1)</script> \"quoted\" a/b' }}{{ '`<b>`'|prose }}";
    let site = made(&Overlay::new().file("page-templates/missing.html", missing)).expect("a site");
    let text = "&lt;script&gt;alert(1)&lt;/script&gt; &#34;quoted&#34; a/b<code>&lt;b&gt;</code>";
    assert_eq!(site["404.html"], text);
}

#[test]
fn errors_in_templates_are_reported_with_their_position() {
    for (template, told) in [
        (
            "{{ page.title }}\n{{ page.nothing }}",
            "page-templates/missing.html:2:4: undefined value",
        ),
        ("\n{% if %}", "page-templates/missing.html:2"),
        ("{% extends 'none.html' %}", "none.html"),
    ] {
        let overlay = Overlay::new().file("page-templates/missing.html", template);
        let error = made(&overlay).expect_err("a fault");
        assert_eq!(error.kind(), ErrorKind::Template);
        let text = overlay.anonymous(&error.to_string());
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn a_broken_link_is_an_error_and_nothing_is_written() {
    for link in [
        "<a href=\"codes/999.html\">",
        "<img src=\"nothing.png\">",
        "<p id=\"a\"><a href=\"#b\">",
        "<a href=\"codes/404.html#b\">",
    ] {
        let overlay = Overlay::new().file("page-templates/missing.html", link);
        let folder = TempDir::new().expect("a folder");
        let error = site::write(&overlay.generator(), &Settings::default(), folder.path(), false)
            .expect_err("a broken link");
        assert_eq!(error.kind(), ErrorKind::Data);
        assert!(error.to_string().starts_with("the page `404.html` links to `"), "{error}");
        assert!(files(folder.path()).is_empty());
    }
}

#[test]
fn an_unofficial_code_is_labelled() {
    let status = "code: 599\nphrase: Network Timeout\nregistration: unofficial\nfault: server\nno_snippet: Proxies make it up.\n\
                  used_by:\n  - {name: A Proxy, phrase: Network Timeout, meaning: It waited in vain.}\n\
                  summary: A proxy has waited in vain.\n";
    let site = made(&Overlay::new().file("data/unofficial/599.yaml", status)).expect("a site");
    let page = &site["codes/599.html"];
    assert!(
        page.contains("Unofficial: no specification defines this code. Used by A Proxy."),
        "{page}"
    );
    assert!(page.contains("No specification defines 599"));
    assert!(!site["codes/404.html"].contains("byte by byte.</p>"), "nobody has run an overlay");
    let lists: Vec<_> = site["index.html"].split("<ul ").collect();
    let list = lists.iter().find(|it| it.contains("codes/599.html")).expect("a list");
    assert!(list.starts_with("class=\"codes unofficial\""), "{list}");
}

/// The numbers in the row of a framework on the page about conformance.
fn offered(site: &Site) -> Vec<usize> {
    let (_, row) = site["conformance.html"].split_once("frameworks/go.html").expect("a row");
    let (row, _) = row.split_once("</tr>").expect("its end");
    row.split("<td>").skip(1).map(|cell| cell.split('<').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn counts_are_of_what_the_site_has() {
    let usual = made(&Overlay::new()).expect("a site");
    let pages = |site: &Site, unofficial: bool| {
        let records: Value = serde_json::from_str(&site["frameworks/go.json"]).expect("JSON");
        let snippet = |it: &&Value| it["kind"] == "snippet";
        let kind = |it: &&Value| (it["registration"] == "unofficial") == unofficial;
        records.as_array().expect("records").iter().filter(snippet).filter(kind).count()
    };
    let (registered, unofficial) = (pages(&usual, false), pages(&usual, true));
    assert!(registered > 50 && unofficial > 3);
    assert_eq!(offered(&usual), [registered, unofficial, registered + unofficial]);
    let told = format!(
        "{} HTTP status codes, {registered} registered and {unofficial} unofficial",
        registered + unofficial
    );
    assert!(usual["frameworks/go.html"].contains(&told), "{told}");
    assert!(!usual["conformance.html"].contains("An overlay changes"));

    let status = "code: 599\nphrase: Network Timeout\nregistration: unofficial\nfault: server\nused_by:\n  - {name: A Proxy, phrase: Network Timeout, meaning: It waited in vain.}\ncontent: allowed\nrecipe: constant\nexchange: {request: {}, response: {message: json}}\nsummary: A proxy has waited in vain.\n";
    let more = made(&Overlay::new().file("data/unofficial/599.yaml", status)).expect("a site");
    assert_eq!(offered(&more), [registered, unofficial + 1, registered + unofficial + 1]);
    assert!(more["conformance.html"].contains("An overlay changes"));
}
