"""Whether an article was copied from another, and which from which; from these two articles alone.

So what is concluded of a pair is the same whatever else was read, and in whatever order. What is counted are words
that agree in order, those within quotation marks left out (two reporters may have heard the same speech), and those of
notices left out (every page of a house has them).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from provenance.identity import article_iri
from provenance.linking.copies import directions
from provenance.linking.copies.alignment import Passage, between, in_words, share
from provenance.linking.copies.notices import without
from provenance.linking.copies.words import Words
from provenance.linking.quotations import quotations
from provenance.model import Judgement, Link, LinkKind, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Reading

ENOUGH_WORDS = 30
"""Words in common, quotations left out, that are no chance: a paragraph."""
ENOUGH_OF_ONE_HOUSE = 60
LEAST_WORDS = 15
"""Fewer are a turn of phrase."""
DOUBT = 10
"""Words that stand for doubt: confidence is words / (words + DOUBT). It ranks; it is not calibrated."""
WHOLE = 0.9
MOST_OF_OTHER = 0.75
SAME_WORDING = 0.95
LARGE = 0.6
LARGE_OF_OTHER = 0.4
UNSURE = 0.5
EDGE = 12
"""Words that a text may have before its head or after its foot."""
MOST_STANDING = 120
"""Words that a house puts at the head or foot of its pages."""
SHOWN = 8
"""Words of the longest passage that the evidence gives."""


class CopyKind(StrEnum):
    REPUBLISHED = "republished whole"
    NEAR = "near copy"
    PARTIAL = "passage taken over"
    SHARED_SOURCE = "both from one source"


class Direction(StrEnum):
    LEFT_FROM_RIGHT = "left from right"
    RIGHT_FROM_LEFT = "right from left"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by IRI, with passages in common; SHARED_SOURCE is no copy of one from the other.

    Shares are the parts of each text's words that lie in the passages, from 0 to 1; `score` is the larger.
    """

    left: str
    right: str
    kind: CopyKind
    direction: Direction
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    judgement: Judgement
    score: float
    confidence: float
    evidence: str


SHARED = "shared source"
METHODS = {
    Direction.LEFT_FROM_RIGHT: "shared passages",
    Direction.RIGHT_FROM_LEFT: "shared passages",
    Direction.UNKNOWN: "shared passages, direction unknown",
}


def judged(left: Reading, right: Reading) -> Copy | None:
    """What the passages that two articles share say of them; None where they share too little.

    Mirrored when the readings are swapped. SAME means that one is a copy, or has a passage, of the other, even where
    it stays unknown which is the copy; DIFFERENT stands only with SHARED_SOURCE.
    """
    first, second = article_iri(left.article), article_iri(right.article)
    if first == second:
        return None
    if first > second:
        found = judged(right, left)
        return _mirrored(found) if found else None
    both = _Pair(left, right)
    passages = both.passages()
    if not passages:
        return None
    own = round(sum(map(both.own_words, passages)))
    shares = share(both.words[0], (p.left for p in passages)), share(both.words[1], (p.right for p in passages))
    kind = _kind(shares, passages)
    judgement = _judgement(kind, own, one_house=both.one_house)
    if judgement is Judgement.DIFFERENT:
        return None
    origin = _origin(both, judgement)
    return Copy(
        first,
        second,
        origin.kind or kind,
        origin.direction,
        passages,
        *shares,
        judgement=origin.judgement,
        score=max(shares),
        confidence=own / (own + DOUBT) if origin.judgement is not Judgement.UNDECIDED else UNSURE,
        evidence="; ".join((both.shown(passages, shares, own), *origin.reasons)),
    )


def links(copy: Copy) -> tuple[Link, ...]:
    """As a COPY link: the copy, then what it was taken from; by IRI, and with a method that says so, if unknown.

    Of SHARED_SOURCE, the judgement DIFFERENT: neither is a copy of the other.
    """
    ends = (copy.right, copy.left) if copy.direction is Direction.RIGHT_FROM_LEFT else (copy.left, copy.right)
    if copy.direction is Direction.UNKNOWN:
        ends = (min(ends), max(ends))
    method = SHARED if copy.kind is CopyKind.SHARED_SOURCE else METHODS[copy.direction]
    evidence = f"{copy.kind}: {copy.evidence}"
    return (Link(LinkKind.COPY, *ends, copy.judgement, method, copy.score, copy.confidence, evidence),)


