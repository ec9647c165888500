#!/usr/bin/env python3
"""What `update` and `check` cost, and what a kill leaves behind. See documents.md.

    documents.py plain TREE     check over a tree without regions, against `rg -l`
    documents.py current        10,000 documents with 3 regions each, against reading them once
    documents.py peers COG EMBEDME   the same regions updated by cog and by embedme
    documents.py kill           fifty kills during an update of 10,000 documents
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("STATUSCRAFT", str(ROOT / "target/dist/statuscraft"))
RUNS = int(os.environ.get("RUNS", "11"))
TARGETS = ["express", "flask", "go", "php", "sinatra", "spring"]
CODES = [200, 201, 204, 301, 304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 503]
PROSE = "Some sentences stand around every region, as in any other page of documentation.\n" * 8


def measure(command, expect=0, cwd=None):
    """The least wall-clock time of some runs, and the CPU time of that run."""
    best = (float("inf"), 0.0)
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        status = subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, check=False).returncode
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if status != expect:
            sys.exit(f"{command}: exit status {status}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best, (wall, cpu))
    return best


def report(name, figures, base=None):
    wall, cpu = figures
    ratio = f"  {wall / base[0]:6.2f} x" if base else ""
    print(f"{name:44} {wall * 1000:9.1f} ms  {cpu * 1000:9.1f} ms CPU{ratio}", flush=True)


def words(number):
    code, target = CODES[number % len(CODES)], TARGETS[number % len(TARGETS)]
    return f"{code} {target} --form handler"


def documents(folder, count):
    """Documents with three regions each, in folders of a hundred."""
    for number in range(count):
        path = folder / f"{number // 100:03}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = [f"# Page {number}\n\n"]
        for region in range(3):
            parts.append(f"{PROSE}\n<!-- statuscraft {words(number * 3 + region)} -->\n<!-- /statuscraft -->\n\n")
        path.write_text("".join(parts))


def plain(tree):
    # Without an ignore file both walk everything that is not hidden.
    base = measure(["rg", "-l", "statuscraft", tree], expect=1)
    report("rg -l statuscraft", base)
    report("statuscraft check", measure([PROGRAM, "check", tree]), base)


def current():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents(folder, 10_000)
        subprocess.run([PROGRAM, "update", name], stdout=subprocess.DEVNULL, check=True)
        size = sum(path.stat().st_size for path in folder.rglob("*.md"))
        print(f"10,000 documents, {size / 1e6:.1f} MB")
        report("find … -exec cat {} + (walks and reads once)", base := measure(["find", name, "-name", "*.md", "-exec", "cat", "{}", "+"]))
        report("rg -l statuscraft (walks, reads, in parallel)", measure(["rg", "-l", "statuscraft", name]))
        report("statuscraft check", measure([PROGRAM, "check", name]), base)
        report("statuscraft update", measure([PROGRAM, "update", name]), base)


def peers(cog, embedme):
    """Peers that take their text from files which are there already, which is the least work."""
    count = int(os.environ.get("DOCUMENTS", "1000"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents(folder / "statuscraft", count)
        (folder / "snippets").mkdir()
        snippets = {}
        for number in range(len(CODES) * len(TARGETS)):
            text = subprocess.run([PROGRAM, *words(number).split()], stdout=subprocess.PIPE, check=False).stdout
            # embedme asks for an ending that it knows; what is inside doesn't matter to it.
            path = folder / "snippets" / (words(number).replace(" --form handler", "").replace(" ", "-") + ".py")
            path.write_bytes(text)
            snippets[words(number)] = path.relative_to(folder)
        for number in range(count):
            for peer in ["cog", "embedme"]:
                path = folder / peer / f"{number // 100:03}" / f"{number}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                parts = [f"# Page {number}\n\n"]
                for region in range(3):
                    file = snippets[words(number * 3 + region)]
                    parts.append(PROSE + "\n")
                    if peer == "cog":
                        parts.append(f"<!-- [[[cog cog.outl('```'); cog.out(open('{file}').read()); cog.outl('```') ]]] -->\n<!-- [[[end]]] -->\n\n")
                    else:
                        parts.append(f"```py\n# ../../{file}\n```\n\n")
                path.write_text("".join(parts))
        subprocess.run([PROGRAM, "update", "statuscraft"], cwd=name, stdout=subprocess.DEVNULL, check=True)
        files = [[str(path.relative_to(folder)) for path in sorted((folder / peer).rglob("*.md"))] for peer in ["cog", "embedme"]]
        subprocess.run([cog, "-r", "-c", *files[0]], cwd=name, stdout=subprocess.DEVNULL, check=True)
        subprocess.run([embedme, "--silent", *files[1]], cwd=name, stdout=subprocess.DEVNULL, check=True)
        sample = (folder / files[0][0]).read_text(), (folder / files[1][0]).read_text()
        if any(text.count("\n") < 50 for text in sample):
            sys.exit("a peer has updated nothing")
        print(f"{count} documents, 3 regions each, all current")
        own = measure([PROGRAM, "check", "statuscraft"], cwd=name)
        report("statuscraft check", own, own)
        report("cog --check -c", measure([cog, "--check", "-c", *files[0]], cwd=name), own)
        report("embedme --verify", measure([embedme, "--verify", *files[1]], cwd=name), own)


def kill():
    count, kills = 10_000, int(os.environ.get("KILLS", "50"))
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        old, new, work = (pathlib.Path(name) / part for part in ["old", "new", "work"])
        documents(old, count)
        shutil.copytree(old, new)
        start = time.perf_counter()
        subprocess.run([PROGRAM, "update", str(new)], stdout=subprocess.DEVNULL, check=True)
        whole = time.perf_counter() - start
        paths = sorted(path.relative_to(old) for path in old.rglob("*.md"))
        texts = {path: ((old / path).read_bytes(), (new / path).read_bytes()) for path in paths}
        generator = random.Random(1)
        temporary = lambda: len(list(work.rglob(".statuscraft-*")))
        cut_short = most = 0
        shares = []
        shutil.copytree(old, work)
        for number in range(kills):
            # Once in each fiftieth of an update, by the share of some documents that are updated: time
            # depends on what else the machine does. One that ended before is carried out again.
            inodes = {path: (work / path).stat().st_ino for path in paths[::20]}
            while True:
                process = subprocess.Popen([PROGRAM, "update", str(work)], stdout=subprocess.DEVNULL)
                share = (number + generator.random()) / kills
                while process.poll() is None and share > sum((work / path).stat().st_ino != inode for path, inode in inodes.items()) / len(inodes):
                    time.sleep(0.005)
                time.sleep(generator.random() / 50)
                process.send_signal(signal.SIGKILL)
                if process.wait() == -signal.SIGKILL:
                    break
                for path, (before, _) in texts.items():
                    (work / path).write_bytes(before)
                inodes = {path: (work / path).stat().st_ino for path in inodes}
            updated = 0
            for path, (before, after) in texts.items():
                text = (work / path).read_bytes()
                if text not in (before, after):
                    sys.exit(f"kill {number + 1}: {path} is neither the old nor the new document")
                if text == after:
                    updated += 1
                    (work / path).write_bytes(before)
            cut_short += updated < count
            shares.append(updated)
            left = temporary()
            most = max(most, left)
            print(f"kill {number + 1}: {updated} updated, the rest as before, {left} temporary files", file=sys.stderr, flush=True)
        print(f"{kills} kills, spread over an update that takes {whole:.1f} s, {cut_short} before the last document: every one is whole")
        print(f"from {min(shares)} to {max(shares)} documents were updated, and at most {most} temporary files were there after a kill")
        subprocess.run([PROGRAM, "update", str(work)], stdout=subprocess.DEVNULL, check=True)
        for path, (_, after) in texts.items():
            if (work / path).read_bytes() != after:
                sys.exit(f"{path} is not updated")
        print(f"after a whole update: {temporary()} temporary files")


if __name__ == "__main__":
    commands = {"plain": plain, "current": current, "peers": peers, "kill": kill}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
