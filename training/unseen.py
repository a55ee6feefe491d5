"""What a reader made of the articles that it was trained without, with what annotators wrote of them."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NamedTuple

from training.data import CHAINS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.extraction.parser.parser import Parsed
    from training.data.examples import Example


class Unseen(NamedTuple):
    """An example that no head has seen, and what was made of it."""

    example: Example
    parsed: Parsed


def unseen(part: Path, data: Path) -> Iterator[Unseen]:
    """Of the folder `part` that `training.folds` made, corpus by corpus; `data` is the folder of all corpora."""
    read: dict[str, Parsed] = pickle.loads((part / "read.pkl").read_bytes())  # noqa: S301 - our own
    for examples in CHAINS.values():
        for one in examples(data):
            if one.article.key in read:
                yield Unseen(one, read[one.article.key])
