"""One million requests through `RDD.pipe`: Spark starts `statuscraft batch` once a partition, and the
answers come in the order of the requests.

usage: spark.py PROGRAM [NUMBER]        with pyspark from PyPI and a Java that it takes
"""

import json
import os
import shlex
import sys
import time

from pyspark import SparkConf, SparkContext

PROGRAM = os.path.abspath(sys.argv[1])
NUMBER = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
PARTITIONS = 8
CODES = [200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 502, 503]
TARGETS = ["express", "flask", "go", "php", "sinatra", "spring"]


def request(number):
    code, target = CODES[number % len(CODES)], TARGETS[number % len(TARGETS)]
    return json.dumps({"code": code, "target": target, "message": f"request {number}"})


def wrong(pair):
    """Whether an answer is another request's."""
    asked, answer = map(json.loads, pair)
    return any(asked[name] != answer.get(name) for name in ("code", "target")) or not answer["text"]


def main():
    conf = SparkConf().setMaster("local[2]").setAppName("statuscraft").set("spark.ui.enabled", "false")
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    requests = context.range(NUMBER, numSlices=PARTITIONS).map(request).cache()
    count = requests.count()

    # A request that can't be answered ends its process with 1, and `checkCode` ends the job then.
    answers = requests.pipe(shlex.join([PROGRAM, "batch"]), checkCode=True)
    start = time.perf_counter()
    piped = answers.count()
    seconds = time.perf_counter() - start
    print(f"{count} requests, {piped} answers in {seconds:.1f} s: {piped / seconds:,.0f}/s with Spark's own work")

    astray = requests.zip(answers).filter(wrong).count()
    print(f"{astray} answers are not those of their requests")
    context.stop()
    sys.exit(count != NUMBER or piped != NUMBER or astray != 0)


if __name__ == "__main__":
    main()
