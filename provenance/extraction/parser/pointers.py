"""Who is asked for, and who answers: the scores of SAID_BY, THROUGH and SAME_AS as shares of certainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from provenance.extraction.parser import features
from provenance.extraction.parser.genders import at_odds, genders
from provenance.extraction.parser.heads import ASKED
from provenance.extraction.parser.labels import MOST_HOPS, ArcKind
from provenance.extraction.parser.page import spread
from provenance.extraction.parser.pairs import PAIR, Pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from provenance.extraction.parser.features import Nodes
    from provenance.extraction.parser.heads import Described, Heads
    from provenance.extraction.parser.page import Laid

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]

THE_SAME, LIKE = 3, 2
"""From which likeness of words on two mentions are one answer: of a source or carrier, of an antecedent."""
SAME = 0.5
"""From which share of common words on two mentions are one, as in training."""
AT_ONCE = 4_000_000
"""How many features of pairs are scored together."""


class Step(NamedTuple):
    """A mention on the way of a statement: how sure the arc is that leads to it, its relation, how sure the end is.

    The first is led to by SAID_BY, and `sure` is 1. `ends` is 0 where the way goes on.
    """

    mention: int
    sure: float
    relation: int
    ends: float


class Pointed(NamedTuple):
    """For each query the number of the mention that answers, -1 for none, and how sure; and relations' scores."""

    best: Numbers
    sure: Floats
    relation: Floats


