import os
import subprocess
import sys
import sysconfig

import statuscraft

COMMAND = os.path.join(sysconfig.get_path("scripts"), "statuscraft")


def run(*words, **options):
    return subprocess.run([COMMAND, *words], capture_output=True, text=True, **options)


def test_prints_an_example():
    done = run("404", "flask")
    assert (done.returncode, done.stdout) == (0, statuscraft.snippet(404, "flask"))
    module = subprocess.run([sys.executable, "-m", "statuscraft", "404", "flask"], capture_output=True, text=True)
    assert module.stdout == done.stdout


def test_reports_errors():
    done = run("404", "flas")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: no target `flas`\nhint: did you mean `flask`?\n"


def test_a_failed_check_has_its_status(tmp_path):
    document = tmp_path / "page.md"
    document.write_text("<!-- statuscraft 404 flask -->\n<!-- /statuscraft -->\n")
    assert run("check", str(document)).returncode == 1
    assert run("update", str(document)).returncode == 0
    assert run("check", str(document)).returncode == 0
    assert statuscraft.snippet(404, "flask", format="markdown").strip() in document.read_text()


def test_version_and_help():
    # The first number is that of the program, the other one that of the package.
    assert run("--version").stdout == f"statuscraft {statuscraft.__version__}\n"
    shown = run("--help").stdout
    assert shown.startswith("Example handlers")
    assert "verify" not in shown


def test_says_that_it_can_not_verify():
    for words in (["verify"], ["--quiet", "verify", "404"]):
        done = run(*words)
        assert done.returncode == 2
        assert "can't run `verify`" in done.stderr


def test_a_closed_pipe_is_no_error():
    process = subprocess.Popen([COMMAND, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
