"""The passages that two texts share, found by seed and extension (as BLAST does: Altschul et al. 1990).

Seeds are runs of SEED words that stand in both texts. Those that follow each other closely in both make one passage,
words swapped or put in between included; it grows at both ends while more words agree than not. A run that stands more
than MOST_PLACES times in a text seeds nothing, so that the work grows with the length of the texts whatever they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from provenance.linking.words import Words, shingles
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.linking.words import Hashes

SEED = 4
"""Words."""
GAP = 12
"""Words that may stand in either text between two seeds of one passage."""
MOST_PLACES = 4
MOST_GROWTH = 200
"""Words that a passage grows at either end beyond its seeds."""
DROP = 3
"""How many more words may differ than agree before growth stops (BLAST's X-drop)."""
LEAST_WORDS = 10
"""Words in common that make a passage; shorter ones are turns of phrase."""
LEAST_WORDING = 0.6
"""Part of a passage's words that must be the same in both texts."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What both texts say: `left` and `right` in characters of each, `words` how many words agree, in order.

    `wording` is their part of the longer side, from LEAST_WORDING to 1.
    """

    left: Span
    right: Span
    words: int
    wording: float


class Match(NamedTuple):
    """A passage in words: `[start, end)` in each text, and how many of them agree."""

    left: Span
    right: Span
    words: int

    @property
    def longer(self) -> int:
        return max(self.left.end - self.left.start, self.right.end - self.right.start)


Seed = tuple[int, int]
"""The word at which a run begins in each text."""


def aligned(left: str, right: str) -> tuple[Passage, ...]:
    """The passages in common, in the order of `left`; none seeds where one with more seeds stands."""
    ours, theirs = Words(left), Words(right)
    return tuple(in_characters(match, ours, theirs) for match in matches(ours.folded, theirs.folded))


def matches(left: Sequence[str], right: Sequence[str]) -> tuple[Match, ...]:
    """As `aligned`, of case-folded words and in words."""
    return tuple(sorted(_matches(left, right)))


def in_characters(match: Match, left: Words, right: Words) -> Passage:
    ours, theirs = (
        Span(text.spans[start].start, text.spans[end - 1].end)
        for text, (start, end) in ((left, match.left), (right, match.right))
    )
    return Passage(ours, theirs, match.words, match.words / match.longer)


def share(spans: Iterable[Span], count: int) -> float:
    """The part of a text of `count` words that lies in `spans`, in words; from 0 to 1."""
    inside: set[int] = set()
    for span in spans:
        inside.update(range(*span))
    return len(inside) / max(count, 1)


def seeds(left: Sequence[str], right: Sequence[str]) -> list[Seed]:
    """Where runs of SEED words stand in both texts, by place; at most MOST_PLACES for each word of either."""
    import numpy as np

    ours, theirs = _rare(shingles(left, SEED)), _rare(shingles(right, SEED))
    _, first, second = np.intersect1d(ours.values, theirs.values, return_indices=True)
    found = [
        (i, j)
        for one, other in zip(first.tolist(), second.tolist(), strict=True)
        for i in ours.places(one)
        for j in theirs.places(other)
        if left[i : i + SEED] == right[j : j + SEED]
    ]
    return sorted(found)


class _Places(NamedTuple):
    """Distinct shingles and where each stands: `order[starts[n] : starts[n] + counts[n]]`."""

    values: Hashes
    starts: list[int]
    counts: list[int]
    order: list[int]

    def places(self, number: int) -> list[int]:
        start = self.starts[number]
        return self.order[start : start + self.counts[number]]


def _rare(found: Hashes) -> _Places:
    """The shingles that stand in a text MOST_PLACES times at most."""
    import numpy as np

    order = np.argsort(found, kind="stable")
    values, starts, counts = np.unique(found[order], return_index=True, return_counts=True)
    kept = counts <= MOST_PLACES
    return _Places(values[kept], starts[kept].tolist(), counts[kept].tolist(), order.tolist())


def _matches(left: Sequence[str], right: Sequence[str]) -> Iterator[Match]:
    """The passages with most seeds first, each of words that none before it has used."""
    if left == right:
        if len(left) >= LEAST_WORDS:
            yield Match(Span(0, len(left)), Span(0, len(left)), len(left))
        return
    texts = _Texts(left, right, bytearray(len(left)), bytearray(len(right)))
    for chain in sorted(_chains(seeds(left, right)), key=lambda chain: (-len(chain), chain[0])):
        for run in _unused(chain, texts):
            match = _grown(run, texts)
            if match.words >= LEAST_WORDS and match.words >= LEAST_WORDING * match.longer:
                yield match
                texts.use(match)


def _chains(found: Iterable[Seed]) -> list[list[Seed]]:
    """Seeds that follow each other in both texts, each put to the chain that ends closest before it."""
    chains: list[list[Seed]] = []
    open_: list[list[Seed]] = []
    for i, j in found:
        open_ = [chain for chain in open_ if i - chain[-1][0] <= GAP + SEED]
        near = [chain for chain in open_ if i > chain[-1][0] and 0 < j - chain[-1][1] <= GAP + SEED]
        if near:
            min(near, key=lambda chain: _shift((i, j), chain[-1])).append((i, j))
        else:
            chains.append([(i, j)])
            open_.append(chains[-1])
    return chains


def _shift(seed: Seed, before: Seed) -> tuple[int, int]:
    """How many more words one text has between two seeds than the other; then how far apart they are."""
    right, left = seed[1] - before[1], seed[0] - before[0]
    return abs(left - right), left + right


def _unused(chain: Sequence[Seed], texts: _Texts) -> Iterator[list[Seed]]:
    """The runs of a chain's seeds of which no word is used."""
    run: list[Seed] = []
    for seed in chain:
        if texts.free(seed):
            run.append(seed)
        elif run:
            yield run
            run = []
    if run:
        yield run


class _Texts(NamedTuple):
    """The words of both texts, and which of them a passage has used."""

    left: Sequence[str]
    right: Sequence[str]
    used_left: bytearray
    used_right: bytearray

    def free(self, seed: Seed) -> bool:
        i, j = seed
        return not any(self.used_left[i : i + SEED]) and not any(self.used_right[j : j + SEED])

    def use(self, match: Match) -> None:
        for used, span in ((self.used_left, match.left), (self.used_right, match.right)):
            used[slice(*span)] = bytes([1]) * (span.end - span.start)


def _grown(run: Sequence[Seed], texts: _Texts) -> Match:
    """From the first seed to the last and on at both ends, with the words that agree."""
    (i, j), (last_i, last_j) = run[0], run[-1]
    end_i, end_j = last_i + SEED, last_j + SEED
    back, before = _reach(texts, i - 1, j - 1, -1)
    on, after = _reach(texts, end_i, end_j, 1)
    agree = SEED + sum(_agreeing(one, other, texts) for one, other in pairwise(run))
    return Match(Span(i - back, end_i + on), Span(j - back, end_j + on), before + agree + after)


def _reach(texts: _Texts, i: int, j: int, step: int) -> tuple[int, int]:
    """How many words a passage grows from `i` and `j` in the direction `step`, and how many of them agree."""
    left, right = texts.left, texts.right
    best = (0, 0)
    agree = highest = 0
    for length in range(1, MOST_GROWTH + 1):
        if not (0 <= i < len(left) and 0 <= j < len(right)) or texts.used_left[i] or texts.used_right[j]:
            break
        agree += left[i] == right[j]
        score = 2 * agree - length
        if score > highest:
            best, highest = (length, agree), score
        elif score < highest - DROP:
            break
        i, j = i + step, j + step
    return best


def _agreeing(before: Seed, seed: Seed, texts: _Texts) -> int:
    """How many words agree after the seed `before` up to the end of `seed`."""
    (i, j), (i2, j2) = before, seed
    if i2 - i == j2 - j:
        return sum(map(eq, texts.left[i + SEED : i2 + SEED], texts.right[j + SEED : j2 + SEED]))
    apart = min(i2 - i, j2 - j)
    if apart < SEED:
        return apart
    return SEED + _longest_common(texts.left[i + SEED : i2], texts.right[j + SEED : j2])


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words of the one stand in the same order in the other; each has GAP at most."""
    row = [0] * (len(right) + 1)
    for word in left:
        before = 0
        for column, other in enumerate(right, start=1):
            above = row[column]
            row[column] = before + 1 if word == other else max(above, row[column - 1])
            before = above
    return row[-1]
