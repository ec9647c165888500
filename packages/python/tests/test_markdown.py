"""The extension of Python-Markdown, alone and in sites of MkDocs Material."""

import re
import subprocess
import sys

import pytest
from markdown import markdown

import statuscraft
from statuscraft import StatuscraftError
from statuscraft._fences import fences

EXTENSIONS = ["admonition", "pymdownx.superfences", "pymdownx.tabbed", "statuscraft"]
CONFIGS = {"pymdownx.tabbed": {"alternate_style": True}}

SITE = """\
site_name: Site
theme:
  name: material
  font: false
  features: [content.tabs.link]
markdown_extensions:
  - admonition
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - statuscraft
"""


def rendered(text, **options):
    return markdown(text, extensions=EXTENSIONS, extension_configs={**CONFIGS, "statuscraft": options})


def expanded(text):
    """What the text is with its examples written out."""
    return markdown(text, extensions=EXTENSIONS[:-1], extension_configs=CONFIGS)


def tabs(html):
    return re.findall(r'<label for="[^"]*">(.*?)</label>', html)


def test_a_block_becomes_tabs():
    html = rendered("before\n\n```statuscraft 404 flask,express --form handler\n```\n\nafter")
    assert tabs(html) == ["Python (Flask)", "Node.js (Express)"]
    text = statuscraft.snippet(404, ["flask", "express"], form="handler", format="mkdocs")
    assert html == expanded(f"before\n\n{text}\n\nafter")


def test_words_can_stand_inside():
    html = rendered("~~~~statuscraft\n404 flask\n--message \"it's gone\"\n--form response\n~~~~")
    assert "it&#39;s gone" in html or "it's gone" in html
    assert html == rendered("""```statuscraft 404 flask --form response --message "it's gone"\n```""")


def test_one_example_is_a_block_of_code():
    html = rendered("text\n```statuscraft 204 flask --form response\n```\ntext")
    assert tabs(html) == []
    assert "204" in html


def test_tabs_of_code_stay():
    assert "\tif " in re.sub("<[^>]*>", "", rendered("```statuscraft 404 go\n```")).replace("&quot;", '"')


def test_options_are_what_a_block_leaves_out():
    html = rendered("```statuscraft 404\n```", targets=["flask", "express"], form="handler")
    assert html == expanded(statuscraft.snippet(404, ["flask", "express"], form="handler", format="mkdocs"))
    assert rendered("```statuscraft 404 php\n```", targets=["flask"]) == rendered("```statuscraft 404 php\n```")


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n    {}\n    ```\n",
        "!!! note\n\n    {}\n    ```\n",
        '=== "tab"\n\n    - item\n\n        {}\n        ```\n',
        "> {}\n> ```\n",
    ],
)
def test_blocks_inside_of_others(text):
    html = rendered(text.format("```statuscraft 404 flask,express --form handler"))
    assert tabs(html)[-2:] == ["Python (Flask)", "Node.js (Express)"]
    assert "statuscraft" not in html
    container = text.split("{")[0].rsplit("\n", 1)[-1]
    lines = statuscraft.snippet(404, ["flask", "express"], form="handler", format="mkdocs").splitlines()
    whole = text.split("{")[0] + "\n".join([lines[0], *(container + line if line else container.rstrip() for line in lines[1:])])
    assert html == expanded(whole)


@pytest.mark.parametrize(
    "text",
    [
        "````markdown\n```statuscraft 404 flask\n```\n````",
        "text\n\n    ```statuscraft 404 flask\n    ```\n",
        "<!--\n```statuscraft 404 flask\n```\n-->",
        "```python\nstatuscraft 404 flask\n```",
        "``` python\n```\n\nstatuscraft",
        "the word ```statuscraft 404``` in a text",
        "```statuscrafts 404 flask\n```",
        "```statuscraft 404 flask\nwithout an end",
    ],
)
def test_other_text_is_left_alone(text):
    assert rendered(text) == expanded(text)


def test_fences():
    lines = "```a\n```\n- x\n\n    ~~~ b c\n    d\n    ~~~\n".split("\n")
    assert [(fence.first, fence.end, fence.prefix, fence.info, fence.content) for fence in fences(lines)] == [
        (0, 2, "", "a", []),
        (4, 7, "    ", "b c", ["d"]),
    ]


def test_an_error_names_the_line():
    with pytest.raises(StatuscraftError, match=r"^line 3: no target `flas`") as raised:
        rendered("text\n\n```statuscraft 404 flas\n```")
    assert (raised.value.kind, raised.value.hint) == ("UnknownTarget", "did you mean `flask`?")
    with pytest.raises(StatuscraftError, match="can't hold the format `json`"):
        rendered("```statuscraft 404 flask --format json\n```")
    with pytest.raises(StatuscraftError, match="pymdownx.tabbed"):
        markdown("```statuscraft 404 flask,go\n```", extensions=["fenced_code", "statuscraft"])


def build(folder, *words):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_a_site_of_material(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SITE)
    (tmp_path / "docs").mkdir()
    page = "# Page\n\n```statuscraft 404,410 flask express\n```\n\n```statuscraft 429 flask express\n```\n\n```statuscraft explain 404 flask\n```\n"
    (tmp_path / "docs" / "index.md").write_text(page)
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    assert tabs(html)[:2] == ["Python (Flask)", "Node.js (Express)"]
    assert tabs(html).count("Python (Flask)") == 3
    assert "get_book" in html
    assert "```" not in html


def test_an_error_in_a_site_names_the_document_and_the_line(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SITE)
    (tmp_path / "docs").mkdir()
    page = "---\ntitle: A page\n---\n\n# Page\n\n```statuscraft 404 flask\n```\n\n- list\n\n    ```statuscraft 404 flas\n    ```\n"
    (tmp_path / "docs" / "index.md").write_text(page)
    done = build(tmp_path)
    assert done.returncode == 1
    assert "docs/index.md:12: no target `flas`\nhint: did you mean `flask`?" in done.stderr
    assert "Traceback" not in done.stderr
