//! Files: which are read, which are written, and how.

use std::fs;

use crate::support::Docs;

const REGION: &str = "<!-- statuscraft 404 flask --form handler -->\n<!-- /statuscraft -->\n";

#[test]
fn folders_are_walked_and_what_git_ignores_is_not() {
    let docs = Docs::new()
        .file(".git/HEAD", "")
        .file(".gitignore", "out/\n")
        .file("b.md", REGION)
        .file("a/z.markdown", REGION)
        .file("a.html", REGION)
        .file("out/c.md", REGION)
        .file(".github/f.md", REGION)
        .file(".git/g.md", REGION)
        .file("e.txt", REGION);
    let outcome = docs.run(["update", "."]);
    assert_eq!(
        outcome.to_string(),
        ".github/f.md: 1 region updated\na/z.markdown: 1 region updated\na.html: 1 region updated\nb.md: 1 region updated\n"
    );
    for untouched in ["out/c.md", ".git/g.md", "e.txt"] {
        assert_eq!(docs.read(untouched), REGION);
    }
    assert_eq!(docs.run(["update", ".", "out/c.md"]).to_string(), "out/c.md: 1 region updated\n");
}

#[test]
fn hidden_folders_count_where_git_says_what_does_not() {
    let docs = Docs::new().file(".hidden/a.md", REGION).file("b.md", REGION);
    assert_eq!(docs.run(["update", "."]).to_string(), "b.md: 1 region updated\n");
    assert_eq!(docs.run(["update", ".hidden"]).to_string(), ".hidden/a.md: 1 region updated\n");
}

#[test]
fn threads_that_can_not_be_started_are_done_without() {
    let docs = Docs::new().file("a.md", REGION).file("b.md", REGION);
    let stack = [("RUST_MIN_STACK", "100000000000000")];
    let outcome = docs.run_with(["update", "."], "", &stack);
    assert_eq!(outcome.to_string(), "a.md: 1 region updated\nb.md: 1 region updated\n");
    let requests =
        "{\"code\": 410, \"target\": \"flask\"}\n{\"code\": 404, \"target\": \"flask\"}\n";
    let outcome = docs.run_with(["batch"], requests, &stack);
    assert_eq!(outcome.stdout, docs.run_with(["batch"], requests, &[]).stdout);
    let outcome =
        docs.run_with(["export", "--code", "404", "--target", "flask", "--out", "x"], "", &stack);
    assert_eq!(outcome.status, 0, "{outcome}");
    #[cfg(unix)]
    {
        // Its servers and relays are threads, so it can't do without them, and says so.
        let outcome = docs.run_with(["verify", "404", "--target", "flask", "--fresh"], "", &stack);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{outcome}");
        assert!(outcome.stderr.starts_with("error: ") && outcome.stderr.lines().count() == 1);
    }
}

#[test]
fn a_file_that_several_paths_lead_to_is_updated_once() {
    let docs = Docs::new().file("docs/a.md", REGION);
    let outcome = docs.run(["update", "docs", "docs/a.md", "./docs/../docs"]);
    assert_eq!(outcome.stdout.matches("1 region updated").count(), 1, "{outcome}");
    assert_eq!(outcome.status, 0, "{outcome}");
}

