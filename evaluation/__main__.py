"""The published figures: `python -m evaluation [--extractor NAME …] [--sets NAME …] [--json]`.

Also `python -m evaluation behaviour [--extractor NAME …]`, the pass rate on sentences of each kind of behaviour, and
`python -m evaluation hashes FILE …`, lines for the lists of what training may not read.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evaluation import rates, report
from evaluation.articles import rows
from evaluation.run import DATA, PUBLISHED, measured
from evaluation.splits import SETS, text_hash


def figures(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--extractor", action="append", help="repeatable; model and rules by default")
    parser.add_argument("--sets", nargs="+", choices=list(SETS), default=list(PUBLISHED))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the annotated sets")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    scored = list(measured(options.data, options.extractor or ["model", "rules"], options.sets))
    if not scored:
        sys.exit(f"skipped: {options.data} holds none of these sets")
    if options.json:
        print(json.dumps(report.record(scored), ensure_ascii=False))
    else:
        print("\n".join(report.lines(scored)))


def hashes(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation hashes", description="hashes of articles' texts")
    parser.add_argument("files", nargs="+", type=Path, help="JSON Lines with a 'text', gzipped or not")
    for path in parser.parse_args(arguments).files:
        print("\n".join(text_hash(row["text"]) for row in rows(path)))


def behaviour(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation behaviour", description=rates.__doc__)
    parser.add_argument("--extractor", action="append", help="repeatable; model and rules by default")
    for name in parser.parse_args(arguments).extractor or ["model", "rules"]:
        print(f"== {name}")
        print("\n".join(rates.lines(name)))


COMMANDS = {"behaviour": behaviour, "hashes": hashes}


def main(arguments: list[str]) -> None:
    if arguments and arguments[0] in COMMANDS:
        COMMANDS[arguments[0]](arguments[1:])
    else:
        figures(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
