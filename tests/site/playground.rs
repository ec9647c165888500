use std::fs;
use std::path::Path;

use statuscraft::generated::Summary;
use statuscraft::site::{self, Settings};
use statuscraft::{ErrorKind, Generator, Result};
use tempfile::TempDir;

use super::{PLAIN, made};
use crate::support::{Docs, Overlay};

/// The smallest module that there is.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";
const SCRIPT: &str = "window.statuscraftModule = \"AGFzbQEAAAA=\";\n";
const CHANGE: &str = "data-change=\"404\"><button type=\"button\" hidden>Change this example";

fn package(manifest: &str, module: &[u8]) -> Docs {
    Docs::new().file("package.json", manifest).file("statuscraft.wasm", module)
}

fn right() -> Docs {
    let version = env!("CARGO_PKG_VERSION");
    package(&format!(r#"{{"name": "statuscraft", "version": "{version}"}}"#), MODULE)
}

fn settings(package: &Docs) -> Settings {
    let playground = Some(package.folder().to_owned());
    Settings { targets: vec!["go".into()], playground, ..Settings::default() }
}

fn write(generator: &Generator, package: &Docs, out: &Path) -> Result<Summary> {
    site::write(generator, &settings(package), out, false)
}

#[test]
fn the_module_is_beside_the_pages_and_belongs_to_the_site() {
    let (out, package) = (TempDir::new().expect("a folder"), right());
    write(&Generator::new(), &package, out.path()).expect("a site");
    let read = |name: &str| fs::read(out.path().join(name)).expect(name);
    let text = |name: &str| String::from_utf8(read(name)).expect("text");
    assert_eq!(read("static/statuscraft.wasm"), MODULE);
    assert_eq!(text("static/statuscraft.wasm.js"), SCRIPT);
    assert!(text("static/playground.js").contains("window.statuscraftPlayground"));
    let page = text("codes/404.html");
    assert!(page.contains(CHANGE));
    assert!(page.contains("; script-src 'self' 'sha256-"));
    assert!(page.contains(" 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'"));
    for other in ["index.html", "codes/306.html", "frameworks/go.html"] {
        assert!(!text(other).contains("data-change"), "{other}");
        assert!(!text(other).contains("wasm-unsafe-eval"), "{other}");
    }
    let manifest = text("statuscraft.lock.json");
    for name in ["statuscraft.wasm", "statuscraft.wasm.js", "playground.js", "playground.css"] {
        assert!(manifest.contains(&format!("\"static/{name}\"")), "{name}");
    }

    // Another module changes two files, and a site without one has none of them.
    let again = write(&Generator::new(), &package, out.path()).expect("the same site");
    assert_eq!((again.written, again.removed), (0, 0));
    package.write("statuscraft.wasm", [MODULE, &[0, 1, 0]].concat());
    let changed = write(&Generator::new(), &package, out.path()).expect("a changed site");
    assert_eq!((changed.written, changed.removed), (2, 0));
    let none = Settings { playground: None, ..settings(&package) };
    let removed = site::write(&Generator::new(), &none, out.path(), false).expect("a site");
    assert_eq!(removed.removed, 4);
}

#[test]
fn without_a_package_there_is_no_trace_of_it() {
    for (path, text) in PLAIN.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!text.contains("data-change"), "{path}");
        assert!(!text.contains("wasm"), "{path}");
    }
    assert!(PLAIN.keys().all(|path| !path.contains("playground") && !path.contains("wasm")));
}

#[test]
fn a_page_grows_by_less_than_300_bytes() {
    let usual = made(&Settings { playground: None, ..settings(&right()) });
    let (out, package) = (TempDir::new().expect("a folder"), right());
    write(&Generator::new(), &package, out.path()).expect("a site");
    for (path, before) in usual.iter().filter(|(path, _)| path.ends_with(".html")) {
        let after = fs::read(out.path().join(path)).expect("a page").len();
        assert!(after < before.len() + 300, "{path}: {after} instead of {}", before.len());
    }
}

#[test]
fn the_shape_of_the_sites_errors_is_what_readers_start_from() {
    let out = TempDir::new().expect("a folder");
    let settings = Settings { body: Some("problem".into()), ..settings(&right()) };
    // The folder of the package is gone by now.
    let error = site::write(&Generator::new(), &settings, out.path(), false);
    assert_eq!(error.expect_err("no package").kind(), ErrorKind::Read);
    let package = right();
    let settings = Settings { playground: Some(package.folder().to_owned()), ..settings };
    site::write(&Generator::new(), &settings, out.path(), false).expect("a site");
    let page = fs::read_to_string(out.path().join("codes/404.html")).expect("a page");
    assert!(page.contains("data-change=\"404\" data-body=\"problem\">"));
}

#[test]
fn another_package_is_refused() {
    let version = env!("CARGO_PKG_VERSION");
    let own = format!(r#"{{"name": "statuscraft", "version": "{version}"}}"#);
    for (package, kind, told) in [
        (Docs::new(), ErrorKind::Read, "package.json: can't be read"),
        (
            Docs::new().file("package.json", &own),
            ErrorKind::Read,
            "statuscraft.wasm: can't be read",
        ),
        (package("{", MODULE), ErrorKind::Data, "package.json: is not the `package.json`"),
        (
            package(r#"{"name": "other", "version": "1.0.0"}"#, MODULE),
            ErrorKind::Data,
            "package.json: is not the `package.json` of `statuscraft`",
        ),
        (
            package(r#"{"name": "statuscraft", "version": "0.0.1"}"#, MODULE),
            ErrorKind::Data,
            "package.json: the npm package has version 0.0.1, expected ",
        ),
        (
            package(&own, b"version https"),
            ErrorKind::Data,
            "statuscraft.wasm: is not a WebAssembly",
        ),
    ] {
        let out = TempDir::new().expect("a folder");
        let error = write(&Generator::new(), &package, out.path()).expect_err(told);
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(told), "{error}");
        assert!(error.hint().is_some(), "{error}");
        assert!(fs::read_dir(out.path()).expect("a folder").next().is_none(), "{told}");
    }
}

#[test]
fn only_an_overlay_of_pages_goes_with_it() {
    let out = TempDir::new().expect("a folder");
    let pages = Overlay::new().file("page-templates/robots.txt", "User-agent: *\n");
    write(&pages.generator(), &right(), out.path()).expect("a site");
    let examples = Overlay::new().file("snippet-templates/go/head.j2", "");
    let error = write(&examples.generator(), &right(), out.path()).expect_err("other examples");
    assert_eq!(error.kind(), ErrorKind::Option);
    assert!(error.to_string().starts_with("`--playground` can't be combined"), "{error}");
}
