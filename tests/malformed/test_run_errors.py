"""Runs that cannot be: each a line that says what is missing, and nothing is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from command import EXAMPLES, run

from provenance.runners.spark.session import NO_PYSPARK

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_no_such_engine(tmp_path: Path) -> None:
    answer = run("run", EXAMPLES, "-o", tmp_path / "out", "--engine", "abacus")
    assert answer.code == 2
    assert answer.err == "provenance: no engine 'abacus': give one of local, spark\n"


def test_a_place_that_is_taken(tmp_path: Path) -> None:
    answer = run("run", EXAMPLES, "-o", tmp_path)
    assert answer.code == 5
    assert answer.err == f"provenance: {tmp_path}: is there already: give another place with -o\n"


def test_nothing_to_read(tmp_path: Path) -> None:
    answer = run("run", tmp_path / "none", "-o", tmp_path / "out", "--extractor", "rules")
    assert answer.code == 3
    assert "no such file or folder" in answer.err


def test_without_pyspark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    answer = run("run", EXAMPLES, "-o", tmp_path / "out", "--engine", "spark")
    assert answer.code == 6
    assert answer.err == f"provenance: {NO_PYSPARK}\n"
    assert not (tmp_path / "out").exists()
