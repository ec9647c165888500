"""How easy the pages are to read, beside MDN's pages on the same codes.

usage: python benches/prose.py MDN

MDN is a copy of MDN's content repository, of which it reads files/en-us/web/http/reference/status. Takes PyYAML
6.0.2, textstat 0.7.4 and setuptools 65.5.0. Of both sides it takes the prose: no code, macros, tables or lists of links. Code within a
sentence counts as one short word.
"""

import re
import sys
from pathlib import Path

import textstat
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/language"))
import texts  # noqa: E402

CODES = "200 201 204 206 301 302 304 400 401 403 404 405 409 413 422 429 500 502 503 504".split()
SKIPPED = re.compile(r"^## (Status|Specifications|Browser compatibility|See also)$.*?(?=^## |\Z)", re.M | re.S)
# Macros that print a name, such as {{HTTPHeader("Allow")}}: the last argument is what readers see.
MACRO = re.compile(r"\{\{\w+\((?:[^)}]*,\s*)?\"([^\")}]*)\"\)\}\}")


def own_texts(code):
    documents = yaml.compose_all((ROOT / f"data/statuses/{code}.yaml").read_text(encoding="utf-8"))
    for document in documents:
        # `how` is a clause, not a sentence.
        yield from (words for _, kind, words in texts.nodes(document, None) if kind == "sentences")


def theirs(folder, code):
    text = (folder / f"files/en-us/web/http/reference/status/{code}/index.md").read_text(encoding="utf-8")
    text = text.split("---\n", 2)[2]
    text = SKIPPED.sub("", text)
    text = re.sub(r"> \[!\w+\]\n", "", text)
    text = MACRO.sub(r"`\1`", text)
    text = re.sub(r"^#+ .*|\{\{.*?\}\}", "", text, flags=re.M)
    for _, _, words in texts.of_markdown(text):
        if not re.fullmatch(r"(`[^`]*`\W*)+", words):
            yield words


def measured(paragraphs):
    sentences = []
    for paragraph in paragraphs:
        plain = " ".join(re.sub(r"`[^`]*`", "code", paragraph).split())
        # A dot inside a word or a number ends no sentence.
        plain = re.sub(r"(?<=\w)\.(?=\w)", "", plain)
        sentences += [it for it in re.split(r"(?<=[.!?:])[\"')]*\s+(?=[\"'(A-Z0-9c])", plain) if it]
    words = [len(it.split()) for it in sentences]
    text = " ".join(it.rstrip(":.") + "." for it in sentences)
    return textstat.flesch_reading_ease(text), sum(words) / len(words), max(words)


def main(folder):
    print("| code | Flesch, statuscraft | MDN | words a sentence, statuscraft | MDN | longest, statuscraft | MDN |")
    print("|---|---|---|---|---|---|---|")
    easier = 0
    for code in CODES:
        one, other = measured(own_texts(code)), measured(theirs(folder, code))
        easier += one[0] >= other[0]
        print(f"| {code} | {one[0]:.0f} | {other[0]:.0f} | {one[1]:.1f} | {other[1]:.1f} | {one[2]} | {other[2]} |")
    print(f"\nAs easy or easier by Flesch: {easier} of {len(CODES)}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
