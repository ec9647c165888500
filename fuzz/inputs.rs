//! What the fuzz targets do with their bytes. The tests do the same with every file of the corpus.

use std::fs;

use statuscraft::batch;
use statuscraft::pages::{ComparisonPage, Explanation};
use statuscraft::regions::{Document, Kind, Printed, Reading};
use statuscraft::{Error, Form, Generator, Options};

/// A document; its first byte chooses the kind.
pub fn regions(data: &[u8]) {
    let Some((first, text)) = data.split_first() else { return };
    let kinds = ["markdown", "mdx", "html", "asciidoc", "rst", "%", "(* *)"].map(Kind::parse);
    if let Some(Ok(kind)) = kinds.get(usize::from(*first) % kinds.len()) {
        document(text, kind);
    }
}

/// A document in HTML.
pub fn html(data: &[u8]) {
    document(data, &Kind::Html);
}

/// What has been updated once is current, and has the same regions.
fn document(text: &[u8], kind: &Kind) {
    let print = |command: &str| Ok(Printed::new(&[], &format!("| {command}\n\n|   y\u{e9}\n")));
    let update = |text: &[u8]| {
        let Ok(Reading::Document(document)) = Document::read("doc", text, kind) else {
            return None;
        };
        let commands = document.regions().iter().map(|region| region.command.clone());
        let commands: Vec<String> = commands.collect();
        let text = document.plan(print).ok()?.text(true).ok()?;
        Some((commands, text))
    };
    let Some((commands, updated)) = update(text) else { return };
    let again = update(updated.as_bytes());
    if commands.is_empty() {
        return;
    }
    let (same, current) = again.expect("an updated document can be read");
    assert_eq!(same, commands);
    assert_eq!(current, updated);
}

/// The names of files that an overlay replaces.
const FILES: [&str; 10] = [
    "data/statuses/404.yaml",
    "data/comparisons/401-403.yaml",
    "data/languages/python.yaml",
    "data/bodies/json.yaml",
    "snippet-templates/flask/target.yaml",
    "snippet-templates/flask/api.j2",
    "snippet-templates/flask/body.j2",
    "snippet-templates/flask/program.j2",
    "snippet-templates/flask/recipes/lookup.j2",
    "snippet-templates/flask/content.j2",
];

/// A file of an overlay; the first byte chooses which.
pub fn overlays(data: &[u8]) {
    let Some((first, content)) = data.split_first() else { return };
    let Some(name) = FILES.get(usize::from(*first) % FILES.len()) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(&path, content).expect("a file");
    let generator =
        Generator::with_overlays([folder.path().to_owned()]).expect("the folder is there");
    let _ = Explanation::new(&generator, "404", &[]);
    let _ = ComparisonPage::new(&generator, "401", "403");
    for form in [Form::Program, Form::Handler, Form::Response] {
        let _ = snippet(&generator, form);
    }
}

fn snippet(generator: &Generator, form: Form) -> Result<(), Error> {
    let target = generator.target("flask")?;
    let status = generator.status("404")?;
    generator.snippet(status, &target, &Options { form, ..Options::default() })?;
    Ok(())
}

/// A stream of requests: each line gets a line.
pub fn batch(data: &[u8]) {
    let mut lines = 0;
    let sink = |text: &[u8]| {
        lines += text.iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok::<_, Error>(())
    };
    let tally = batch::answer(&Generator::new(), data, sink);
    if let Ok(tally) = tally {
        assert_eq!(tally.requests, lines);
    }
}
