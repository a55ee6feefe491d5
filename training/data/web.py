"""Whole chains on 89 articles of some 75 outlets, on many subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gate import rows
from training.data.examples import Example, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "web"


def examples(data: Path) -> Iterator[Example]:
    """`data` is the folder that holds all corpora. Raises HeldOutError as the gate does, InputError as `joined`."""
    return joined(NAME, rows(data / "reading/web.train.articles.jsonl"), rows(data / "reading/web.train.gold.jsonl"))
