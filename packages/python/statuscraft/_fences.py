"""Fenced blocks in the lines of a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Quotation marks and indentation, three or more backticks or tildes, and the info string.
_FENCE = re.compile(r"^(?P<prefix>[ >]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$")
# What contains the more indented lines below: lists, admonitions, details, tabs, footnotes, definitions, blocks.
_CONTAINER = re.compile(r"[-*+] |\d+[.)] |!!! |\?\?\?\+? |===[!+]? |\[\^[^\]]+\]:|: |///|<")
_CODE = 4


class Fence(NamedTuple):
    """A fenced block, from the line of its opening fence up to the line after the closing one."""

    first: int
    end: int
    prefix: str
    info: str
    content: Sequence[str]


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The fenced blocks that are not inside another one, a comment or an indented block of code."""
    at = 0
    while at < len(lines):
        match = _FENCE.match(lines[at])
        if match is None:
            at = _after_comment(lines, at)
            continue
        prefix, fence, info = match["prefix"], match["fence"], match["info"].strip()
        end = None
        # An info string after backticks has none, or the line is text with code in it.
        if not (fence[0] == "`" and "`" in info) and not _is_code(lines, at, prefix):
            end = _end(lines, at + 1, prefix, fence)
        if end is None:
            at += 1
            continue
        content = [line[len(prefix) :] for line in lines[at + 1 : end]]
        yield Fence(at, end + 1, prefix, info, content)
        at = end + 1


def _end(lines: Sequence[str], start: int, prefix: str, fence: str) -> int | None:
    closing = re.compile(re.escape(fence[0]) + "{" + str(len(fence)) + r",}\s*$")
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.startswith(prefix) and line.strip() and line.rstrip() != prefix.rstrip():
            # The list or the quotation ends, and the block with it.
            return None
        if closing.match(line[len(prefix) :].lstrip(" ")):
            return at
    return None


def _after_comment(lines: Sequence[str], at: int) -> int:
    start = lines[at].rfind("<!--")
    if start == -1 or "-->" in lines[at][start:]:
        return at + 1
    for end in range(at + 1, len(lines)):
        if "-->" in lines[end]:
            return end + 1
    return at + 1


def _is_code(lines: Sequence[str], at: int, prefix: str) -> bool:
    """Whether a line is indented, and nothing above it contains it."""
    indent = len(prefix) - len(prefix.lstrip(" "))
    if ">" in prefix or indent < _CODE:
        return False
    for line in reversed(lines[:at]):
        bare = line.lstrip(" ")
        own = len(line) - len(bare)
        if not bare or own >= indent:
            continue
        if _CONTAINER.match(bare):
            return False
        if own < _CODE:
            return True
        indent = own
    return True
