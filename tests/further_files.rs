//! Programs of several files: what stands in the further ones, and which form shows them.

use statuscraft::{Form, Generator, Options};

use crate::support::Overlay;

const TARGET: &str = "title: Demo
language: python
version: '1'
documentation: https://demo.example/
file: app.py
port: 8000
install: none
run: python app.py
files:
  - {path: page.html, block: page, language: html}
  - {path: notes.txt, block: notes, language: text}
  - {path: settings.py, block: settings, setup: true}
";

const PROGRAM: &str = "{% block handler %}
{% block response %}
print({{ message }})
{% endblock %}
{% endblock %}
{% block page %}
<p>{{ message }}</p>
{% endblock %}
{% block notes %}
{{ message -}}
{% endblock %}
{% block settings %}
NAME = {{ message }}
{% endblock %}
";

fn files(form: Form) -> Vec<(String, String)> {
    let overlay = Overlay::new()
        .file("snippet-templates/demo/target.yaml", TARGET)
        .file("snippet-templates/demo/codes/410.j2", PROGRAM);
    let generator = Generator::with_overlays([overlay.path().to_owned()]).expect("a folder");
    let options = Options { form, message: Some("  a <b> \"c\"".into()), ..Options::default() };
    let status = generator.status("410").expect("a status");
    let target = generator.target("demo").expect("a target");
    let snippet = generator.snippet(status, &target, &options).expect("a snippet");
    snippet.files.into_iter().map(|file| (file.path, file.text)).collect()
}

/// The names of the files for the path of a book.
fn names(target: &str, path: &str) -> Result<Vec<String>, statuscraft::Error> {
    let overlay = Overlay::new()
        .file("snippet-templates/demo/target.yaml", target)
        .file("snippet-templates/demo/codes/404.j2", PROGRAM);
    let generator = Generator::with_overlays([overlay.path().to_owned()]).expect("a folder");
    let options = Options { path: Some(path.into()), ..Options::default() };
    let target = generator.target("demo").expect("a target");
    let snippet = generator.snippet(generator.status("404")?, &target, &options)?;
    assert_eq!(snippet.run, format!("run {}", snippet.file));
    Ok([snippet.file].into_iter().chain(snippet.files.into_iter().map(|file| file.path)).collect())
}

const IN_FOLDERS: &str = "title: Demo
language: python
version: '1'
documentation: https://demo.example/
file: app{folder}/route.py
port: 8000
install: none
run: run {file}
route: {variables: {integer: ':{name}'}}
folder: {variables: {integer: '[{name}]'}, escape_start: {_: '%5F'}, refuse: {'@': '`@` begins a slot'}}
files:
  - {path: 'app{folder}/page.html', block: page, language: html}
";

#[test]
fn the_names_of_files_follow_the_path() {
    let names = |path| names(IN_FOLDERS, path);
    let found = names("/my_books/_new/{id}").expect("names");
    assert_eq!(found, ["app/my_books/%5Fnew/[id]/route.py", "app/my_books/%5Fnew/[id]/page.html"]);
    let error = names("/@books/{id}").expect_err("a character that folders can't have");
    assert_eq!(
        error.to_string(),
        "the path `/@books/{id}` can't be used with Demo: `@` begins a slot"
    );
}

#[test]
fn a_name_that_follows_the_path_needs_to_know_how() {
    let target = IN_FOLDERS.lines().filter(|line| !line.starts_with("folder:"));
    let target = target.collect::<Vec<_>>().join("\n");
    let error = names(&target, "/books/{id}").expect_err("no `folder`");
    assert!(error.to_string().contains("there is no field `folder`"), "{error}");
}

#[test]
fn a_text_holds_the_message_as_it_is_and_markup_escapes_it() {
    let files = files(Form::Program);
    assert_eq!(files[0], ("page.html".into(), "<p>  a &lt;b&gt; &quot;c&quot;</p>\n".into()));
    assert_eq!(files[1], ("notes.txt".into(), "  a <b> \"c\"".into()));
    assert_eq!(files[2], ("settings.py".into(), "NAME = '  a <b> \"c\"'\n".into()));
}

#[test]
fn a_handler_is_shown_without_set_up_and_a_response_without_files() {
    let names = |form| files(form).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(names(Form::Handler), ["page.html", "notes.txt"]);
    assert!(names(Form::Response).is_empty());
}