@dataclass(frozen=True, slots=True)
class Pointing:
    """Asks the heads about one page. `same` are the mentions that are one answer to what is asked."""

    page: Laid
    heads: Heads
    likeness: Small
    gender: Numbers
    pairs: Pairs
    described: Described
    same: Mapping[ArcKind, NDArray[np.bool_]]

    @classmethod
    def of(cls, page: Laid, heads: Heads, states: Floats) -> Pointing:
        nodes, likeness = page.nodes, features.alike(page.words)
        between = features.between(nodes)
        statements = np.concatenate([spread(states, nodes.cues), spread(states, nodes.contents)], axis=1)
        described = heads.describe(
            spread(states, nodes.mentions),
            statements,
            features.of_mentions(nodes, page.places, likeness, page.capitals()),
            features.of_statements(nodes, page.places),
            between,
        )
        pairs = Pairs.of(nodes, page.places, likeness, between)
        source, antecedent = (one | _overlapping(nodes) for one in (likeness >= THE_SAME, likeness >= LIKE))
        same = {ArcKind.SAID_BY: source, ArcKind.THROUGH: source, ArcKind.SAME_AS: antecedent}
        return cls(page, heads, likeness, genders(page.words, likeness >= LIKE), pairs, described, same)

    def said_by(self, statements: Numbers) -> Pointed:
        return self._ask(ArcKind.SAID_BY, statements, np.full(len(statements), -1))

    def through(self, statements: Numbers, mentions: Numbers, used: list[list[int]]) -> Pointed:
        """By what each of `mentions` reached the article in each of `statements`; not by what is `used` already."""
        return self._ask(ArcKind.THROUGH, statements, mentions, used)

    def ways(self, statements: Numbers, origins: Numbers) -> list[list[Step]]:
        """The way of each statement, from its origin upwards."""
        made: list[list[Step]] = [[] for _ in statements]
        at, sure = origins.copy(), np.ones(len(statements), dtype=np.float32)
        live = np.flatnonzero(at >= 0)
        for _ in range(MOST_HOPS):
            if not len(live):
                break
            used = [[*(step.mention for step in made[one]), int(at[one])] for one in live]
            found = self.through(statements[live], at[live], used)
            relations = found.relation.argmax(axis=1)
            for place, one in enumerate(live.tolist()):
                ends = float(found.sure[place]) if found.best[place] < 0 else 0.0
                made[one].append(Step(int(at[one]), float(sure[one]), int(relations[place]), ends))
            at[live], sure[live] = found.best, found.sure
            live = live[found.best >= 0]
        return made

    def _ask(self, kind: ArcKind, statements: Numbers, mentions: Numbers, used: list[list[int]] | None = None
             ) -> Pointed:  # fmt: skip
        best, sure = np.full(len(statements), -1), np.ones(len(statements), dtype=np.float32)
        relations = []
        for part in self._parts(len(statements)):
            scores, relation = self._scores(kind, statements[part], mentions[part])
            for row, taken in enumerate(used[part] if used else ()):
                scores[row, :-1][(self.likeness[taken] >= THE_SAME).any(axis=0)] = -np.inf
                scores[row, taken] = -np.inf
            best[part], sure[part] = self.best(kind, shares(scores))
            relations.append(relation)
        return Pointed(best, sure, np.concatenate(relations) if relations else np.zeros((0, 1), np.float32))

    def antecedents(self, mentions: Numbers) -> Floats:
        """For each of `mentions` the shares of its antecedents, which begin before it, and last of none."""
        none = np.full(len(mentions), -1)
        parts = self._parts(len(mentions))
        return np.concatenate([shares(self._scores(ArcKind.SAME_AS, none[at], mentions[at])[0]) for at in parts])

    def _parts(self, queries: int) -> list[slice]:
        """Those that are scored together."""
        block = max(1, AT_ONCE // max(len(self.page.nodes.mentions) * len(PAIR), 1))
        return [slice(at, at + block) for at in range(0, queries, block)]

    def best(self, kind: ArcKind, shares: Floats) -> tuple[Numbers, Floats]:
        """What answers best, and how sure that is: what is meant by the same words counts together.

        Training takes any of the right mentions for an answer, so that certainty is shared among them.
        """
        same = self.same[kind]
        held = np.minimum(shares[:, :-1] @ same.astype(np.float32), 1)
        none, rows = shares[:, -1], np.arange(len(shares))
        if not held.shape[1]:
            return np.full(len(shares), -1), none
        group = held.argmax(axis=1)
        place = np.where(same[group], shares[:, :-1], -1).argmax(axis=1)
        is_none = none >= held[rows, group]
        return np.where(is_none, -1, place), np.where(is_none, none, held[rows, group]).astype(np.float32)

    def _scores(self, kind: ArcKind, statements: Numbers, mentions: Numbers) -> tuple[Floats, Floats]:
        nodes, count = self.page.nodes, len(self.page.nodes.mentions)
        vectors = self.described.nodes
        by, of = _rows(vectors[count:], statements), _rows(vectors[:count], mentions)
        asked = np.full(len(statements), ASKED.index(kind))
        scores, relation = self.heads.point(vectors[:count], by, of, asked, self.pairs.asked(statements, mentions))
        scores = scores.copy()
        asking = np.flatnonzero(mentions >= 0)
        scores[asking, mentions[asking]] = -np.inf
        if kind is ArcKind.SAME_AS:
            starts = nodes.mentions[:, 0]
            scores[:, :-1][starts[None] >= starts[mentions][:, None]] = -np.inf
            scores[:, :-1][at_odds(self.gender[mentions], self.gender)] = -np.inf
        return scores, relation


def _overlapping(nodes: Nodes) -> NDArray[np.bool_]:
    """Which mentions share at least half of their words, in place."""
    start, end = nodes.mentions[:, 0], nodes.mentions[:, 1]
    common = np.minimum(end[:, None], end) - np.maximum(start[:, None], start)
    both = np.maximum(end[:, None], end) - np.minimum(start[:, None], start)
    made: NDArray[np.bool_] = common >= SAME * both
    return made


def _rows(vectors: Floats, at: Numbers) -> Floats:
    """The vector of each of `at`, zeros for -1."""
    padded: Floats = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])
    return padded[at]


def shares(scores: Floats) -> Floats:
    """The softmax of each row."""
    made: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    made /= made.sum(axis=1, keepdims=True)
    return made
