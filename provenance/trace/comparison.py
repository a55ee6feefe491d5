"""Two articles side by side: what both say, in which words and from whom, and what only one says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import RELAYS, Assertion, Kind, is_undecided
from provenance.text import plain_name, words
from provenance.trace.wordings import compared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from provenance.model import Hop, Link, Spans
    from provenance.trace.wordings import Change


class DifferenceKind(StrEnum):
    SOURCE = "another source"
    DROPPED = "a source dropped"
    RELAY = "a relay more"
    ASSERTION = "not asserted in both"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the chain of each article has; empty where it has nothing of that."""

    kind: DifferenceKind
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article by its IRI; `taken_from` names what all of it was taken from, `helped_by` who gave a part."""

    id: str
    key: str
    publisher: str
    published: str
    title: str
    taken_from: tuple[str, ...]
    helped_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by the IRI of its attribution; `claim` is that of its claim, `agents` those of `chain`.

    `confidence` is that the article attributes it so.
    """

    id: str
    claim: str
    text: str
    content: Spans
    chain: tuple[Hop, ...]
    agents: tuple[str, ...]
    assertion: Assertion
    confidence: float = 1.0

    @property
    def is_undecided(self) -> bool:
        """Whether it is, or a hop of its chain."""
        return any(map(is_undecided, (self.confidence, *(hop.confidence for hop in self.chain))))


@dataclass(frozen=True, slots=True)
class Shared:
    """A statement that both articles have; `changes` are what the later wording made of the earlier."""

    left: Said
    right: Said
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`earlier` is the key of the article whose wordings count as the earlier ones.

    `copies` and `quotations` are the links between the two articles, and between their quotations, as people judged
    them.
    """

    left: Page
    right: Page
    earlier: str
    copies: tuple[Link, ...]
    shared: tuple[Shared, ...]
    left_only: tuple[Said, ...]
    right_only: tuple[Said, ...]
    quotations: tuple[Link, ...]


def paired(
    ours: Sequence[Said], theirs: Sequence[Said], quoted: Collection[tuple[str, str]]
) -> list[tuple[Said, Said]]:
    """Each statement with that of the other article most like it in words, of those that make its claim.

    `quoted` are statements of the two, by IRI, that share a quotation: they count as one claim.
    """
    likely = {
        (i, j): _share(one, other)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if one.claim == other.claim or (one.id, other.id) in quoted
    }
    best: set[tuple[int, int]] = set()
    for side in (0, 1):
        of: dict[int, tuple[int, int]] = {}
        for pair in sorted(likely, key=lambda pair: (-likely[pair], pair)):
            of.setdefault(pair[side], pair)
        best.update(of.values())
    return [(ours[i], theirs[j]) for i, j in sorted(best)]


def shared(left: Said, right: Said, earlier: str, publishers: tuple[str, str]) -> Shared:
    """`earlier` is "left" or "right": whose wording counts as the earlier."""
    before, after = (left.text, right.text) if earlier == "left" else (right.text, left.text)
    return Shared(left, right, compared(before, after), tuple(differences(left, right, publishers)))


def differences(left: Said, right: Said, publishers: tuple[str, str]) -> Iterator[Difference]:
    """Whom the chains of two statements of one claim end at, and through whom they go.

    Sources are the same where they are one agent or the name of one is part of the other's. Of a statement that is
    undecided, nothing is said.
    """
    if left.is_undecided or right.is_undecided:
        return
    if left.assertion is not right.assertion:
        yield Difference(DifferenceKind.ASSERTION, left.assertion, right.assertion)
    one, other = _source(left), _source(right)
    if one and other and not _are_one(one, other):
        yield Difference(DifferenceKind.SOURCE, one[1], other[1])
    elif bool(one) != bool(other):
        yield Difference(DifferenceKind.DROPPED, one[1] if one else "", other[1] if other else "")
    ours, theirs = _relays(left), _relays(right)
    for relay in ours:
        if not any(_are_one(relay, each) for each in theirs):
            yield Difference(DifferenceKind.RELAY, relay[1], _itself(relay[1], publishers[1]))
    for relay in theirs:
        if not any(_are_one(relay, each) for each in ours):
            yield Difference(DifferenceKind.RELAY, _itself(relay[1], publishers[0]), relay[1])


def _itself(relay: str, publisher: str) -> str:
    """The publisher, where the other article goes through it."""
    return publisher if plain_name(relay) == plain_name(publisher) else ""


def _source(said: Said) -> tuple[str, str] | None:
    """The agent and the name of who the statement came from first; None where no one is named."""
    if not said.chain or said.chain[-1].kind in (Kind.UNSPECIFIED, Kind.OUTLET, Kind.WIRE):
        return None
    return said.agents[-1], said.chain[-1].name


def _relays(said: Said) -> list[tuple[str, str]]:
    hops = list(zip(said.agents, said.chain, strict=True))
    last = len(hops) - bool(_source(said))
    return [(agent, hop.name) for agent, hop in hops[:last] if hop.kind in RELAYS]


def _are_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    ours, theirs = (set(plain_name(name).split()) for _, name in (one, other))
    return one[0] == other[0] or bool(ours and theirs and (ours <= theirs or theirs <= ours))


def _share(one: Said, other: Said) -> float:
    ours, theirs = frozenset(words(one.text)), frozenset(words(other.text))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)
