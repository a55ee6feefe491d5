"""The heads that score nodes and arcs: what each number of their outputs stands for, and the files that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from provenance.extraction.parser.labels import RELATIONS, ArcKind, Naming, Stance
from provenance.model import Kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]

ASKED = (ArcKind.SAID_BY, ArcKind.THROUGH, ArcKind.SAME_AS)
"""What a query may ask for, by number."""
KINDS = tuple(Kind)
NAMINGS = tuple(Naming)
STANCES = (*Stance, None)
"""None: no attribution at all."""
LABELS = RELATIONS
NODES, POINTERS = "nodes.onnx", "pointers.onnx"
NODE = 160
"""How many numbers describe a node."""


class Described(NamedTuple):
    """Nodes as vectors, mentions first [mentions + statements, NODE], and scores of what they are.

    `kind` and `naming` are those of mentions, `stance` of statements.
    """

    nodes: Floats
    kind: Floats
    naming: Floats
    stance: Floats


class Heads(Protocol):
    """Scores nodes of one page, and arcs between them."""

    def describe(self, mentions: Floats, statements: Floats, of_mentions: Small, of_statements: Small, apart: Small
                 ) -> Described:  # fmt: skip
        """Vectors of mentions [mentions, 3 × WIDTH] and statements [statements, 6 × WIDTH], with their features."""
        ...

    def point(self, mentions: Floats, by: Floats, of: Floats, asked: Numbers, pairs: Small) -> tuple[Floats, Floats]:
        """For each query the scores of each mention and last of none, and those of LABELS for the asking mention."""
        ...
