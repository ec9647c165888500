"""The command ``statuscraft``."""

from __future__ import annotations

import signal
import sys

from ._native import program

_VERIFY = """\
error: the package for Python can't run `verify`
hint: it is in the program that `cargo install --path . --profile dist` installs from a clone of the repository
"""


def main() -> int:
    """Does what the arguments say and returns the exit status."""
    words = sys.argv[1:]
    # Proofs start their own executable again, and here that is Python.
    if next((word for word in words if not word.startswith("-")), None) == "verify":
        sys.stderr.write(_VERIFY)
        return 2
    # Ctrl-C ends the program at once, as it does without Python.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return program(["statuscraft", *words])


if __name__ == "__main__":
    sys.exit(main())
