"""The heads that ship with the program, run by onnxruntime."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from provenance.encoder.labels import WIDTH
from provenance.encoder.session import opened
from provenance.errors import ExtractorError
from provenance.extraction.parser.features import MENTION, STATEMENT
from provenance.extraction.parser.heads import (
    KINDS,
    LABELS,
    NAMINGS,
    NODE,
    NODES,
    POINTERS,
    STANCES,
    Described,
)
from provenance.extraction.parser.pairs import PAIR

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]


WIDTHS = {
    NODES: {
        "mentions": 3 * WIDTH, "statements": 6 * WIDTH, "of_mentions": len(MENTION), "of_statements": len(STATEMENT),
        "nodes": NODE, "kind": len(KINDS), "naming": len(NAMINGS), "stance": len(STANCES),
    },
    POINTERS: {"mentions": NODE, "by": NODE, "of": NODE, "pairs": len(PAIR), "relation": len(LABELS)},
}  # fmt: skip
"""How many numbers the rows of what each model takes and gives have, where that is settled."""


class ShippedHeads:
    """Heads of the folder `place`. Raises ExtractorError where they do not load, or do not fit WIDTHS."""

    def __init__(self, place: Path) -> None:
        self._nodes = _fitting(place / NODES)
        self._pointers = _fitting(place / POINTERS)

    def describe(self, mentions: Floats, statements: Floats, of_mentions: Small, of_statements: Small, apart: Small
                 ) -> Described:  # fmt: skip
        given = {"mentions": mentions, "statements": statements, "of_mentions": of_mentions,
                 "of_statements": of_statements, "apart": apart}  # fmt: skip
        return Described(*self._nodes.run([*Described._fields], given))

    def point(self, mentions: Floats, by: Floats, of: Floats, asked: Numbers, pairs: Small) -> tuple[Floats, Floats]:
        given = {"mentions": mentions, "by": by, "of": of, "asked": asked, "pairs": pairs}
        scores, relation = self._pointers.run(["scores", "relation"], given)
        return scores, relation


def _fitting(path: Path) -> onnxruntime.InferenceSession:
    session, widths = opened(path, threads=1), WIDTHS[path.name]
    found = {one.name: one.shape[-1] for one in (*session.get_inputs(), *session.get_outputs()) if one.name in widths}
    if found != widths:
        raise ExtractorError(f"{path}: a model of the widths {found}, not {widths}: export it again (training/)")
    return session


@cache
def heads(place: Path) -> ShippedHeads:
    """Those of a folder, loaded once."""
    return ShippedHeads(place)
