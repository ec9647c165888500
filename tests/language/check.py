"""Checks the texts that people read. See `run` beside this file."""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import yaml

import texts

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Reported, but no reason to fail.
REPORTED = {"RATHER_LONG_SENTENCE"}
SPELLING = "MORFOLOGIK_RULE_EN_US"
CAPITAL = "UPPERCASE_SENTENCE_START"


class Finding(NamedTuple):
    rule: str
    message: str
    words: str
    sentence: str


class Checker:
    """LanguageTool, which isn't asked twice about a text."""

    def __init__(self, tools: Path, cache: Path):
        self.tools = tools
        rules = (HERE / "words.xml").read_bytes() + tools.name.encode()
        self.memory = cache / f"findings-{hashlib.sha256(rules).hexdigest()[:16]}.json"
        self.known = json.loads(self.memory.read_text()) if self.memory.exists() else {}

    def check(self, wanted):
        new = sorted(set(wanted) - self.known.keys())
        if new:
            lines = "".join(f"{number}\t{text}\n" for number, text in enumerate(new))
            # LanguageTool says on standard error that it writes no log.
            done = subprocess.run(
                ["java", "-Xss2m", "-cp", f"{self.tools}/classes:{self.tools}/jars/*", "Check", HERE / "words.xml"],
                input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            )
            if done.returncode:
                sys.exit(done.stderr)
            self.known.update((text, []) for text in new)
            for line in done.stdout.splitlines():
                number, *finding = line.split("\t")
                self.known[new[int(number)]].append(finding)
            self.memory.write_text(json.dumps(self.known))
        return {text: [Finding(*it) for it in self.known[text]] for text in wanted}


class Exceptions:
    """What is right all the same."""

    def __init__(self):
        listed = yaml.safe_load((HERE / "exceptions.yaml").read_text(encoding="utf-8"))
        lines = (HERE / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        self.vocabulary = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
        self.rules = listed["rules"]
        self.sentences = listed["sentences"]
        self.used = Counter()

    def has(self, finding: Finding, kind: str) -> bool:
        """Whether the finding is excepted."""
        if finding.rule in self.rules:
            self.used[finding.rule] += 1
            return True
        # A cell of a table may be a list of names.
        if finding.rule == "LONG_SENTENCE" and kind == "fragment":
            return True
        if finding.rule == SPELLING and self.knows(finding.words):
            return True
        # A name keeps its small letter.
        if finding.rule == CAPITAL and (kind == "fragment" or finding.words in self.vocabulary):
            return True
        for number, it in enumerate(self.sentences):
            if it["rule"] == finding.rule and it["text"] in finding.sentence:
                self.used[number] += 1
                return True
        return False

    def knows(self, words: str) -> bool:
        return all(word in self.vocabulary for word in words.split())

    def unused(self):
        yield from (f"the rule {rule} finds nothing any more" for rule in self.rules if not self.used[rule])
        for number, it in enumerate(self.sentences):
            if not self.used[number]:
                yield f"no sentence with `{it['text']}` is found by {it['rule']} any more"


def check(checker: Checker) -> int:
    read = list(texts.all_texts(ROOT))
    found = checker.check([it.words for it in read])
    exceptions = Exceptions()
    faults = reported = 0
    for it in read:
        for finding in found[it.words]:
            if exceptions.has(finding, it.kind):
                continue
            mild = finding.rule in REPORTED
            faults, reported = faults + (not mild), reported + mild
            words = f" `{finding.words}`" if finding.words else ""
            say = "note" if mild else "error"
            print(f"{it.file}:{it.line}: {say}:{words} {finding.message} [{finding.rule}]\n    {finding.sentence}")
    for fault in exceptions.unused():
        faults += 1
        print(f"tests/language/exceptions.yaml: error: {fault}; remove it")
    words = sum(len(it.words.split()) for it in read)
    print(f"{len(read)} texts with {words} words: {faults} faults, {reported} sentences of more than 30 words")
    return 1 if faults else 0


def self_test(checker: Checker) -> int:
    lines = [line.split("\t") for line in (HERE / "faults.tsv").read_text(encoding="utf-8").splitlines()]
    found = checker.check([sentence for _, sentence in lines])
    exceptions = Exceptions()
    wrong = []
    for rule, sentence in lines:
        if not any(it.rule == rule and not exceptions.has(it, "sentences") for it in found[sentence]):
            wrong.append(f"{rule} does not find its fault: {sentence}")
    planted = {rule for rule, _ in lines}
    for rule in (HERE / "words.xml").read_text(encoding="utf-8").split('<rule id="')[1:]:
        name = rule.split('"')[0]
        if name not in planted:
            wrong.append(f"no fault is planted for {name}")
    wrong += planted_in_files()
    print("\n".join(wrong) or f"{len(lines)} planted faults were found, and a text in each kind of file")
    return 1 if wrong else 0


def planted_in_files():
    """A text in each kind of file: is it read, with its file and line?"""
    planted = "A planted sentence stands here."
    kinds = {
        "data/statuses/404.yaml": (3, f"code: 404\n---\ntip: {planted}\n"),
        "data/unofficial/444.yaml": (2, f"fixes:\n  visitors: [{planted}]\n"),
        "data/comparisons/401-403.yaml": (3, f"points:\n  - on: words\n    first: {planted}\n"),
        "snippet-templates/name/target.yaml": (2, f"codes:\n  100: {{reason: {planted}}}\n"),
        "README.md": (5, f"# Name\n```sh\nrun\n```\n{planted}\n"),
        "page-templates/page.html": (2, f"<main>\n<p>{planted}</p>\n</main>"),
        "snapshots/cli/help.snap": (5, f"---\nsource: x\n---\nOptions:\n  -o, --out  {planted}\n"),
    }
    for name, (line, text) in kinds.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            read = [(it.file, it.line) for it in texts.all_texts(Path(folder)) if it.words == planted]
            if read != [(name, line)]:
                yield f"{name}:{line}: the planted text was read at {read}"


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--tools", type=Path, required=True)
    options.add_argument("--cache", type=Path, required=True)
    options.add_argument("--self-test", action="store_true")
    given = options.parse_args()
    checker = Checker(given.tools, given.cache)
    sys.exit(self_test(checker) if given.self_test else check(checker))
