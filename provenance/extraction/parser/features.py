"""What is told of nodes, statements and mentions, beside what the encoder says: small numbers, the same in training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.extraction.parser.mentions import Listing
from provenance.text import STOP_WORDS, plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from provenance.extraction.parser.places import Places

    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]

WORDS = np.array([1, 2, 3, 5, 9, 17, 33, 65, 129, 257, 513])
UNITS = np.array([1, 2, 3, 4, 6, 9, 16, 31])
"""Where the next bucket of a distance begins, in words, and in sentences or paragraphs."""
FAR = len(WORDS) + 1
LENGTHS, RANKS, REPEATS = np.array([2, 3, 4, 6, 9]), np.array([1, 2, 3, 5, 9, 17]), np.array([2, 3, 5, 9])
MENTION = (len(Listing), len(LENGTHS) + 1, len(RANKS) + 1, len(REPEATS) + 1, 2, 3)
"""How many values each feature of a mention has: listing, length, paragraph, occurrences, in a quotation, capitals."""
STATEMENT = (2, 2, 2, len(RANKS) + 1, 3)
"""Of a statement: inside another, with a cue, in a quotation, paragraph, parts of its content."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Ranges of words: `mentions`, and `cues` and `contents` (the hull of its parts) of statements.

    A statement without a cue has the first word of its content for one, in `bare`. `sources` is the number of the
    mention that the tagger linked, -1 for none; `around` that of the statement in whose content it lies.
    """

    mentions: Numbers
    listings: Numbers
    cues: Numbers
    contents: Numbers
    parts: Numbers
    bare: NDArray[np.bool_]
    sources: Numbers
    around: Numbers


def around(contents: Numbers, cues: Numbers) -> Numbers:
    """For each statement the number of the one with the shortest content that holds its cue and content, else -1."""
    made = np.full(len(contents), -1)
    length = np.diff(contents)[:, 0]
    for number, ((start, end), (begin, stop)) in enumerate(zip(contents.tolist(), cues.tolist(), strict=True)):
        low, high = min(start, begin), max(end, stop)
        holds = (contents[:, 0] <= low) & (contents[:, 1] >= high) & (length > end - start)
        if holds.any():
            made[number] = np.where(holds, length, np.iinfo(np.int64).max).argmin()
    return made


def alike(words: Sequence[str]) -> Small:
    """How mentions are like each other by their words: 3 the same, 2 one within the other, 1 a word in common, 0."""
    sets = [frozenset(plain_name(one).split()) - STOP_WORDS for one in words]
    vocabulary = {word: place for place, word in enumerate(sorted(frozenset().union(*sets)))}
    held = np.zeros((len(sets), len(vocabulary) + 1), dtype=np.float32)
    for number, one in enumerate(sets):
        held[number, [vocabulary[word] for word in one]] = 1
    common, size = held @ held.T, held.sum(axis=1)
    least, most = np.minimum(size[:, None], size[None]), np.maximum(size[:, None], size[None])
    made: Small = ((common > 0) * (1 + (common == least) + (common == most) * (common == least))).astype(np.uint8)
    return made


def between(nodes: Nodes) -> Small:
    """How many words lie between all nodes, mentions first, then statements by their cues: [nodes, nodes], bucketed."""
    spans = np.concatenate([nodes.mentions, nodes.cues])
    return apart(spans, spans, WORDS)


def of_mentions(nodes: Nodes, places: Places, likeness: Small, capitals: Numbers) -> Small:
    """The features of each mention, [mentions, MENTION]; `capitals` is 0 for none, 1 in its first word, 2 later."""
    first = nodes.mentions[:, 0]
    columns = [
        nodes.listings,
        np.searchsorted(LENGTHS, np.diff(nodes.mentions)[:, 0], side="right"),
        np.searchsorted(RANKS, places.paragraph[first], side="right"),
        np.searchsorted(REPEATS, (likeness == 3).sum(axis=1), side="right"),
        places.quote[first] >= 0,
        capitals,
    ]
    return np.stack(columns, axis=1).astype(np.uint8)


def of_statements(nodes: Nodes, places: Places) -> Small:
    """The features of each statement, [statements, STATEMENT]."""
    first = nodes.contents[:, 0]
    columns = [
        nodes.around >= 0,
        ~nodes.bare,
        places.quote[first] >= 0,
        np.searchsorted(RANKS, places.paragraph[first], side="right"),
        np.clip(nodes.parts, 1, 3) - 1,
    ]
    return np.stack(columns, axis=1).astype(np.uint8)


def apart(ones: Numbers, others: Numbers, edges: Numbers) -> Small:
    """The bucket of how far each of `others` lies after, or in the second half before, each of `ones`."""
    before = others[None, :, 0] < ones[:, None, 0]
    gap = np.where(before, ones[:, None, 0] - others[None, :, 1], others[None, :, 0] - ones[:, None, 1]) + 1
    bucket = np.searchsorted(edges, np.arange(edges[-1] + 1), side="right").astype(np.uint8)
    return bucket.take(gap, mode="clip") + before * np.uint8(len(edges) + 1)
