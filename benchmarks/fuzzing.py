"""Readers and the parser's decoder under a fuzzer: `python -m benchmarks.fuzzing [--seconds N] [TARGET ...]`.

Atheris (the extra `fuzz`; https://github.com/google/atheris) changes one small file of each format, the seeds of
`tests/support/samples.py`, and goes on from whatever reaches new lines of `provenance`. A target is the suffix of a
format, "input" for what comes by standard input, or "decoder" for what the parser makes of scores; each runs in a
process of its own, with MEMORY and LONGEST as its limits, which is started again where it is stopped by them.

A finding is whatever `benchmarks.fuzzed` refuses: an exception that no reader is documented to raise, an article that
cannot be stored, a reason of several lines, a graph that is none; and a process that was stopped. The input that led to
it is kept under the folder that `--found` names, by default `findings`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.fuzzed import DECODER, INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SECONDS = 600
MEMORY = 4096
"""MiB that a process may hold."""
LONGEST = 60
"""Seconds that one input may take."""
LARGEST = 20_000
"""Bytes of one input."""
FORMATS = (
    ".txt .html .mhtml .pdf .eml .jsonl .jsonl.gz .json .csv .parquet .xml .xml.gz .rss .atom .warc .warc.gz .warc.zst "
    ".wacz"
).split()
"""One for each reader."""
TARGETS = (*FORMATS, INPUT, DECODER)
_EXECUTED = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
_PACE = re.compile(r"^#(\d+)\s", re.MULTILINE)
_COVERED = re.compile(r" cov: (\d+) ")


class Fuzzed(NamedTuple):
    """How often a target was run in how many seconds, what of the program it reached, and what was found."""

    target: str
    executions: int
    seconds: float
    covered: int
    findings: tuple[Path, ...]


def main() -> None:
    if find_spec("atheris") is None:
        print("skipped: atheris is not installed: pip install 'provenance-tracker[fuzz]'")
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing")
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("--found", type=Path, default=Path("findings"))
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    given = parser.parse_args()
    for line in run(given.targets or TARGETS, given.seconds, given.found):
        print(line, flush=True)


def run(targets: list[str] | tuple[str, ...], seconds: int, found: Path) -> Iterator[str]:
    all_ = []
    for target in targets:
        one = fuzzed(target, seconds, found / target.strip("."))
        all_.append(one)
        yield (
            f"{target}: {one.executions:,} executions in {one.seconds:.0f} s, {one.covered:,} edges reached,"
            f" {len(one.findings)} findings"
        )
        yield from (f"  {path}" for path in one.findings)
    yield (
        f"{len(all_)} targets, {sum(one.executions for one in all_):,} executions in"
        f" {sum(one.seconds for one in all_):,.0f} s, {sum(len(one.findings) for one in all_)} findings"
    )


def fuzzed(target: str, seconds: int, found: Path) -> Fuzzed:
    """Run one target; its findings lie in `found`, each beside what was said of it."""
    found.mkdir(parents=True, exist_ok=True)
    start, executions, covered = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as corpus:
        while (left := seconds - int(time.monotonic() - start)) > 0:
            said = _process(target, left, Path(corpus), found)
            counted = _EXECUTED.findall(said) or _PACE.findall(said)
            executions += int(counted[-1]) if counted else 0
            covered = max([covered, *map(int, _COVERED.findall(said))])
            if not counted:
                (found / "failed.said").write_text(said, "utf-8")
                break
    kept = sorted(path for path in found.iterdir() if path.suffix == ".said" or path.name.startswith(STOPPED))
    return Fuzzed(target, executions, time.monotonic() - start, covered, tuple(kept))


STOPPED = ("crash-", "timeout-", "oom-", "leak-")
"""How the files begin that libFuzzer keeps where a process is stopped."""


def _process(target: str, seconds: int, corpus: Path, found: Path) -> str:
    limits = {
        "max_total_time": seconds,
        "rss_limit_mb": MEMORY,
        "timeout": LONGEST,
        "max_len": LARGEST,
        "artifact_prefix": f"{found}/",
        "print_final_stats": 1,
    }
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.fuzzed", target, found, corpus, *(f"-{k}={v}" for k, v in limits.items())],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'tests' / 'support'}{os.pathsep}{ROOT}"},
        capture_output=True,
        check=False,
    )
    return (ended.stdout + ended.stderr).decode("utf-8", "replace")


if __name__ == "__main__":
    main()
