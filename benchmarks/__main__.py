"""Every figure of benchmarks/README.md, measured in one run: `python -m benchmarks [name ...]`."""

from __future__ import annotations

import sys

from benchmarks import (
    copying,
    drawing,
    encoding,
    extracting,
    finding,
    growing,
    hyperlinks,
    ingesting,
    jobs,
    keeping,
    killing,
    long_texts,
    pages,
    reading,
    servers,
    serving,
    spark,
    starting,
    tracing,
)

BENCHMARKS = {
    "starting": starting.run,
    "encoding": encoding.run,
    "reading": reading.run,
    "extracting": extracting.run,
    "long_texts": long_texts.run,
    "ingesting": ingesting.run,
    "growing": growing.run,
    "keeping": keeping.run,
    "jobs": jobs.run,
    "tracing": tracing.run,
    "copying": copying.run,
    "finding": finding.run,
    "hyperlinks": hyperlinks.run,
    "drawing": drawing.run,
    "pages": pages.run,
    "killing": killing.run,
    "servers": servers.run,
    "serving": serving.run,
    "spark": spark.run,
}


def main() -> None:
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"\n== {name}")
        for line in BENCHMARKS[name]():
            print(line, flush=True)


main()
