"""Which articles were copied from which: whole, reworded a little, or one passage of them."""

from provenance.linking.matching.copies.alignment import Passage, aligned
from provenance.linking.matching.copies.conclusion import UNDIRECTED, Copy, CopyKind, Direction, links
from provenance.linking.matching.copies.judging import compare, judged

__all__ = [
    "UNDIRECTED",
    "Copy",
    "CopyKind",
    "Direction",
    "Passage",
    "aligned",
    "compare",
    "judged",
    "links",
]
