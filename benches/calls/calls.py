"""Calls the module for Python: see src/main.rs."""

import sys

from statuscraft import snippet

for line in sys.stdin:
    calls, code, target = line.split()
    code, text = int(code), ""
    for _ in range(int(calls)):
        text = snippet(code, target)
    print(len(text.encode()), flush=True)
