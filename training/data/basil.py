"""Whole chains on 60 articles of BASIL (Fan et al. 2019): three outlets on each of twenty events, 2010–2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gate import rows
from training.data.examples import Example, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "basil"


def examples(data: Path) -> Iterator[Example]:
    """`data` is the folder that holds all corpora. Raises HeldOutError as the gate does, InputError as `joined`."""
    return joined(
        NAME, rows(data / "reading/basil.train.articles.jsonl"), rows(data / "reading/basil.train.gold.jsonl")
    )
