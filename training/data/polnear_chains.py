"""Whole chains on 240 articles of PolNeAR's training part: its spans, and nested and missed attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gate import rows
from training.data.examples import Example, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "polnear.chains"


def examples(data: Path) -> Iterator[Example]:
    """`data` is the folder that holds all corpora. Raises HeldOutError as the gate does, InputError as `joined`."""
    return joined(NAME, rows(data / "polnear/train.jsonl.gz"), rows(data / "reading/polnear.train.gold.jsonl"))
