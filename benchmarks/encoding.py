"""What the bare encoder gained: its weights as they were run before (`git show`), against those that ship, by turns.

Before: plain operators, unsigned weights, every number of every piece given. Both read the same windows of the same
articles in one process, article by article; left out where the repository's history is not at hand.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import onnxruntime

from benchmarks.corpus import articles
from benchmarks.reading import feeds
from provenance.encoder.encoder import folder
from provenance.encoder.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEFORE = "4e8954f:data/reader/reader.onnx"
COUNT, PARAGRAPHS, TIMES = 30, 40, 5


def run() -> Iterator[str]:
    shown = subprocess.run(["git", "show", BEFORE], check=False, capture_output=True, cwd=Path(__file__).parent)
    if shown.returncode:
        yield f"left out: no {BEFORE} in the history of this checkout"
        return
    given = [list(feeds(article.text)) for article in articles(COUNT, PARAGRAPHS)]
    for threads in (1, 2):
        start = perf_counter()
        old = _before(shown.stdout, threads)
        between = perf_counter()
        new = Session(folder(), threads).run
        loading = f"{1000 * (between - start):.0f} ms before, {1000 * (perf_counter() - between):.0f} now"
        before, now = (COUNT / seconds for seconds in by_turns([old, new], given))
        yield f"{threads} thread(s): {before:.1f} articles/s before, {now:.1f} now, {now / before:.2f} ×"
        yield f"  loaded in {loading}"


def by_turns(ways: list[Callable[..., object]], given: list[list[tuple[Any, ...]]]) -> list[float]:
    """Seconds of each way for all articles: the median of each article's TIMES, all ways beside each other."""
    found: list[float] = [0.0] * len(ways)
    for article in given:
        times: list[list[float]] = [[] for _ in ways]
        for _ in range(TIMES):
            for way, taken in zip(ways, times, strict=True):
                start = perf_counter()
                for window in article:
                    way(*window)
                taken.append(perf_counter() - start)
        found = [total + median(taken) for total, taken in zip(found, times, strict=True)]
    return found


def _before(model: bytes, threads: int) -> Callable[..., object]:
    """The run of a window as it was: everything of every piece, then the words picked."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return lambda ids, features, at: [
        part[0][at] for part in session.run(None, {"ids": ids[None], "features": features[None]})
    ]
