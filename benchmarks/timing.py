"""Clocks for the benchmarks: best of several, since noise only ever adds time."""

from __future__ import annotations

import subprocess
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def best(action: Callable[[], object], times: int = 5) -> float:
    """The least of `times` wall-clock times of `action`, in seconds."""
    found = []
    for _ in range(times):
        start = perf_counter()
        action()
        found.append(perf_counter() - start)
    return min(found)


def command(words: Sequence[str], times: int = 10) -> float:
    """The least wall-clock time of a program, in seconds."""
    return best(lambda: subprocess.run(words, check=True, capture_output=True), times)
