"""An extension of Sphinx: the directive and the role ``statuscraft``, in reStructuredText and in MyST.

The examples that the words of a directive name become tabs of sphinx-design if there are several. A role becomes the statement that
answers::

    .. statuscraft:: 404 flask,express --form handler

    Flask answers with :statuscraft:`404 flask`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata

from . import StatuscraftError, __version__
from ._sphinx_texts import DEFAULTS, Renderer, digest, examples, generator, message, result, statement

__all__ = ["StatuscraftDirective", "StatuscraftRole", "setup"]


class StatuscraftDirective(SphinxDirective):
    """What a command prints: the words of its line, and those of its content."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The examples, or an error at the line of the directive."""
        words = " ".join(" ".join([*self.arguments, *self.content]).split("\n"))
        text = _noted(self.env, words, examples)
        if isinstance(text, StatuscraftError):
            raise self.error(message(text))
        if isinstance(self.state, RSTState):
            return self.parse_text_to_nodes(text, allow_section_headings=True)
        return self._parsed_by_myst(text)

    def _parsed_by_myst(self, text: str) -> list[nodes.Node]:
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        lines = [f"{fence}{{eval-rst}}", *text.splitlines(), fence]
        container = nodes.Element()
        source, _ = self.get_source_info()
        self.state.nested_parse(StringList(lines, source), self.content_offset, container)
        children: list[nodes.Node] = container.children
        return children


class StatuscraftRole(SphinxRole):
    """The statement that answers, inside of a text."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The statement, or an error at the line of the text."""
        answer = _noted(self.env, self.text, statement)
        if isinstance(answer, StatuscraftError):
            report = self.inliner.reporter.error(message(answer), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, report)], [report]
        record = json.loads(answer)
        text = record["text"].rstrip("\n")
        return [nodes.literal(text, text, classes=["code", "highlight"], language=record["fence"])], []


def _noted(env: BuildEnvironment, words: str, render: Renderer) -> str | StatuscraftError:
    """What the words become in the document that is read, which is noted to be read again if that changes."""
    outcome = result(env.config, words, render)
    _digests(env).setdefault(env.docname, {})[render.__name__, words] = digest(outcome)
    return outcome


_Digests = dict[tuple[str, str], str]


def _digests(env: BuildEnvironment) -> dict[str, _Digests]:
    """By document and by the words in it: digests of what they were when the document was read."""
    if not hasattr(env, "statuscraft_digests"):
        env.statuscraft_digests = {}  # type: ignore[attr-defined]
    digests: dict[str, _Digests] = env.statuscraft_digests  # type: ignore[attr-defined]
    return digests


def _read_settings(app: Sphinx, config: Config) -> None:
    """Overlays are relative to the folder of `conf.py`, and may have changed since an earlier build of this process."""
    folders = config.statuscraft_overlays
    folders = [folders] if isinstance(folders, str) else folders
    config.statuscraft_overlays = [str(Path(app.confdir, folder)) for folder in folders]
    generator.cache_clear()
    try:
        generator(tuple(config.statuscraft_overlays))
    except StatuscraftError as error:
        raise ConfigError(f"statuscraft_overlays: {error}") from None


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The documents with an example that has changed: by another version, an overlay or a setting."""
    renderers = {render.__name__: render for render in (examples, statement)}

    def is_outdated(digests: _Digests) -> bool:
        return any(
            digest(result(app.config, words, renderers[name])) != noted for (name, words), noted in digests.items()
        )

    return [
        document for document, digests in _digests(env).items() if document not in removed and is_outdated(digests)
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
    for name, types in DEFAULTS.items():
        default = [] if list in types else types[0]()
        app.add_config_value(f"statuscraft_{name}", default, "", types)
    app.add_directive("statuscraft", StatuscraftDirective)
    app.add_role("statuscraft", StatuscraftRole())
    app.connect("config-inited", _read_settings)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
