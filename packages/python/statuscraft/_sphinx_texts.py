"""What the words of a directive or a role become."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from sphinx.config import Config

from . import Generator, StatuscraftError

Renderer = Callable[[Config, str], str]

# The settings that hold where words say nothing, with their types.
DEFAULTS: dict[str, list[type]] = {
    "targets": [list, tuple, str],
    "form": [str],
    "strict": [bool],
    "body": [str],
    "path": [str],
    "message": [str],
    "name": [str],
    "line_numbers": [bool],
}
FORMATS = ["sphinx", "rst"]
_HINT = "name one code and one target, or use the directive"


@cache
def generator(overlays: tuple[str, ...]) -> Generator:
    """The generator with these overlay folders."""
    return Generator(overlays)


def _block(config: Config, words: str, form: str | None, formats: list[str]) -> str:
    defaults = {name: config[f"statuscraft_{name}"] for name in DEFAULTS}
    defaults["form"] = form or defaults["form"]
    given = {name: value for name, value in defaults.items() if value}
    overlays = tuple(config.statuscraft_overlays)
    return generator(overlays).block(words, format=formats[0], formats=formats, **given)


def examples(config: Config, words: str) -> str:
    """The text of a directive."""
    return _block(config, words, None, FORMATS)


def statement(config: Config, words: str) -> str:
    """The record of a role: one example that has one line."""
    text = _block(config, words, "response", ["json"])
    record = json.loads(text)
    if not isinstance(record, dict) or "kind" not in record:
        raise StatuscraftError("a text can only have one example", "Usage", _HINT)
    if record["kind"] != "snippet":
        raise StatuscraftError(f"{record['title']} has no example for {record['code']}", "Unsupported")
    if record["text"].count("\n") > 1:
        raise StatuscraftError("a text can only have one line of code", "Usage", "use the directive")
    return text


def result(config: Config, words: str, render: Renderer) -> str | StatuscraftError:
    """What the words become, or why they don't."""
    try:
        return render(config, words)
    except StatuscraftError as error:
        return error


def message(error: StatuscraftError) -> str:
    """What is reported."""
    return f"{error}\nhint: {error.hint}" if error.hint else str(error)


def digest(outcome: str | StatuscraftError) -> str:
    """Whether two results are the same."""
    return sha256(str(outcome).encode()).hexdigest()
