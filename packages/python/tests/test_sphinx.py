"""The extension of Sphinx, in reStructuredText and in MyST."""

import re
import subprocess
import sys

import pytest

CONFIGURATION = 'project = "Site"\nextensions = ["myst_parser", "statuscraft.sphinx"]\nhtml_theme = "alabaster"\nmyst_enable_extensions = ["colon_fence"]\n'
RST = """\
Page
====

.. statuscraft:: 404,410 flask express

.. statuscraft:: 429
   flask express
   --message "slow down"

- A list

  .. statuscraft::

     204 flask
"""
MYST = """\
# Page

```{statuscraft} 404,410 flask express
```

````{note}
```{statuscraft} 429 flask express --message "slow down"
```
````

:::{statuscraft}
204 flask
:::
"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "conf.py").write_text(CONFIGURATION)
    return tmp_path


def build(folder, *words):
    command = [sys.executable, "-m", "sphinx", "-b", "html", *words, ".", "_build"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def read(folder, name="index"):
    return (folder / "_build" / f"{name}.html").read_text()


def tabs(html):
    return re.findall(r'<label[^>]*class="sd-tab-label"[^>]*data-sync-id="([^"]*)"', html)


@pytest.mark.parametrize(("name", "text"), [("index.rst", RST), ("index.md", MYST)])
def test_a_directive_becomes_tabs(site, name, text):
    (site / name).write_text(text)
    done = build(site, "-W")
    assert done.returncode == 0, done.stderr
    html = read(site)
    assert tabs(html) == ["flask", "express"] * 3
    assert len(re.findall('data-sync-group="statuscraft"', html)) == 6
    assert "slow down" in html
    assert "get_book" in html
    assert "system-message" not in html


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.rst", "Page\n====\n\n.. statuscraft:: explain 404 flask --heading 2\n"),
        ("index.md", "# Page\n\n```{statuscraft} explain 404 flask --heading 2\n```\n"),
    ],
)
def test_an_article(site, name, text):
    (site / name).write_text(text)
    done = build(site, "-W")
    assert done.returncode == 0, done.stderr
    assert re.search("<h2>404", read(site))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("index.rst", "Page\n====\n\n- item\n\n  .. statuscraft:: 404 flas\n", 6),
        ("index.md", "---\ntitle: A page\n---\n# Page\n\n- item\n\n  ```{statuscraft} 404 flas\n  ```\n", 8),
    ],
)
def test_an_error_names_the_document_and_the_line(site, name, text, line):
    (site / name).write_text(text)
    done = build(site, "-W", "--keep-going")
    assert done.returncode == 1
    assert re.search(rf"{name}:{line}: .*no target `flas`\nhint: did you mean `flask`\?", done.stderr), done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.rst", "Page\n====\n\nIt is :statuscraft:`204 flask` there.\n\nNo :statuscraft:`404 flas`.\n"),
        ("index.md", "# Page\n\nIt is {statuscraft}`204 flask` there.\n\n\nNo {statuscraft}`404 flas`.\n"),
    ],
)
def test_a_role_is_the_statement_that_answers(site, name, text):
    (site / name).write_text(text)
    done = build(site)
    assert re.search(rf"{name}:[67]: ERROR: no target `flas`\nhint: did you mean `flask`\?", done.stderr), done.stderr
    found = re.search("It is <code[^>]*>(.*?)</code> there", read(site))
    assert found
    assert re.sub("<[^>]*>", "", found[1]) == 'return "", 204'
    assert "<span" in found[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("404 flask,go", "a text can only have one example"),
        ("404 flask --form program", "a text can only have one line of code"),
        ("explain 404", "a text can only have one example"),
    ],
)
def test_what_a_role_can_not_be(site, words, message):
    (site / "index.rst").write_text(f"Page\n====\n\n:statuscraft:`{words}`\n")
    assert message in build(site).stderr


def test_settings_are_what_a_directive_leaves_out(site):
    (site / "conf.py").write_text(CONFIGURATION + 'statuscraft_targets = ["flask", "go"]\nstatuscraft_form = "handler"\n')
    (site / "index.rst").write_text("Page\n====\n\n.. statuscraft:: 404\n")
    done = build(site, "-W")
    assert done.returncode == 0, done.stderr
    html = read(site)
    assert tabs(html) == ["flask", "go"]
    assert "__main__" not in html


def test_other_formats_are_refused(site):
    (site / "index.rst").write_text("Page\n====\n\n.. statuscraft:: 404 flask --format json\n")
    assert "the document can't hold the format `json`" in build(site).stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_page_is_read_again_when_its_example_changes(site, jobs):
    (site / "conf.py").write_text(CONFIGURATION + 'statuscraft_overlays = ["house"]\n')
    recipes = site / "house" / "snippet-templates" / "flask" / "recipes"
    recipes.mkdir(parents=True)
    template = '{% extends "program.j2" %}\n{% block handler %}\n# TEXT\n{% endblock %}\n'
    (recipes / "lookup.j2").write_text(template.replace("TEXT", "first"))
    others = [f"other{number}" for number in range(6)]
    toctree = "\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in others)
    (site / "index.rst").write_text("Page\n====\n\n.. statuscraft:: 404 flask --form handler" + toctree)
    for name in others:
        (site / f"{name}.rst").write_text("Other\n=====\n\n.. statuscraft:: 410 flask\n")

    done = build(site, "-W", "-j", jobs)
    assert done.returncode == 0, done.stderr
    assert "first" in read(site)
    assert "0 added, 0 changed, 0 removed" in build(site, "-j", jobs).stdout

    (recipes / "lookup.j2").write_text(template.replace("TEXT", "second"))
    done = build(site, "-W", "-j", jobs)
    assert "0 added, 1 changed, 0 removed" in done.stdout, done.stdout
    assert "second" in read(site)


# Pygments reads neither `{` in a text of nginx nor a template of XML to its end.
@pytest.mark.parametrize("words", ["429 nginx", "423 flask", '404 nginx --message "{}}"'])
def test_a_lexer_that_gives_up_ends_no_build(site, words):
    (site / "index.rst").write_text(f"Page\n====\n\n.. statuscraft:: {words}\n")
    built = build(site, "-W")
    assert built.returncode == 0, built.stderr
