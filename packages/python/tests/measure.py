"""Measures what a thousand different blocks add to a build, against the same documents with the same examples written out: as plain
blocks of code, and as tabs.

usage: python packages/python/tests/measure.py [NAME]      by default every generator; NAME is a part of the name of some

It needs statuscraft[mkdocs,sphinx] and myst-parser. ROUNDS is the number of builds of each kind, 5 by default.

Fails if it is a second of processor time. Builds with and without the blocks take turns; the median of the differences counts.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

import markdown

import statuscraft

BLOCKS, PAGES = 1000, 100
ROUNDS = int(os.environ.get("ROUNDS", "5"))
TARGETS = {"one example": ["flask"], "tabs": ["flask", "express"]}
MARKDOWN = ["admonition", "pymdownx.superfences", "pymdownx.tabbed", "statuscraft"]
TABS = {"pymdownx.tabbed": {"alternate_style": True}}


def codes():
    """The codes that have an example in every target."""
    for code in statuscraft.codes():
        try:
            [statuscraft.snippet(code["code"], target) for target in TARGETS["tabs"]]
        except statuscraft.StatuscraftError:
            continue
        yield code["code"]


CODES = list(codes())


def written(number, targets, form):
    """The examples as they stand in a document without the extension."""
    code, message = CODES[number % len(CODES)], f"no {number}"
    return statuscraft.snippet(code, targets, message=message, format=form)


def block(number, targets, opening, closing):
    """The block that requests them."""
    return f"{opening} {CODES[number % len(CODES)]} {','.join(targets)} --message 'no {number}'\n{closing}"


def pages(title, text):
    """By name, documents with ten blocks each."""
    each = BLOCKS // PAGES
    return {
        f"page{page}": title + "\n".join(f"Text.\n\n{text(page * each + number)}" for number in range(each))
        for page in range(PAGES)
    }


def python_markdown(documents):
    converter = markdown.Markdown(extensions=MARKDOWN, extension_configs=TABS)
    for text in documents.values():
        converter.reset().convert(text)


def sphinx(ending):
    def build(documents):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            extensions = ["statuscraft.sphinx", "myst_parser"]
            folder.joinpath("conf.py").write_text(f"extensions = {extensions}\nhtml_theme = 'alabaster'\n")
            folder.joinpath("index.rst").write_text("Pages\n=====\n\n.. toctree::\n   :glob:\n\n   page*\n")
            for page, text in documents.items():
                folder.joinpath(f"{page}.{ending}").write_text(text)
            command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", name, f"{name}/html"]
            subprocess.run(command, check=True)

    return build


def spent():
    """Seconds of processor time, of this process and of those that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def reported(name, build, with_blocks, without):
    """Whether the blocks add less than a second."""
    rounds = []
    for number in range(ROUNDS):
        times = {}
        # What other work on the machine costs changes slowly: it lengthens both builds of a round.
        for kind, documents in [("with", with_blocks), ("without", without)][:: 1 if number % 2 else -1]:
            start = spent()
            build(documents)
            times[kind] = spent() - start
        rounds.append((times["with"] - times["without"], times["without"]))
    added, whole = (statistics.median(figures) for figures in zip(*rounds))
    print(f"{name}: {BLOCKS} blocks add {added:.2f} s of processor time to {whole:.2f} s", flush=True)
    return added < 1


def main(wanted=""):
    generators = [
        # The title of a page, how a block opens and ends, and how examples are written out.
        ("Python-Markdown", python_markdown, "# Page\n\n", ("```statuscraft", "```\n"), "mkdocs", "{}"),
        ("Sphinx, reStructuredText", sphinx("rst"), "Page\n====\n\n", (".. statuscraft::", ""), "sphinx", "{}"),
        ("Sphinx, MyST", sphinx("md"), "# Page\n\n", ("```{statuscraft}", "```\n"), "sphinx", "````{{eval-rst}}\n{}````\n"),
    ]
    kept = [
        reported(
            f"{name}, {kind}",
            build,
            pages(title, lambda number: block(number, targets, *fence)),
            pages(title, lambda number: frame.format(written(number, targets, form))),
        )
        for name, build, title, fence, form, frame in generators
        for kind, targets in TARGETS.items()
        if wanted in f"{name}, {kind}"
    ]
    return 0 if kept and all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
