"""The page that MkDocs is rendering."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from markdown import Markdown

from . import StatuscraftError


class Page:
    """A document of MkDocs."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of(cls, md: Markdown) -> Page | None:
        """The page that is rendered: MkDocs gives its file to a tree processor. `None` without MkDocs."""
        for processor in md.treeprocessors:
            file: Any = getattr(processor, "file", None)
            path = getattr(file, "abs_src_path", None)
            if path:
                return cls(Path(path))
        return None

    def line(self, text: str, nth: int) -> int | None:
        """Where the document has this line, after `nth` equal ones. MkDocs renders it without its front matter."""
        lines = self._path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        found = [number for number, line in enumerate(lines, 1) if line.expandtabs(4).rstrip() == text.rstrip()]
        return found[nth] if nth < len(found) else None

    def failure(self, line: int, error: StatuscraftError) -> Exception:
        """The error as one that ends a build without a traceback."""
        from mkdocs.exceptions import BuildError

        hint = f"\nhint: {error.hint}" if error.hint else ""
        return BuildError(f"{_shown(self._path)}:{line}: {error}{hint}")


def _shown(path: Path) -> str:
    """Relative to the working directory, if it is below it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else Path(relative).as_posix()
