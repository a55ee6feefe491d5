"""Whole chains on 224 invented articles about 28 invented events, written for this project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gate import rows
from training.data.examples import Example, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "invented"


def examples(data: Path) -> Iterator[Example]:
    """`data` is the folder that holds all corpora. Raises HeldOutError as the gate does, InputError as `joined`."""
    return joined(NAME, rows(data / "invented/articles.jsonl"), rows(data / "invented/reading.gold.jsonl"))
