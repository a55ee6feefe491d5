"""What is told of a pair beside what the encoder says: who asks, a statement or a mention, and who may answer.

All of it hangs on who asks and who may answer alone, so that it is laid out once for a page, and rows of it are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.extraction.parser.features import FAR, UNITS, apart

if TYPE_CHECKING:
    from typing import Self

    from numpy.typing import NDArray

    from provenance.extraction.parser.features import Nodes
    from provenance.extraction.parser.places import Places

    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]

PAIR = (2 * FAR, 2 * (len(UNITS) + 1), 2 * (len(UNITS) + 1), 4, 3, 3, 2, 4, 2 * FAR + 1)
"""How many values each feature of a pair has: words, sentences and paragraphs between; the mention in the content or
the cue; in the same quotation; the source of a statement around; linked by the tagger; of the same words as the mention
that asks, and how far off."""
LINKED = 6
"""Which feature of a pair says that the tagger linked the mention to the statement as its source."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The features of each mention by who asks, each [who asks, mentions, some].

    `places` are those that hang on where a node stands, mentions first, the others those that hang on a statement and
    on a mention; their last row is for none.
    """

    places: Small
    statements: Small
    mentions: Small

    @classmethod
    def of(cls, nodes: Nodes, places: Places, likeness: Small, between: Small) -> Self:
        """Those of a page; `likeness` of its mentions (`alike`), and how many words lie `between` its nodes."""
        words = between[:, : len(nodes.mentions)]
        return cls(_by_place(nodes, places, words), _by_statement(nodes, places), _by_mention(likeness, words))

    def asked(self, statements: Numbers, mentions: Numbers) -> Small:
        """The features of each query with every mention, [queries, mentions, PAIR].

        A query is asked by a statement, by a mention, or by a mention within a statement; -1 where there is none.
        """
        node = np.where(statements >= 0, len(self.mentions) - 1 + statements, mentions)
        return np.concatenate([self.places[node], self.statements[statements], self.mentions[mentions]], axis=-1)


def _by_place(nodes: Nodes, places: Places, words: Small) -> Small:
    """Words, sentences and paragraphs between."""
    first = np.concatenate([nodes.mentions[:, 0], nodes.cues[:, 0]])
    units = (_alone(number[first]) for number in (places.sentence, places.paragraph))
    return np.stack([words, *(apart(one, one[: len(nodes.mentions)], UNITS) for one in units)], axis=-1)


def _by_statement(nodes: Nodes, places: Places) -> Small:
    """Where the mention is in it, whether in the same quotation, the source of one around, and linked."""
    start, end = nodes.mentions[:, 0], nodes.mentions[:, 1]
    within = (start >= nodes.contents[:, :1]) & (end <= nodes.contents[:, 1:])
    in_cue = (start < nodes.cues[:, 1:]) & (end > nodes.cues[:, :1])
    quote, theirs = places.quote[nodes.contents[:, :1]], places.quote[start]
    made = np.zeros((len(nodes.contents) + 1, len(start), 4), dtype=np.uint8)
    made[:-1, :, 0] = np.where(in_cue, 3, np.where(within, 2, 1))
    made[:, :, 1] = theirs >= 0
    made[:-1, :, 1] += (theirs == quote) & (theirs >= 0)
    _mark_sources_around(nodes, made[:-1, :, 2])
    made[:-1, :, 3] = nodes.sources[:, None] == np.arange(len(start))
    return made


def _mark_sources_around(nodes: Nodes, made: Small) -> None:
    """Write 1 where a mention is the linked source of the statement around, 2 of one further out."""
    at = nodes.around
    for step in (1, 2, 2, 2):
        source = np.where(at >= 0, nodes.sources[at], -1)
        rows = np.flatnonzero(source >= 0)
        made[rows, source[rows]] = step
        at = np.where(at >= 0, nodes.around[at], -1)


def _by_mention(likeness: Small, words: Small) -> Small:
    """Of the same words, and how far off."""
    count = len(likeness)
    made = np.zeros((count + 1, count, 2), dtype=np.uint8)
    made[:-1, :, 0] = likeness
    made[:-1, :, 1] = 1 + words[:count]
    return made


def _alone(numbers: Numbers) -> Numbers:
    """Each number as a range of its own."""
    return np.stack([numbers, numbers + 1], axis=1)
