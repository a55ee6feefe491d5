"""Passes and heads that nobody trained, for tests of what is made of them: all scores are drawn at random."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.segmentation import segment
from provenance.encoder import pairs
from provenance.encoder.encoded import Encoded, WordScores
from provenance.encoder.encoder import folder
from provenance.encoder.labels import LEVELS, NO_CUE, TAGS
from provenance.encoder.links import Links
from provenance.encoder.tables import Tables
from provenance.encoder.tokens import tokenize, tokenizer
from provenance.extraction.parser.features import FAR, MENTION, STATEMENT
from provenance.extraction.parser.heads import ASKED, KINDS, LABELS, NAMINGS, STANCES, Described
from provenance.extraction.parser.pairs import PAIR

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]

NODE, STATE = 3, 2
"""Widths: of a node, and of a state."""


@cache
def cutter() -> Tokenizer:
    return tokenizer(folder())


def encoded(text: str, seed: int, outside: float = 0.0) -> Encoded:
    """A pass over `text`; the greater `outside` is, the fewer words are tagged."""
    chance = np.random.default_rng(seed)
    page = segment(text)
    tokens = tokenize(page, cutter())
    count = len(tokens)
    near = tuple(_floats(chance, 2, size) for size in pairs.FEATURES)
    tables = Tables(_floats(chance, LEVELS, TAGS, TAGS), near, np.zeros((1, 1), np.float32), None)
    scores = 3 * _floats(chance, count, LEVELS, TAGS)
    scores[:, :, 0] += np.float32(outside)
    links = Links(_floats(chance, count, NO_CUE + 1), near)
    return Encoded(page, tokens, WordScores(scores), links, _floats(chance, count, STATE), tables)


@dataclass
class DrawnHeads:
    """Scores `spread` wide at random; refuses features above the sizes that are declared for them.

    With `all_are` no statement is taken for none.
    """

    seed: int
    spread: float = 5.0
    all_are: bool = False

    def __post_init__(self) -> None:
        self.chance = np.random.default_rng(self.seed)
        self.asked: list[int] = []

    def describe(self, mentions: Floats, statements: Floats, of_mentions: Small, of_statements: Small, apart: Small
                 ) -> Described:  # fmt: skip
        count, told = len(mentions), len(statements)
        assert mentions.shape[1:] == (3 * STATE,)
        assert statements.shape[1:] == (6 * STATE,)
        assert np.isfinite(mentions).all()
        assert np.isfinite(statements).all()
        assert within(of_mentions, MENTION)
        assert within(of_statements, STATEMENT)
        assert apart.shape == (count + told, count + told)
        assert (apart < 2 * FAR).all()
        stance = self._scores(told, len(STANCES))
        if self.all_are:
            stance[:, -1] = -100
        kind, naming = self._scores(count, len(KINDS)), self._scores(count, len(NAMINGS))
        return Described(self._scores(count + told, NODE), kind, naming, stance)

    def point(self, mentions: Floats, by: Floats, of: Floats, asked: Numbers, pairs: Small) -> tuple[Floats, Floats]:
        queries = len(asked)
        assert by.shape == of.shape == (queries, NODE)
        assert ((asked >= 0) & (asked < len(ASKED))).all()
        assert pairs.shape == (queries, len(mentions), len(PAIR))
        assert within(pairs, PAIR)
        self.asked += asked.tolist()
        return self._scores(queries, len(mentions) + 1), self._scores(queries, len(LABELS))

    def _scores(self, *shape: int) -> Floats:
        return np.float32(self.spread) * _floats(self.chance, *shape)


def within(features: Small, sizes: tuple[int, ...]) -> bool:
    """Whether `features` [..., one for each of sizes] are numbers below `sizes`."""
    return features.dtype == np.uint8 and features.shape[-1] == len(sizes) and bool((features < np.array(sizes)).all())


def _floats(chance: np.random.Generator, *shape: int) -> Floats:
    return chance.standard_normal(shape).astype(np.float32)