#[test]
fn other_files_need_a_marker() {
    let docs = Docs::new()
        .file("a.tex", "% statuscraft 404 flask --form handler\n% /statuscraft\n")
        .file("b.md", "{/* statuscraft 404 flask --form handler */}\n{/* /statuscraft */}\n");
    let refused = docs.run(["update", "a.tex"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.starts_with("error: a.tex: the comment syntax"), "{refused}");
    let outcome = docs.run(["update", "--marker", "tex=%", "--marker", "md=mdx", "."]);
    assert_eq!(outcome.to_string(), "a.tex: 1 region updated\nb.md: 1 region updated\n");
    assert!(docs.read("a.tex").contains("\n@app.get("));
    assert!(docs.read("b.md").contains("\n```python\n"));
    let outcome = docs.run(["check", "--marker", "%", "a.tex"]);
    assert_eq!(outcome.status, 0, "{outcome}");
}

#[test]
fn documents_of_other_generators_have_a_kind() {
    let html = "<!-- statuscraft 404 flask go -->\n<!-- /statuscraft -->\n";
    let docs = Docs::new()
        .file("a.qmd", html)
        .file("b.Rmd", html)
        .file("c.svx", html)
        .file("d.astro", format!("---\nconst a = 1;\n---\n<div>\n  {html}</div>\n"))
        .file("e.ipynb", "{\"cells\": []}\n");
    let outcome = docs.run(["update", "."]);
    let updated =
        ["a.qmd", "b.Rmd", "c.svx", "d.astro"].map(|it| format!("{it}: 1 region updated\n"));
    assert_eq!(outcome.to_string(), updated.concat());
    for name in ["a.qmd", "b.Rmd", "c.svx"] {
        assert!(docs.read(name).contains("\n```python\n"), "{}", docs.read(name));
    }
    // In a component of Astro a brace would begin an expression.
    let astro = docs.read("d.astro");
    let markup = astro.split_once("-->\n").expect("the marker").1;
    assert!(
        markup.contains("<pre") && markup.contains("&#123;") && !markup.contains('{'),
        "{astro}"
    );
    assert_eq!(docs.run(["check", "."]).status, 0);
    let refused = docs.run(["update", "e.ipynb"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("e.ipynb: a notebook is JSON")
            && refused.stderr.contains("Jupytext")
    );
}

#[test]
fn what_is_not_utf_8_is_refused_only_if_it_has_a_marker() {
    let utf16: Vec<u8> =
        "\u{feff}<!-- statuscraft 404 -->".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let docs = Docs::new()
        .file("latin.md", b"caf\xe9\n")
        .file("marked.md", b"\ncaf\xe9 <!-- statuscraft 404 -->\n")
        .file("wide.md", utf16);
    let outcome = docs.run(["check", "latin.md"]);
    assert_eq!(
        outcome.to_string(),
        "--- standard error\nnote: latin.md: the document is not UTF-8 and was skipped\n"
    );
    let outcome = docs.run(["update", "."]);
    assert_eq!(outcome.status, 2);
    for told in ["error: marked.md:2:4: `statuscraft` occurs", "error: wide.md:1:1: `statuscraft`"]
    {
        assert!(outcome.stderr.contains(told), "{outcome}");
    }
}

#[test]
fn one_bad_document_does_not_keep_others_from_being_updated() {
    let bad = format!("{REGION}\n<!-- statuscraft 404 -->\n");
    let docs = Docs::new().file("bad.md", &bad).file("good.md", REGION);
    let outcome = docs.run(["update", "."]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (2, "good.md: 1 region updated\n"));
    assert!(outcome.stderr.contains("error: bad.md:4:1: the region is never closed"), "{outcome}");
    assert_eq!(docs.read("bad.md"), bad);
}

#[test]
fn a_missing_path_is_an_error() {
    let outcome = Docs::new().run(["check", "nowhere"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.starts_with("error: nowhere: can't be read: "), "{outcome}");
}

#[test]
fn a_current_document_is_not_written() {
    let docs = Docs::new().file("a.md", REGION).file("plain.md", "nothing\r\n");
    assert_eq!(docs.run(["update", "."]).status, 0);
    let stamp = |name| fs::metadata(docs.path(name)).and_then(|it| it.modified()).expect("a time");
    let before = (stamp("a.md"), stamp("plain.md"));
    assert_eq!(docs.run(["update", "."]).to_string(), "");
    assert_eq!(docs.run(["check", "."]).to_string(), "");
    assert_eq!((stamp("a.md"), stamp("plain.md")), before);
    assert_eq!(fs::read_dir(docs.folder()).expect("a folder").count(), 2, "nothing else is left");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let docs = Docs::new().file("real/a.md", REGION).file("locked.md", REGION);
    fs::create_dir(docs.path("links")).expect("a folder");
    symlink("../real/a.md", docs.path("links/a.md")).expect("a link");
    let mode = |name: &str, mode| {
        fs::set_permissions(docs.path(name), fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode("real/a.md", 0o751);
    mode("locked.md", 0o444);
    // A link found on the way leads to a document outside the given paths.
    let outcome = docs.run(["update", "links"]);
    assert!(
        outcome.stderr.starts_with("warning: no document with a region in `links`"),
        "{outcome}"
    );
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 0));
    assert_eq!(docs.run(["update", "links/a.md"]).to_string(), "links/a.md: 1 region updated\n");
    assert!(fs::symlink_metadata(docs.path("links/a.md")).expect("a link").is_symlink());
    let updated = fs::metadata(docs.path("real/a.md")).expect("a file");
    assert_eq!(updated.mode() & 0o7777, 0o751);
    assert!(docs.read("real/a.md").contains("```python"));
    let outcome = docs.run(["update", "locked.md"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("error: locked.md: the file is read-only"), "{outcome}");
    assert_eq!(docs.read("locked.md"), REGION);
}

#[cfg(unix)]
#[test]
fn a_file_with_several_names_is_not_split() {
    let docs = Docs::new().file("a.md", REGION).file("b.md", REGION);
    fs::hard_link(docs.path("a.md"), docs.path("other name.txt")).expect("a hard link");
    let outcome = docs.run(["update", "."]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (2, "b.md: 1 region updated\n"));
    let told = "error: a.md: the file has several names (hard links)";
    assert!(outcome.stderr.starts_with(told) && outcome.stderr.contains("`cp -p a.md a.md.new"));
    assert_eq!(
        (docs.read("a.md").as_str(), docs.read("other name.txt").as_str()),
        (REGION, REGION)
    );
    // What is current needs no replacement.
    assert_eq!(docs.run(["check", "b.md"]).status, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn attributes_and_access_lists_stay() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    use std::os::unix::fs::PermissionsExt;

    let list = |entries: &[(u16, u16, u32)]| {
        let mut bytes = 2u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            bytes.extend([tag.to_le_bytes(), rights.to_le_bytes()].concat());
            bytes.extend(id.to_le_bytes());
        }
        bytes
    };
    let nobody = u32::MAX;
    // Its owner, the user 4321, its group, the mask, and others.
    let access =
        list(&[(1, 6, nobody), (2, 4, 4321), (4, 4, nobody), (16, 4, nobody), (32, 0, nobody)]);
    let docs = Docs::new().file("a.md", REGION).file("b.md", REGION).file("shared/c.md", REGION);
    let set = |name: &str, attribute: &str, value: &[u8]| {
        setxattr(docs.path(name), attribute, value, XattrFlags::empty()).expect(attribute);
    };
    let get = |name: &str, attribute: &str| -> Option<Vec<u8>> {
        let mut value = vec![0; 4096];
        let length = getxattr(docs.path(name), attribute, value.as_mut_slice()).ok()?;
        value.truncate(length);
        Some(value)
    };
    set("a.md", "user.note", b"kept \0 as it is");
    set("a.md", "user.empty", b"");
    set("a.md", "system.posix_acl_access", &access);
    // Each new file in this folder has a list; the document has none.
    set("shared", "system.posix_acl_default", &access);
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert_eq!(get("a.md", "user.note").as_deref(), Some(b"kept \0 as it is".as_slice()));
    assert_eq!(get("a.md", "user.empty").as_deref(), Some(b"".as_slice()));
    assert_eq!(get("a.md", "system.posix_acl_access"), Some(access));
    assert_eq!(get("shared/c.md", "system.posix_acl_access"), None);
    let mode = |name: &str| fs::metadata(docs.path(name)).expect("a file").permissions().mode();
    assert_eq!(mode("shared/c.md"), mode("b.md"));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let docs = Docs::new();
    let outcome = docs.run_with(["update", "-"], REGION, &[]);
    assert!(outcome.status == 0 && outcome.stdout.contains("\n```python\n"), "{outcome}");
    let current = outcome.stdout;
    assert_eq!(docs.run_with(["update", "-"], &current, &[]).stdout, current);
    assert_eq!(docs.run_with(["check", "-"], &current, &[]).to_string(), "");
    let mdx = "{/* statuscraft 404 flask --form handler */}\n{/* /statuscraft */}\n";
    let outcome = docs.run_with(["update", "--stdin-filename", "docs/x.mdx", "-"], mdx, &[]);
    assert!(outcome.status == 0 && outcome.stdout.contains("\n```python\n"), "{outcome}");
    let outcome = docs.run_with(["update", "-"], "<!-- statuscraft 404 -->\n", &[]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
    assert!(
        outcome.stderr.starts_with("error: standard input:1:1: the region is never"),
        "{outcome}"
    );
    assert_eq!(docs.run(["update", "-", "a.md"]).status, 2);
}

#[test]
fn standard_input_that_was_edited_by_hand_passes_through() {
    let docs = Docs::new();
    let edited =
        docs.run_with(["update", "-"], REGION, &[]).stdout.replace("abort(404", "abort(403");
    let outcome = docs.run_with(["update", "-"], &edited, &[]);
    assert_eq!((outcome.status, &outcome.stdout), (1, &edited));
    assert!(outcome.stderr.contains("was edited by hand"), "{outcome}");
    let outcome = docs.run_with(["update", "--force", "-"], &edited, &[]);
    assert!(outcome.status == 0 && outcome.stdout != edited, "{outcome}");
}
