"""Some 1,100 files that were damaged, or made wrong: what is read of each, or the one line that says why not.

`inputs.tsv` has a line for each: the format, what is wrong, what came of it. After a change that is meant, write it
anew and read what is different: `PYTHONPATH=tests/support:. python tests/malformed/test_inputs.py`.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from broken import broken
from damage import damaged
from files import outcomes

from provenance.readers import READERS, Read, Skipped

TABLE = Path(__file__).with_name("inputs.tsv")
ROOT = Path(__file__).parents[2]
MEMORY = 2 * 2**30
"""Bytes that a process may hold which reads them all."""
SECONDS = 20
"""Of the processor, for one file; none takes a fifth of it."""
FEWEST = 1000
SHOWN = 3
"""Outcomes of one file that are written out."""


def lines() -> list[str]:
    """The table as it is today. TimeoutError where a file takes too long, MemoryError where it takes too much."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _too_long)
    made = []
    for suffix, kind, data in (*damaged(), *broken()):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        found = outcomes(f"a{suffix}", data)
        signal.setitimer(signal.ITIMER_PROF, 0)
        told = [_told(one) for one in found]
        more = [f"{len(told) - SHOWN:,} more"] if len(told) > SHOWN else []
        made.append("\t".join((suffix, kind, " / ".join([*told[:SHOWN], *more]))))
    return made


def _told(outcome: Read | Skipped) -> str:
    if isinstance(outcome, Skipped):
        assert len(outcome.reason.splitlines()) == 1
        assert len(outcome.reason) < 1_000
        return f"{outcome.input.removeprefix('a')}: {outcome.reason}"
    article = outcome.article
    repr(outcome).encode()
    assert article.text.strip()
    assert article.capture is not None
    told = (article.title, article.published, article.url and article.url[:60])
    return f"read {len(article.text):,} characters" + "".join(f", {_shown(one)}" for one in told if one)


def _shown(words: str) -> str:
    return ascii(words if len(words) <= 60 else f"{words[:60]}…")


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


@cache
def found() -> dict[str, list[str]]:
    """The lines of each format, from a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "-"],
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'tests' / 'support'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return by_format(done.stdout)


def by_format(table: str) -> dict[str, list[str]]:
    rows = table.rstrip("\n").split("\n")
    return {suffix: [row for row in rows if row.split("\t")[0] == suffix] for suffix in READERS}


@pytest.mark.xdist_group("inputs")
@pytest.mark.parametrize("suffix", READERS)
def test_what_comes_of_each(suffix: str) -> None:
    assert found()[suffix] == by_format(TABLE.read_text("utf-8"))[suffix]


def test_there_are_many_of_every_format() -> None:
    pinned = by_format(TABLE.read_text("utf-8"))
    assert sum(map(len, pinned.values())) >= FEWEST
    assert all(len(rows) >= 30 for rows in pinned.values())


if __name__ == "__main__":
    text = "".join(f"{line}\n" for line in lines())
    if sys.argv[1:] == ["-"]:
        sys.stdout.buffer.write(text.encode())
    else:
        TABLE.write_text(text, "utf-8")
        print(f"{len(text.splitlines()):,} lines, {time.process_time():.0f} s")  # noqa: T201
