"""Example handlers for HTTP status codes. Each of them has been run in its web framework.

>>> import statuscraft
>>> print(statuscraft.snippet(204, "flask", form="response"), end="")
return "", 204
"""

from __future__ import annotations

from ._error import StatuscraftError
from ._native import (
    Generator,
    __version__,
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._types import ClassName, CodeEntry, Form, FormatEntry, Spec, TargetEntry, User

__all__ = [
    "ClassName",
    "CodeEntry",
    "Form",
    "FormatEntry",
    "Generator",
    "Spec",
    "StatuscraftError",
    "TargetEntry",
    "User",
    "__version__",
    "block",
    "codes",
    "command",
    "compare",
    "explain",
    "formats",
    "search",
    "snippet",
    "targets",
]


def __getattr__(name: str) -> object:
    # The command starts without the module `typing`.
    if name in __all__:
        from . import _types

        return getattr(_types, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
