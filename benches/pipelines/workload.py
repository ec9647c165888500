"""Prints requests for `statuscraft batch`, a JSON object a line, the same ones each time.

usage: workload.py NUMBER
"""

import itertools
import json
import random
import sys

CODES = [200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 502, 503]
TARGETS = ["express", "flask", "go", "php", "sinatra", "spring"]


def requests(seed=1):
    """Requests without end: half with a message of their own, a fifth for the handler alone."""
    chance = random.Random(seed)
    for number in itertools.count():
        request = {"code": chance.choice(CODES), "target": chance.choice(TARGETS)}
        if number % 2:
            request["message"] = f'request {number}: it\'s "{number}"'
        if number % 5 == 0:
            request["form"] = "handler"
        yield request


if __name__ == "__main__":
    for one in itertools.islice(requests(), int(sys.argv[1])):
        print(json.dumps(one))
