"""The same claim across articles: whether statements that make it are joined, and where it is from."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from evaluation import names
from evaluation.matching import SAME_STATEMENT, covered, overlap
from evaluation.measures import Agreement, Ratio, agreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evaluation.gold import Line, Shared
    from evaluation.matching import Characters, Span
    from evaluation.measures import Tally

ASIDE = re.compile(r" \(.*?\)|, (?:via|interview|statement) .*")
"""What an annotator adds to the name of an origin: "four sources (anonymous), via Reuters"."""


class Named(Protocol):
    @property
    def name(self) -> str: ...


class Placed(Protocol):
    """A statement of a claim: the key of its article and where it stands."""

    @property
    def key(self) -> str: ...
    @property
    def content(self) -> Sequence[Span]: ...


class Claimed(Protocol):
    """A claim as the program lists it."""

    @property
    def statements(self) -> Sequence[Placed]: ...
    @property
    def origins(self) -> Sequence[Named]: ...
    @property
    def independent_origins(self) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """An annotated statement: the claim that it makes, and the number of the program's claim that it lies in."""

    claim: str
    read: int | None


def tallies(
    claims: Sequence[Claimed], gold: Mapping[str, Sequence[Line]], shared: Iterable[Shared]
) -> dict[str, Tally]:
    """What each event adds: statements found and joined (pairwise; B-cubed, Bagga and Baldwin 1998), origins right."""
    rows = placed(claims, gold)
    event = {one.claim: one.event for one in shared}
    return {
        name: joined(rows, [i for i, row in enumerate(rows) if event[row.claim] == name])
        | _origins(claims, rows, [one for one in shared if one.event == name])
        for name in dict.fromkeys(event.values())
    }


def placed(claims: Sequence[Claimed], gold: Mapping[str, Sequence[Line]]) -> list[Row]:
    """Every annotated statement with the claim of the read one that shares most with it; the later of equals."""
    told = defaultdict(list)
    for number, claim in enumerate(claims):
        for statement in claim.statements:
            told[statement.key].append((number, covered(statement.content)))
    return [Row(line.claim, _nearest(line.content, told[key])) for key, lines in gold.items() for line in lines]


def _nearest(content: Characters, told: Iterable[tuple[int, Characters]]) -> int | None:
    best, most = None, SAME_STATEMENT
    for number, other in told:
        share = overlap(other, content)
        if share >= most:
            best, most = number, share
    return best


def joined(rows: Sequence[Row], inside: Sequence[int]) -> dict[str, Ratio | Agreement]:
    """Of the statements `inside`, by number: whether those that lie with each are those that make its claim."""
    same, told = defaultdict(set), defaultdict(set)
    for i, row in enumerate(rows):
        same[row.claim].add(i)
        if row.read is not None:
            told[row.read].add(i)
    precise = recalled = 0.0
    hits = predicted = wanted = 0
    for i in inside:
        gold = same[rows[i].claim]
        number = rows[i].read
        read = {i} if number is None else told[number]
        both = gold & read
        precise += len(both) / len(read)
        recalled += len(both) / len(gold)
        hits += sum(j > i for j in both)
        predicted += sum(j > i for j in read)
        wanted += sum(j > i for j in gold)
    count = len(inside)
    return {
        "statements found, %": Ratio(sum(rows[i].read is not None for i in inside), count),
        "pairwise": agreement(hits, predicted, wanted),
        "B-cubed": Agreement(Ratio(precise, count), Ratio(recalled, count)),
    }


def _origins(claims: Sequence[Claimed], rows: list[Row], shared: list[Shared]) -> dict[str, Ratio]:
    """Of the claims that two articles or more make, those whose origin and number of origins are right."""
    right = counted = within = 0
    for one in shared:
        if one.articles < 2:
            continue
        counted += 1
        votes = [row.read for row in rows if row.claim == one.claim and row.read is not None]
        if votes:
            claim = claims[max(set(votes), key=votes.count)]
            told = ASIDE.sub("", one.origin)
            right += any(names.near(origin.name, told) for origin in claim.origins)
            low, high = claim.independent_origins
            within += low <= one.independent <= high
    return {
        "origin right, %": Ratio(right, counted),
        "independent origins in range, %": Ratio(within, counted),
    }
