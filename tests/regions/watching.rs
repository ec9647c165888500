//! `update --watch`.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::Docs;

/// A process that ends with the test.
struct Watcher(Child);

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn watch(docs: &Docs) -> Watcher {
    let child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(["update", "--watch", "docs", "--overlay", "style"])
        .current_dir(docs.folder())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Watcher(child.expect("the program starts"))
}

/// Waits until the document holds this text.
fn wait_for(docs: &Docs, text: &str) {
    let start = Instant::now();
    while !docs.read("docs/a.md").contains(text) {
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "no `{text}`: {}",
            docs.read("docs/a.md")
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn documents_follow_their_own_changes_and_those_of_overlays_and_configuration() {
    let template = "style/snippet-templates/flask/codes/404.j2";
    let docs = Docs::new()
        .file(template, "{% block handler %}\nfirst()\n{% endblock %}\n")
        .file("statuscraft.yaml", "form: handler\n")
        .file("docs/a.md", "<!-- statuscraft 404 flask -->\n<!-- /statuscraft -->\n");
    let _watcher = watch(&docs);
    wait_for(&docs, "\nfirst()\n");
    docs.write(template, "{% block handler %}\nsecond()\n{% endblock %}\n");
    wait_for(&docs, "\nsecond()\n");
    let text = docs.read("docs/a.md").replace("404 flask", "410 flask");
    docs.write("docs/a.md", text);
    wait_for(&docs, "def summer_sale()");
    docs.write("statuscraft.yaml", "form: handler\nformat: text\n");
    wait_for(&docs, "-->\n@app.get(");
}
