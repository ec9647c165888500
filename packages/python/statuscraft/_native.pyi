from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Final, TypeAlias, final

from ._types import ClassName, CodeEntry, Form, FormatEntry, TargetEntry

__all__ = [
    "Generator",
    "__version__",
    "block",
    "codes",
    "command",
    "compare",
    "explain",
    "formats",
    "program",
    "search",
    "snippet",
    "targets",
]

__version__: Final[str]

_Names: TypeAlias = str | Sequence[str]

def snippet(
    code: int | str,
    target: _Names | None = None,
    *,
    form: Form | None = None,
    strict: bool = False,
    body: str | None = None,
    format: str | None = None,
    path: str | None = None,
    message: str | None = None,
    name: str | None = None,
    port: int | None = None,
    upstream: str | None = None,
    lang: _Names | None = None,
    line_numbers: bool = False,
) -> str:
    """The example for a code in a target, with the bytes that the command prints.

    Without a target, it is the examples of all server frameworks. `code` is a number, a phrase or a class such as
    ``"4xx"``. Codes and targets can be several, with commas between.

    >>> snippet(204, "flask", form="response")
    'return "", 204\\n'

    :param code: a number or a phrase, current or former, such as ``404`` or ``"not-found"``
    :param target: a target or a language, such as ``"flask"``, ``"python"`` or ``"curl"``
    :param form: how much of a program is shown: ``"program"`` by default
    :param strict: whether to print the version that passes every edge case, if the usual one does not
    :param body: the shape of error responses, such as ``"json"`` (the default) or ``"problem"``
    :param format: the output format: ``"text"`` by default, which is only the code if there is one example
    :param path: the path of the resource, as in a URI, with the same variables as the default path
    :param message: the text in the response; the code's phrase by default
    :param name: the name of the handler, where handlers have one, in any spelling
    :param port: the port to listen on or to connect to
    :param upstream: the URL of the server behind a gateway
    :param lang: all targets of these languages
    :param line_numbers: whether lines are numbered, in formats of site generators that can
    :raises StatuscraftError: if a code, a target or an option doesn't exist or can't be used
    """

def explain(
    code: int | str,
    target: _Names | None = None,
    *,
    format: str | None = None,
    heading: int | None = None,
) -> str:
    """What a code means, its causes and fixes, with examples.

    :param target: targets whose examples are shown: all of them by default
    :param format: the output format: ``"text"`` by default
    :param heading: the level of the title among the headings of a document, from 1 to 5: 2 by default
    :raises StatuscraftError: if the code, a target or an option doesn't exist
    """

def compare(first: int | str, second: int | str, *, format: str | None = None, heading: int | None = None) -> str:
    """How two codes differ. The options are those of `explain`.

    :raises StatuscraftError: if a code or an option doesn't exist, or a code is compared with itself
    """

def search(words: str, *, limit: int | None = None, format: str | None = None) -> str:
    """The codes that a search for words finds. Words can be incomplete or misspelled.

    :param limit: the maximum number of results: 10 by default
    :param format: the output format: ``"text"`` by default
    :raises StatuscraftError: if an option doesn't exist
    """

def codes(class_: ClassName | None = None, *, unofficial: bool = False) -> list[CodeEntry]:
    """The status codes, ascending: of a class such as ``"4xx"``, or all of them.

    :param unofficial: whether to include the codes that IANA does not list
    """

def targets() -> list[TargetEntry]:
    """The frameworks and clients, by name."""

def formats() -> list[FormatEntry]:
    """The output formats."""

def command(words: Sequence[str]) -> str:
    """What the command ``statuscraft`` prints if these words follow it: examples, or the articles of ``explain``,
    ``compare``, ``search`` and ``list``.

    >>> command(["204", "flask", "--form", "response"])
    'return "", 204\\n'

    :raises StatuscraftError: if the command would fail
    """

def block(
    line: str,
    *,
    format: str | None = None,
    formats: Sequence[str] | None = None,
    targets: _Names | None = None,
    form: Form | None = None,
    strict: bool = False,
    body: str | None = None,
    path: str | None = None,
    message: str | None = None,
    name: str | None = None,
    line_numbers: bool = False,
) -> str:
    """The same as `command` for words on one line, quoted as in a shell: what a block of a document holds.

    For plugins of site generators. The keyword arguments are what holds for the blocks of a document that say nothing else.

    >>> block("204 flask --form response", format="markdown")
    '```python\\nreturn "", 204\\n```\\n'

    :param formats: the formats that the document can hold; a block that names another one is refused. All of them by default
    :param targets: the targets of blocks that name none: all server frameworks by default
    :raises StatuscraftError: if the command would fail, or the document can't hold its format
    """

@final
class Generator:
    """The catalogue and the templates: those of the package, and over them those of overlay folders.

    A file is read when it is needed, and only once: after a change in a folder, make another generator. The methods are those
    of the module.
    """

    def __new__(cls, overlays: str | PathLike[str] | Sequence[str | PathLike[str]] | None = None) -> Generator: ...
    @property
    def overlays(self) -> list[Path]:
        """The overlay folders."""

    def snippet(
        self,
        code: int | str,
        target: _Names | None = None,
        *,
        form: Form | None = None,
        strict: bool = False,
        body: str | None = None,
        format: str | None = None,
        path: str | None = None,
        message: str | None = None,
        name: str | None = None,
        port: int | None = None,
        upstream: str | None = None,
        lang: _Names | None = None,
        line_numbers: bool = False,
    ) -> str: ...
    def explain(
        self,
        code: int | str,
        target: _Names | None = None,
        *,
        format: str | None = None,
        heading: int | None = None,
    ) -> str: ...
    def compare(
        self,
        first: int | str,
        second: int | str,
        *,
        format: str | None = None,
        heading: int | None = None,
    ) -> str: ...
    def search(self, words: str, *, limit: int | None = None, format: str | None = None) -> str: ...
    def codes(self, class_: ClassName | None = None, *, unofficial: bool = False) -> list[CodeEntry]: ...
    def targets(self) -> list[TargetEntry]: ...
    def formats(self) -> list[FormatEntry]: ...
    def command(self, words: Sequence[str]) -> str: ...
    def block(
        self,
        line: str,
        *,
        format: str | None = None,
        formats: Sequence[str] | None = None,
        targets: _Names | None = None,
        form: Form | None = None,
        strict: bool = False,
        body: str | None = None,
        path: str | None = None,
        message: str | None = None,
        name: str | None = None,
        line_numbers: bool = False,
    ) -> str: ...

def program(words: Sequence[str]) -> int:
    """Does what the words say, of which the first is the program's name, and returns the exit status."""