class _Pair:
    """Two readings with the words of their texts, and which of these stand outside quotation marks."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self.readings = left, right
        texts = without(left.article.text), without(right.article.text)
        self.words = Words(texts[0]), Words(texts[1])
        self.one_house = bool(directions.publishers(left.article) & directions.publishers(right.article))

    @cached_property
    def _outside(self) -> tuple[list[int], ...]:
        return tuple(map(_outside, self.words, self.readings))

    def passages(self) -> tuple[Passage, ...]:
        """Those in common, without what a house puts at the head or foot of every page."""
        found = between(*self.words)
        return tuple(one for one in found if not self._standing(one)) if self.one_house else found

    def own_words(self, passage: Passage) -> float:
        """How many words of a passage agree and stand outside quotation marks in both texts."""
        parts = []
        for text, outside, span in zip(self.words, self._outside, (passage.left, passage.right), strict=True):
            start, end = in_words(text, span)
            parts.append((outside[end] - outside[start]) / max(end - start, 1))
        return passage.words * min(parts)

    def shown(self, passages: Sequence[Passage], shares: tuple[float, float], own: int) -> str:
        longest = max(passages, key=lambda one: one.words)
        opening = self.readings[0].article.text[slice(*longest.left)].split()
        names = self.names
        return (
            f"{shares[0]:.0%} of {names[0]} and {shares[1]:.0%} of {names[1]} in {len(passages)} shared passages,"
            f" {own} words of them outside quotations, the longest “{' '.join(opening[:SHOWN])} …”"
        )

    @property
    def names(self) -> tuple[str, str]:
        first, second = (reading.article for reading in self.readings)
        names = directions.name(first), directions.name(second)
        return names if names[0] != names[1] else (first.key, second.key)

    def _standing(self, passage: Passage) -> bool:
        spans = [in_words(text, span) for text, span in zip(self.words, (passage.left, passage.right), strict=True)]
        heads = all(start <= EDGE for start, _ in spans)
        feet = all(end >= len(text.spans) - EDGE for (_, end), text in zip(spans, self.words, strict=True))
        return heads != feet and passage.words <= MOST_STANDING


def _outside(text: Words, reading: Reading) -> list[int]:
    """How many words stand outside quotation marks before each word, and in all."""
    quoted = bytearray(len(text.spans))
    for span in _quoted(reading):
        start, end = in_words(text, span)
        quoted[start:end] = bytes([1]) * (end - start)
    return [0, *accumulate(1 - one for one in quoted)]


def _quoted(reading: Reading) -> Iterator[Span]:
    text = reading.article.text
    yield from quotations(text, Span(0, len(text)))
    for attribution in reading.attributions:
        if attribution.quotation is Quotation.DIRECT:
            yield from attribution.content


def _kind(shares: tuple[float, float], passages: Sequence[Passage]) -> CopyKind:
    more, less = max(shares), min(shares)
    alike = sum(one.words for one in passages)
    if (
        more >= WHOLE
        and less >= MOST_OF_OTHER
        and alike >= SAME_WORDING * sum(one.words / one.wording for one in passages)
    ):
        return CopyKind.REPUBLISHED
    return CopyKind.NEAR if more >= LARGE and less >= LARGE_OF_OTHER else CopyKind.PARTIAL


def _judgement(kind: CopyKind, own: int, *, one_house: bool) -> Judgement:
    """One house uses its own background again: of little of it nothing follows, more is for a person to decide."""
    if kind is CopyKind.PARTIAL and one_house:
        return Judgement.UNDECIDED if own >= ENOUGH_OF_ONE_HOUSE else Judgement.DIFFERENT
    if own >= ENOUGH_WORDS or (kind is CopyKind.REPUBLISHED and own >= LEAST_WORDS):
        return Judgement.SAME
    return Judgement.UNDECIDED if own >= LEAST_WORDS or kind is not CopyKind.PARTIAL else Judgement.DIFFERENT


@dataclass(frozen=True, slots=True)
class _Origin:
    direction: Direction
    judgement: Judgement
    reasons: tuple[str, ...]
    kind: CopyKind | None = None


def _origin(both: _Pair, judgement: Judgement) -> _Origin:
    """Which was taken from which, or that both, or maybe both, come from a third."""
    others = [_others(reading, both.readings) for reading in both.readings]
    third = sorted(others[0].keys() & others[1].keys())
    if directions.names_the_other(both.readings) or not (others[0] or others[1]):
        return _directed(both, judgement)
    if third:
        reason = f"both credit {others[0][third[0]]}"
        return _Origin(Direction.UNKNOWN, Judgement.DIFFERENT, (reason,), CopyKind.SHARED_SOURCE)
    reasons = tuple(
        f"{name} credits {min(credited.values())}"
        for name, credited in zip(both.names, others, strict=True)
        if credited
    )
    return _Origin(Direction.UNKNOWN, Judgement.UNDECIDED, (*reasons, "both may have it from there"))


def _others(reading: Reading, pair: tuple[Reading, Reading]) -> dict[str, str]:
    """Whom a reading credits besides the publishers of the pair."""
    known = directions.publishers(pair[0].article) | directions.publishers(pair[1].article)
    return {agent: name for agent, name in directions.credited(reading).items() if agent not in known}


def _directed(both: _Pair, judgement: Judgement) -> _Origin:
    found = list(directions.clues(both.readings))
    decided = next((kind[0].copy for kind in found if len(kind) == 1), None)
    if decided is None:
        return _Origin(Direction.UNKNOWN, judgement, ("nothing says which was first",))
    reasons = [clue.words for kind in found for clue in kind if clue.copy == decided]
    against = [f"although {clue.words}" for kind in found for clue in kind if clue.copy != decided]
    direction = Direction.RIGHT_FROM_LEFT if decided else Direction.LEFT_FROM_RIGHT
    return _Origin(direction, judgement, (*reasons, *against))


def _mirrored(copy: Copy) -> Copy:
    mirror = {
        Direction.LEFT_FROM_RIGHT: Direction.RIGHT_FROM_LEFT,
        Direction.RIGHT_FROM_LEFT: Direction.LEFT_FROM_RIGHT,
    }
    passages = (replace(one, left=one.right, right=one.left) for one in copy.passages)
    return replace(
        copy,
        left=copy.right,
        right=copy.left,
        direction=mirror.get(copy.direction, Direction.UNKNOWN),
        passages=tuple(sorted(passages, key=lambda one: one.left)),
        left_share=copy.right_share,
        right_share=copy.left_share,
    )
