"""What a paragraph costs in a long text, in time and memory: 4,000 paragraphs against 1,000 in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.corpus import articles
from provenance.extraction import extractor
from provenance.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = tuple(map(int, os.environ.get("LONG_PARAGRAPHS", "1000,4000").split(",")))
SUBPROCESS = [sys.executable, "-m", "benchmarks.long_texts"]


def run() -> Iterator[str]:
    """Each text in a process of its own, so that its peak memory is its own."""
    for name in ("model", "rules"):
        made = []
        for count in PARAGRAPHS:
            done = subprocess.run([*SUBPROCESS, name, str(count)], check=True, capture_output=True, text=True)
            made.append(found := json.loads(done.stdout))
            size = f"{name}, {count:,} paragraphs of {found['words']:,.0f} words"
            yield f"{size}: {found['time']:.1f} s of processor, {found['peak']:.0f} MB, {found['before']:.0f} before"
        first, last = made[0], made[-1]
        wider = PARAGRAPHS[-1] / PARAGRAPHS[0]
        time = last["time"] / first["time"] / wider
        room = (last["peak"] - last["before"]) / (first["peak"] - first["before"]) / wider
        yield f"  a paragraph, last against first: time {time:.2f} ×, memory {room:.2f} ×"


def measured(name: str, paragraphs: int) -> dict[str, float]:
    """Seconds of processor for one text, the most memory ever taken, and before the text was read, in MB."""
    reader = extractor(name)
    [warm, long] = (next(articles(1, count)) for count in (20, paragraphs))
    reader.read(warm)
    before, start = _peak(), process_time()
    reader.read(Article("long", long.text))
    return {"time": process_time() - start, "peak": _peak(), "before": before, "words": len(long.text.split())}


def _peak() -> float:
    """The most memory that this process took, in MB; `ru_maxrss` would begin with that of the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
