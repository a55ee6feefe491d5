"""What stands on an encoded page: statements and mentions as nodes, with what the encoder and the layout tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.tokens import BLOCKS
from provenance.extraction.parser import features
from provenance.extraction.parser.bounds import NOBODY
from provenance.extraction.parser.features import Nodes
from provenance.extraction.parser.mentions import candidates
from provenance.extraction.parser.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from provenance.encoder.encoded import Encoded
    from provenance.extraction.decode import Tagged

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Laid:
    """The nodes of a page and where its words stand; `words` are those of each mention."""

    nodes: Nodes
    places: Places
    words: tuple[str, ...]

    def of(self, mentions: Numbers, statements: Numbers) -> Laid:
        """The same page with these nodes alone; what leads to another is cut."""
        nodes = self.nodes
        number_of_mention = _numbers(mentions, len(nodes.mentions))
        number_of_statement = _numbers(statements, len(nodes.cues))
        kept = Nodes(
            nodes.mentions[mentions], nodes.listings[mentions], nodes.cues[statements], nodes.contents[statements],
            nodes.parts[statements], nodes.bare[statements], number_of_mention[nodes.sources[statements]],
            number_of_statement[nodes.around[statements]],
        )  # fmt: skip
        return replace(self, nodes=kept, words=tuple(self.words[at] for at in mentions))

    def capitals(self) -> Numbers:
        """Those of each mention."""
        return np.array([capitals(words) for words in self.words], dtype=np.int64)


def laid(encoded: Encoded, statements: Sequence[Tagged], tagged: Sequence[tuple[int, int]]) -> Laid:
    """The nodes of a page on which `statements` were found, in the order of their cues, and mentions `tagged`."""
    text, tokens = encoded.page.text, encoded.tokens
    sources = [(one.source.start, one.source.end) for one in statements if one.source]
    cues = [(one.cue.start, one.cue.end) for one in statements if one.cue]
    told = {*sources, *cues}
    is_nobody = np.isin(tokens.blocks, [BLOCKS[one] for one in NOBODY])
    found = candidates(text, tokens, [*tagged, *told])
    found = {at: listing for at, listing in found.items() if at in told or not is_nobody[at[0]]}
    number = {words: place for place, words in enumerate(found)}
    contents = _ranges([(one.contents[0].start, one.contents[-1].end) for one in statements])
    opened = _ranges([(c.start, c.end) if (c := one.cue) else (one.contents[0].start, one.contents[0].start + 1)
                      for one in statements])  # fmt: skip
    nodes = Nodes(
        _ranges(list(found)),
        np.array(list(found.values()), dtype=np.int64),
        opened,
        contents,
        np.array([len(one.contents) for one in statements], dtype=np.int64),
        np.array([one.cue is None for one in statements], dtype=bool),
        np.array([number[s.start, s.end] if (s := one.source) else -1 for one in statements], dtype=np.int64),
        features.around(contents, opened),
    )
    words = tuple(text[slice(*tokens.span(*at))] for at in found)
    return Laid(nodes, Places.of(encoded.page, tokens), words)


def capitals(words: str) -> int:
    """1 for a capital in the first of `words`, 2 in a later one, 0 for none."""
    return 1 if words[:1].isupper() else 2 if any(word[:1].isupper() for word in words.split()) else 0


def spread(states: Floats, spans: Numbers) -> Floats:
    """For each span of at least one word its first state, its last, and the mean of all, [spans, 3 × WIDTH]."""
    made = np.empty((len(spans), 3, states.shape[1]), dtype=np.float32)
    made[:, 0], made[:, 1] = states[spans[:, 0]], states[spans[:, 1] - 1]
    for row, (start, end) in zip(made[:, 2], spans.tolist(), strict=True):
        np.add.reduce(states[start:end], 0, out=row)
    made[:, 2] /= np.diff(spans)
    return made.reshape(len(spans), 3 * states.shape[1])


def _ranges(spans: Sequence[tuple[int, int]]) -> Numbers:
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def _numbers(kept: Numbers, count: int) -> Numbers:
    """The new number of each node, by its old one; -1 for those that are left out, and at the end for -1 itself."""
    made = np.full(count + 1, -1)
    made[kept] = np.arange(len(kept))
    made[-1] = -1
    return made
