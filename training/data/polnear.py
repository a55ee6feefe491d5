"""PolNeAR (Newell et al. 2018), training part: who says what by spans alone, 840 articles.

Of several annotators the one whose name comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.gate import rows
from training.data.examples import Example, GoldStatement, article, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from provenance.model import Article

NAME = "polnear"


def examples(data: Path) -> Iterator[Example]:
    """`data` is the folder that holds all corpora. Raises HeldOutError as the gate does."""
    for row in rows(data / "polnear/train.jsonl.gz"):
        marked = row["annotators"][min(row["annotators"])]
        one = article(row)
        yield Example(NAME, one, tuple(_statement(line, one) for line in marked), has_chains=False)


def _statement(row: Mapping[str, Any], of: Article) -> GoldStatement:
    content, cue, source = (spans(row.get(role), of) for role in ("content", "cue", "source"))
    return GoldStatement(row["id"], None, content, cue, source)
