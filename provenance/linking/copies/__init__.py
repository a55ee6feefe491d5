"""Which articles were copied from which: whole, reworded a little, or one passage of them."""

from provenance.linking.copies.alignment import Passage, aligned
from provenance.linking.copies.conclusion import UNDIRECTED, Copy, CopyKind, Direction, links
from provenance.linking.copies.fingerprints import bands, keys, most_holders, signature
from provenance.linking.copies.judging import judged

__all__ = [
    "UNDIRECTED",
    "Copy",
    "CopyKind",
    "Direction",
    "Passage",
    "aligned",
    "bands",
    "judged",
    "keys",
    "links",
    "most_holders",
    "signature",
]
