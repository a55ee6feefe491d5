"""What is measured is what users have: evaluation sees the public API, and values."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

EVALUATION = sorted((Path(__file__).parents[3] / "evaluation").rglob("*.py"))
PUBLIC = {
    "provenance",
    *(f"provenance.{name}" for name in ("library", "extraction", "model", "errors", "iris", "text")),
}


@pytest.mark.parametrize("path", EVALUATION, ids=lambda path: path.stem)
def test_only_what_is_public_is_imported(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module} | {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    assert {name for name in found if name.split(".")[0] == "provenance"} <= PUBLIC
    assert not {name for name in found if name.split(".")[0] in {"training", "benchmarks", "tests"}}
