"""Writes an IntEnum of the registered status codes from `statuscraft export --what codes`."""

import json
import sys

print('"""The registered status codes of HTTP. Generated; do not edit."""\n')
print("from enum import IntEnum\n\n")
print("class Status(IntEnum):")
for line in sys.stdin:
    code = json.loads(line)
    if code["registration"] == "registered":
        name = code["name"].replace("-", "_").upper()
        print(f"    {name} = {code['code']}")
        print(f"    {json.dumps(code['summary'], ensure_ascii=False)}")
