"""An extension of Python-Markdown, for MkDocs, Material for MkDocs, Zensical and others.

A fenced block whose language is ``statuscraft`` becomes the examples that its words name, as tabs if there are several::

    ```statuscraft 404 flask,express --form handler
    ```
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from . import Generator, StatuscraftError
from ._fences import Fence, fences
from ._mkdocs import Page

__all__ = ["StatuscraftExtension", "makeExtension"]

_WORD = "statuscraft"
_FORMATS = ["mkdocs", "markdown"]
# After snippets (32) and the normalization of white space (30), before fenced blocks (25) and HTML (20).
_PRIORITY = 28


class StatuscraftExtension(Extension):
    """Replaces fenced blocks whose language is ``statuscraft``."""

    def __init__(self, **options: Any) -> None:
        self.config: dict[str, list[Any]] = {
            "targets": [[], "The targets of a block that names none; all servers by default"],
            "form": ["", "How much of a program is shown: program, handler or response"],
            "strict": [False, "Whether the versions are shown that pass every edge case"],
            "body": ["", "The shape of error responses, such as json or problem"],
            "path": ["", "The path of resources"],
            "message": ["", "The text in responses"],
            "name": ["", "The name of handlers"],
            "line_numbers": [False, "Whether lines of code are numbered"],
            "overlays": [[], "Folders whose files replace or complete those of the package"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Registers the extension."""
        options = {name: value for name, value in self.getConfigs().items() if value}
        generator = Generator(options.pop("overlays", None))
        md.preprocessors.register(_Blocks(md, generator, options), _WORD, _PRIORITY)


class _Blocks(Preprocessor):
    def __init__(self, md: Markdown, generator: Generator, defaults: dict[str, Any]) -> None:
        super().__init__(md)
        self._generator = generator
        self._defaults = defaults

    def run(self, lines: list[str]) -> list[str]:
        written: list[str] = []
        at = 0
        for fence in fences(lines):
            words = _words(fence)
            if words is None:
                continue
            written += lines[at : fence.first]
            written += self._examples(words, fence, lines)
            at = fence.end
        return written + lines[at:]

    def _examples(self, words: str, fence: Fence, lines: list[str]) -> list[str]:
        try:
            text = self._generator.block(words, format="mkdocs", formats=_FORMATS, **self._defaults)
            self._check_extensions(text)
        except StatuscraftError as error:
            raise self._failure(error, fence, lines) from None
        # A block stands on its own, also where the author left out the empty lines.
        around = lines[fence.first - 1 : fence.first] if fence.first else [], lines[fence.end : fence.end + 1]
        before, after = (["" for line in beside if line.strip(" >")] for beside in around)
        written = [*before, *text.splitlines(), *after]
        return [fence.prefix + line if line else fence.prefix.rstrip() for line in written]

    def _check_extensions(self, text: str) -> None:
        if "\n    ```" in text and "fenced_code_block" not in self.md.preprocessors:
            raise _missing("pymdownx.superfences")
        if text.startswith('=== "') and "tabbed" not in self.md.parser.blockprocessors:
            raise _missing("pymdownx.tabbed")

    def _failure(self, error: StatuscraftError, fence: Fence, lines: list[str]) -> Exception:
        page = Page.of(self.md)
        opening = lines[fence.first]
        line = fence.first + 1
        if page is None:
            return StatuscraftError(f"line {line}: {error}", error.kind, error.hint, error.word)
        nth = lines[: fence.first].count(opening)
        return page.failure(page.line(opening, nth) or line, error)


def _words(fence: Fence) -> str | None:
    """The words of the block, if it is one of statuscraft: those after its language, and those inside."""
    language, _, rest = fence.info.partition(" ")
    if language != _WORD:
        return None
    return " ".join([rest, *fence.content]).strip()


def _missing(extension: str) -> StatuscraftError:
    hint = f"add `{extension}` to the extensions of Markdown"
    return StatuscraftError(f"tabs of code need the extension `{extension}`", "Usage", hint)


def makeExtension(**options: Any) -> StatuscraftExtension:  # noqa: N802
    """The extension with these options: Python-Markdown finds it by this name."""
    return StatuscraftExtension(**options)
