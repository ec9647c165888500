import http
import inspect
import json
import multiprocessing
import os
import pickle
import subprocess
import threading

import pytest

import statuscraft
from statuscraft import (
    Generator,
    StatuscraftError,
    block,
    codes,
    command,
    compare,
    explain,
    formats,
    search,
    snippet,
    targets,
)


def test_a_snippet_is_the_program_and_options_change_it():
    assert snippet(404, "flask").startswith("from flask import")
    assert snippet("not-found", ["flask"]) == snippet(404, "flask") == snippet(http.HTTPStatus.NOT_FOUND, "flask")
    handler = snippet(410, "go", form="handler", path="/teapots/", message='no "teapot" here', name="find-teapot")
    assert "func findTeapot" in handler
    assert r"no \"teapot\" here" in handler
    assert "port=8123" in snippet(404, "flask", port=8123)
    assert "problem+json" in snippet(404, "flask", body="problem")
    assert "7777" in snippet(502, "express", upstream="http://127.0.0.1:7777")
    assert 'linenums="1"' in snippet(404, "flask", format="mkdocs", line_numbers=True)
    assert json.loads(snippet(404, "flask", format="json"))["text"] == snippet(404, "flask")


def test_none_is_the_default():
    assert snippet(404, "flask", form=None, message=None, lang=None) == snippet(404, "flask")
    assert snippet(404, None) == snippet(404)


def test_several_codes_and_targets_have_headings():
    text = snippet("404,410", ("flask", "express"), format="markdown")
    assert "410" in text and "express" in text
    assert "flask" in snippet(404, lang="python")


def test_articles():
    assert "Not Found" in explain(404)
    assert "\n### " in "\n" + explain("404", "go", format="markdown", heading=3)
    assert "403" in compare(401, 403)
    assert "429" in search("rate limit", limit=1)


def test_lists_are_data():
    assert any(entry["code"] == 404 and entry["phrase"] == "Not Found" for entry in codes())
    assert all(400 <= entry["code"] < 500 for entry in codes("4xx"))
    assert len(codes(unofficial=True)) > len(codes())
    assert next(entry for entry in targets() if entry["id"] == "flask")["file"] == "app.py"
    assert formats()[0]["name"] == "text"


def test_words_are_those_of_the_command():
    assert command(["404", "flask", "--form", "handler"]) == snippet(404, "flask", form="handler")
    assert command(["explain", "404", "flask"]) == explain(404, "flask")


def test_a_block_has_the_format_of_its_document():
    both = block("404 flask,express", format="mkdocs")
    assert both == snippet(404, ["flask", "express"], format="mkdocs")
    assert block("404", format="mkdocs", targets=["flask", "express"]) == both
    said = block("""404 flask --message "it's gone" --form response""", form="handler", message="no")
    assert said == snippet(404, "flask", message="it's gone", form="response")
    assert block("404 flask --format markdown", format="mkdocs", formats=["mkdocs", "markdown"]).startswith("```python")
    with pytest.raises(StatuscraftError, match="the document can't hold the format `json`") as raised:
        block("404 flask --format json", format="mkdocs", formats=["mkdocs", "markdown"])
    assert (raised.value.word, raised.value.hint) == ("json", "formats for this document are `mkdocs`, `markdown`")
    with pytest.raises(StatuscraftError, match="a quote is not closed"):
        block("404 flask --message 'it")


@pytest.mark.parametrize(
    ("call", "kind", "message", "hint"),
    [
        (lambda: snippet(404, "flas"), "UnknownTarget", "no target `flas`", "did you mean `flask`?"),
        (lambda: snippet(404, "go", port=0), "Option", "the port can't be `0`", "a port is a number from 1 to 65535"),
        (lambda: snippet(404, "go", port=70000), "Usage", "`port` can't be `70000`", "a port is a number from 1 to 65535"),
        (lambda: snippet(404, "go", format="markdwon"), "UnknownFormat", "no format `markdwon`", "did you mean `markdown`?"),
        (
            lambda: snippet(404, "go", form="whole"),
            "Usage",
            "`form` can't be `whole`",
            "expected one of `program`, `handler`, `response`",
        ),
        (lambda: compare(401, 403, heading=9), "Usage", "`heading` can't be `9`", "expected a number from 1 to 5"),
        (lambda: codes("6xx"), "Usage", "`class_` can't be `6xx`", "expected `1xx`, `2xx`, `3xx`, `4xx` or `5xx`"),
    ],
)
def test_errors_have_the_text_of_the_command_a_kind_and_a_hint(call, kind, message, hint):
    with pytest.raises(StatuscraftError) as raised:
        call()
    error = raised.value
    assert (error.kind, str(error), error.hint) == (kind, message, hint)
    again = pickle.loads(pickle.dumps(error))
    assert (again.kind, str(again), again.hint) == (kind, message, hint)


def test_other_errors():
    with pytest.raises(StatuscraftError, match="no status code `-1`"):
        snippet(-1, "go")
    with pytest.raises(TypeError, match="traget"):
        snippet(404, traget="go")
    with pytest.raises(TypeError, match="code"):
        snippet(None)
    with pytest.raises(UnicodeEncodeError):
        snippet(404, "go", message="\ud800")


def test_any_text_comes_back():
    message = "ä \0 \u2028 \" ' ${x} #{y} 😀" * 100
    assert len(json.loads(snippet(404, "express", message=message, format="json"))["text"]) > len(message)
    assert len(snippet(404, "express", message="x" * 10_000)) > 10_000


def test_overlays(tmp_path):
    folder = tmp_path / "snippet-templates" / "flask" / "recipes"
    folder.mkdir(parents=True)
    template = '{% extends "program.j2" %}\n{% block handler %}\n# {{ message }}\n{% endblock %}\n'
    (folder / "lookup.j2").write_text(template)
    for overlays in (tmp_path, str(tmp_path), [tmp_path]):
        generator = Generator(overlays)
        assert generator.overlays == [tmp_path]
        assert generator.snippet(404, "flask", form="handler") == '# "Not Found"\n'
        assert generator.snippet(410, "flask") == snippet(410, "flask")
    assert pickle.loads(pickle.dumps(generator)).overlays == [tmp_path]
    assert '# "Not Found"' not in snippet(404, "flask")
    with pytest.raises(StatuscraftError, match="nowhere"):
        Generator(tmp_path / "nowhere")


def test_threads_and_processes():
    results = {}
    threads = [threading.Thread(target=lambda code=code: results.update({code: snippet(code, "go")})) for code in (404, 410)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {404: snippet(404, "go"), 410: snippet(410, "go")}
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(snippet, [404]) == [snippet(404)]


def test_everything_public_is_documented_and_has_a_signature():
    for name in set(statuscraft.__all__) - {"ClassName", "Form"}:
        assert getattr(statuscraft, name).__doc__, name
    assert list(inspect.signature(snippet).parameters)[:3] == ["code", "target", "form"]
    with pytest.raises(AttributeError, match="nothing"):
        statuscraft.nothing  # noqa: B018


def test_every_example_has_the_bytes_of_the_program():
    exported = subprocess.run([os.environ["STATUSCRAFT"], "export"], capture_output=True, check=True).stdout.decode()
    lines = exported.splitlines(keepends=True)
    assert len(lines) > 400
    for line in lines:
        record = json.loads(line)
        assert snippet(record["code"], record["target"], format="ndjson") == line
