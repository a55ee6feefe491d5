"""Whether an article was copied from another, and which from which; from these two articles alone.

So what is concluded of a pair is the same whatever else was read, and in whatever order. What is counted are words
that agree in order, those within quotation marks left out (two reporters may have heard the same speech), and those of
notices left out (every page of a house has them).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import article_iri
from provenance.linking.matching.copies import directions
from provenance.linking.matching.copies.alignment import in_characters
from provenance.linking.matching.copies.conclusion import Copy, CopyKind, Direction, links, mirrored
from provenance.linking.matching.copies.pair import Pair
from provenance.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.linking.matching.copies.alignment import Match
    from provenance.model import Link, Reading

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


def compare(left: Reading, right: Reading) -> tuple[Link, ...]:
    """What `judged` says of two articles, as links."""
    copy = judged(left, right)
    return links(copy) if copy else ()


def judged(left: Reading, right: Reading) -> Copy | None:
    """What the passages that two articles share say of them; None where they share too little.

    Mirrored when the readings are swapped. SAME means that one is a copy, or has a passage, of the other, even where
    it stays unknown which is the copy; DIFFERENT stands only with SHARED_SOURCE.
    """
    first, second = article_iri(left.article), article_iri(right.article)
    if first == second:
        return None
    if first > second:
        swapped = judged(right, left)
        return mirrored(swapped) if swapped else None
    both = Pair(left, right)
    found = both.matches()
    if sum(match.words for match in found) < LEAST_WORDS:
        return None
    own = round(sum(map(both.own_words, found)))
    inside = round(sum(both.own_words(match) for match in found if not both.standing(match)))
    shares = both.shares(found)
    kind = _kind(shares, found)
    judgement = _judgement(kind, own, inside, one_house=both.one_house)
    if judgement is Judgement.DIFFERENT:
        return None
    passages = tuple(in_characters(match, *both.words) for match in found)
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


def _kind(shares: tuple[float, float], found: Sequence[Match]) -> CopyKind:
    more, less = max(shares), min(shares)
    same = sum(match.words for match in found) >= SAME_WORDING * sum(match.longer for match in found)
    if more >= WHOLE and less >= MOST_OF_OTHER and same:
        return CopyKind.REPUBLISHED
    return CopyKind.NEAR if more >= LARGE and less >= LARGE_OF_OTHER else CopyKind.PARTIAL


def _judgement(kind: CopyKind, own: int, inside: int, *, one_house: bool) -> Judgement:
    """By the words of their own that they share, and how many of these stand neither at head nor at foot of both.

    One house uses its own background again: of little of it nothing follows, more is for a person to decide.
    """
    if kind is CopyKind.PARTIAL and one_house:
        return Judgement.UNDECIDED if own >= ENOUGH_OF_ONE_HOUSE else Judgement.DIFFERENT
    if kind is CopyKind.PARTIAL and own < LEAST_WORDS:
        return Judgement.DIFFERENT
    enough = {CopyKind.PARTIAL: inside >= ENOUGH_WORDS, CopyKind.NEAR: own >= ENOUGH_WORDS}
    return Judgement.SAME if enough.get(kind, own >= LEAST_WORDS) else Judgement.UNDECIDED


@dataclass(frozen=True, slots=True)
class _Origin:
    direction: Direction
    judgement: Judgement
    reasons: tuple[str, ...]
    kind: CopyKind | None = None


def _origin(both: Pair, judgement: Judgement) -> _Origin:
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


def _directed(both: Pair, judgement: Judgement) -> _Origin:
    found = list(directions.clues(both.readings))
    decided = next((kind[0].copy for kind in found if len(kind) == 1), None)
    if decided is None:
        return _Origin(Direction.UNKNOWN, judgement, ("nothing says which was first",))
    reasons = [clue.words for kind in found for clue in kind if clue.copy == decided]
    against = [f"although {clue.words}" for kind in found for clue in kind if clue.copy != decided]
    direction = Direction.RIGHT_FROM_LEFT if decided else Direction.LEFT_FROM_RIGHT
    return _Origin(direction, judgement, (*reasons, *against))
