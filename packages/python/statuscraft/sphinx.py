"""An extension of Sphinx: the directive ``statuscraft``, in reStructuredText and in MyST.

The examples that its words name become tabs of sphinx-design if there are several::

    .. statuscraft:: 404 flask,express --form handler
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from . import Generator, StatuscraftError, __version__

__all__ = ["StatuscraftDirective", "setup"]

# The values that a directive may leave out, with the types of their settings.
_DEFAULTS: dict[str, list[type]] = {
    "targets": [list, tuple, str],
    "form": [str],
    "strict": [bool],
    "body": [str],
    "path": [str],
    "message": [str],
    "name": [str],
    "line_numbers": [bool],
}
_FORMATS = ["sphinx", "rst"]


class StatuscraftDirective(SphinxDirective):
    """What a command prints: the words of its line, and those of its content."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The examples, or an error at the line of the directive."""
        words = " ".join(" ".join([*self.arguments, *self.content]).split("\n"))
        result = _result(self.config, words)
        _digests(self.env).setdefault(self.env.docname, {})[words] = _digest(result)
        if isinstance(result, StatuscraftError):
            hint = f"\nhint: {result.hint}" if result.hint else ""
            raise self.error(f"{result}{hint}")
        if isinstance(self.state, RSTState):
            return self.parse_text_to_nodes(result, allow_section_headings=True)
        return self._parsed_by_myst(result)

    def _parsed_by_myst(self, text: str) -> list[nodes.Node]:
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        lines = [f"{fence}{{eval-rst}}", *text.splitlines(), fence]
        container = nodes.Element()
        source, _ = self.get_source_info()
        self.state.nested_parse(StringList(lines, source), self.content_offset, container)
        return container.children


@cache
def _generator(overlays: tuple[str, ...]) -> Generator:
    return Generator(overlays)


def _result(config: Config, words: str) -> str | StatuscraftError:
    """What the words become in a document."""
    defaults = {name: config[f"statuscraft_{name}"] for name in _DEFAULTS}
    given = {name: value for name, value in defaults.items() if value}
    try:
        return _generator(tuple(config.statuscraft_overlays)).block(words, format="sphinx", formats=_FORMATS, **given)
    except StatuscraftError as error:
        return error


def _digest(result: str | StatuscraftError) -> str:
    return sha256(str(result).encode()).hexdigest()


def _digests(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """By document and by the words of its directives: digests of what they were when the document was read."""
    if not hasattr(env, "statuscraft_digests"):
        env.statuscraft_digests = {}  # type: ignore[attr-defined]
    digests: dict[str, dict[str, str]] = env.statuscraft_digests  # type: ignore[attr-defined]
    return digests


def _read_settings(app: Sphinx, config: Config) -> None:
    """Overlays are relative to the folder of `conf.py`, and may have changed since an earlier build of this process."""
    folders = config.statuscraft_overlays
    folders = [folders] if isinstance(folders, str) else folders
    config.statuscraft_overlays = [str(Path(app.confdir, folder)) for folder in folders]
    _generator.cache_clear()
    try:
        _generator(tuple(config.statuscraft_overlays))
    except StatuscraftError as error:
        raise ConfigError(f"statuscraft_overlays: {error}") from None


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The documents with an example that has changed: by another version, an overlay or a setting."""
    return [
        document
        for document, digests in _digests(env).items()
        if document not in removed
        and any(_digest(_result(app.config, words)) != digest for words, digest in digests.items())
    ]


def _purge(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    _digests(env).pop(document, None)


def _merge(app: Sphinx, env: BuildEnvironment, documents: set[str], other: BuildEnvironment) -> None:
    """Takes over what another process has read."""
    read = _digests(other)
    _digests(env).update({document: read[document] for document in documents if document in read})


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive and its settings."""
    app.setup_extension("sphinx_design")
    app.add_config_value("statuscraft_overlays", [], "", [list, tuple, str])
    for name, types in _DEFAULTS.items():
        default = [] if list in types else types[0]()
        app.add_config_value(f"statuscraft_{name}", default, "", types)
    app.add_directive("statuscraft", StatuscraftDirective)
    app.connect("config-inited", _read_settings)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
