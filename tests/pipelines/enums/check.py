"""Compares the generated enumeration with Python's own, wherever both have a number."""

import json
import sys
from http import HTTPStatus

from status import Status

constants = {}
for line in open(sys.argv[1], encoding="utf-8"):
    code = json.loads(line)
    for constant in code["constants"]:
        if constant["title"] == "Python":
            constants[code["code"]] = constant["constant"]

assert Status.NOT_FOUND == 404 and Status(404) is Status.NOT_FOUND
common = {int(status) for status in HTTPStatus} & {int(status) for status in Status}
assert len(common) > 50, common
for number in sorted(common):
    # Python's names are the ones that the constants say, if they say any.
    if number in constants:
        assert constants[number] == f"HTTPStatus.{HTTPStatus(number).name}", number
    assert HTTPStatus(number).phrase == json.loads(
        next(line for line in open(sys.argv[1], encoding="utf-8") if f'"code":{number},' in line)
    )["phrase"] or number in {302, 413, 414, 416, 422}, number
print(f"{len(Status)} codes, {len(common)} of them in Python's own enumeration")
