"""The texts that people read, out of the files that hold them.

Each text has its file, its line, a kind (`sentences`, or `fragment` for what may begin in lower case) and its
words, in which backticks stand around code.
"""

import html
import re
from pathlib import Path
from typing import Iterator, NamedTuple

import yaml

# The keys whose values a person reads, wherever they stand in a file of the catalogue or of a target.
PROSE = set(
    """summary meaning seen_when causes fixes visitors developers nothing_to_fix example text tip q a how methods
    browsers crawlers libraries difference on first second use no_snippet instead note reason notes behind""".split()
)
FRAGMENTS = {"how", "on", "behind", "reason", "instead", "note"}
# Under these keys stands code, whatever its own keys are.
CODE = {"exchange", "scenario", "request", "response", "configuration", "route", "string", "comment", "support", "control"}


class Text(NamedTuple):
    file: str
    line: int
    kind: str
    words: str


def all_texts(root: Path) -> Iterator[Text]:
    for pattern in (
        "data/statuses/*.yaml",
        "data/unofficial/*.yaml",
        "data/comparisons/*.yaml",
        "snippet-templates/*/target.yaml",
    ):
        yield from each(root, pattern, of_yaml)
    for pattern in ("*.md", "*/README.md", "benches/*.md", "snippet-templates/*/README.md", "tests/*/README.md"):
        yield from each(root, pattern, of_markdown)
    yield from each(root, "page-templates/*.html", of_html)
    yield from each(root, "snapshots/cli/help*.snap", of_help)


def each(root, pattern, read):
    for path in sorted(root.glob(pattern)):
        name = str(path.relative_to(root))
        # What a program writes in a table of its own is checked where the program reads it.
        if name in ("CONFORMANCE.md",):
            continue
        for line, kind, words in read(path.read_text(encoding="utf-8")):
            words = " ".join(words.split())
            if words:
                yield Text(name, line, kind, words)


def of_yaml(text):
    for document in yaml.compose_all(text):
        yield from nodes(document, None)


def nodes(node, key):
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value not in CODE or (name.value in PROSE and isinstance(value, yaml.ScalarNode)):
                yield from nodes(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from nodes(value, key)
    elif key in PROSE and node.tag == "tag:yaml.org,2002:str":
        kind = "fragment" if key in FRAGMENTS else "sentences"
        yield node.start_mark.line + 1, kind, node.value


def of_markdown(text):
    """Paragraphs, items, headings and cells, without blocks of code, comments and addresses."""
    block, start, fence = [], 0, None
    text = re.sub(r"<!--.*?-->", lambda it: re.sub(r"[^\n]", "", it[0]), text, flags=re.S)

    def paragraph():
        words = inline(" ".join(block))
        block.clear()
        return words

    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        opening = re.match(r"(`{3,}|~{3,})", stripped)
        if fence:
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = None
            continue
        item = re.match(r"([-*]|\d+\.|#+|>)\s+", stripped)
        if not stripped or opening or item or stripped.startswith("|") or stripped.startswith("<"):
            if block:
                yield start, "sentences", paragraph()
        if opening:
            fence = opening[1]
        elif line.startswith("    ") and not block:
            continue
        elif stripped.startswith("|"):
            for cell in re.split(r"(?<!\\)\|", stripped.strip("|")):
                if re.search(r"[a-z]{2}", cell):
                    yield number, "fragment", inline(cell)
        elif stripped and not stripped.startswith("<"):
            if not block:
                start = number
            block.append(stripped[item.end() :] if item else stripped)
    if block:
        yield start, "sentences", paragraph()


def inline(text):
    text = re.sub(r"``+ ?(.*?) ?``+", lambda it: "`" + it[1].replace("`", "'") + "`", text)
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[([^]]*)\]\[[^]]*\]", r"\1", text)
    text = re.sub(r"https?://\S+", "`address`", text)
    return re.sub(r"\*\*|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", "", text)


def of_html(text):
    """What a reader of the page sees, with code where a template prints a value."""
    blank = lambda it: re.sub(r"[^\n]", "", it[0])
    text = re.sub(r"\{#.*?#\}|<(script|style|svg|pre)\b.*?</\1>", blank, text, flags=re.S)
    text = re.sub(r"\{%.*?%\}", lambda it: "\0" + blank(it), text, flags=re.S)
    text = re.sub(r"\{\{.*?\}\}|<(code|kbd)\b.*?</\1>", "`it`", text, flags=re.S)
    text = re.sub(r"</?(a|span|em|strong|b|i|abbr|time|small)\b[^>]*>", "", text)
    text = re.sub(r"<[^>]*>", lambda it: "\0" + blank(it), text, flags=re.S)
    line = 1
    for piece in text.split("\0"):
        begin = line + len(piece[: len(piece) - len(piece.lstrip())].split("\n")) - 1
        line += piece.count("\n")
        if re.search(r"[A-Za-z]{2}", piece.replace("`it`", "")):
            yield begin, "fragment", html.unescape(piece)


def of_help(text):
    """Sentences of a help text: what follows the names of commands and options, and paragraphs between them."""
    block, start = [], 0
    body = text.split("---\n", 2)[-1]
    skipped = text[: len(text) - len(body)].count("\n")
    for number, line in enumerate(body.split("\n"), skipped + 1):
        named = re.match(r"\s+(-\S.*?|\S+)(\s{2,}|$)", line)
        stripped = line.strip()
        listed = re.match(r"\s*- (\S+:\s+)?", line)
        if not stripped or named or listed or stripped.endswith(":"):
            if block:
                yield start, "fragment", " ".join(block)
            block = []
            stripped = line[(listed or named).end() :].strip() if listed or named else ""
        if stripped and not re.match(r"Usage:|\$|statuscraft ", stripped):
            if not block:
                start = number
            block.append(stripped)
    if block:
        yield start, "fragment", " ".join(block)
