"""Nothing else runs the benchmarks: what they import must at least be there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

NAMES = sorted(path.stem for path in (Path(__file__).parents[3] / "benchmarks").glob("*.py") if path.stem[0] != "_")


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_can_be_imported(name: str) -> None:
    assert import_module(f"benchmarks.{name}").__doc__


def test_there_are_benchmarks() -> None:
    assert {"copying", "finding", "reading"} <= set(NAMES)
