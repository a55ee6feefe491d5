"""Claims, origins and independence on the event articles: given the program's own statements, and given the gold.

Scored by the scorer that lies beside the data, from what `provenance claims --format jsonl` prints.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import Library
from training.events import gold

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[2] / "shared"
EVENTS = SHARED / "data" / "events"


def run() -> Iterator[str]:
    if not EVENTS.is_dir():
        yield f"skipped: {EVENTS} is missing"
        return
    with tempfile.TemporaryDirectory() as folder:
        own, given = Path(folder) / "own", Path(folder) / "given"
        _provenance("ingest", str(EVENTS / "articles.jsonl"), "--store", str(own))
        with Library.open(given) as library:
            for reading, _ in gold(EVENTS):
                library.add(reading)
        for name, store in (("own statements", own), ("gold statements given", given)):
            claims = Path(folder) / "claims.jsonl"
            claims.write_text(_provenance("claims", "--store", str(store), "--format", "jsonl"), encoding="utf8")
            yield f"{name}:"
            yield from (f"  {line}" for line in _score(claims).splitlines())


def _provenance(*arguments: str) -> str:
    command = [sys.executable, "-m", "provenance", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _score(claims: Path) -> str:
    scorer = str(SHARED / "score" / "score.py")
    command = [sys.executable, scorer, "claims", "--gold", str(EVENTS), "--predicted-claims", str(claims)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
