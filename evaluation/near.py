"""Near misses kept apart, and drift told, by the notes of those who annotated the events: `python -m evaluation.near`.

Annotators note which claims only look alike ("near miss of K02 (number)"), and where a claim drifted on its way. For
each set twice, with the annotators' statements and with those that the program reads: how many of these pairs share no
statement in what is joined, and for how many of these notes a trace tells of drift. Each is printed, so that a person
can judge: a note has no fixed form, and a drift that is told may be another than the one that is noted.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from evaluation import articles, given, gold
from evaluation.metrics.claims import placed
from evaluation.run import DATA, readings
from provenance import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from evaluation.gold import Line
    from evaluation.metrics.claims import Row
    from provenance.model import Reading

SETS = ("events", "invented")
_NEAR = re.compile(r"near miss(?:es)?\b[^;:.]*")
_CLAIM = re.compile(r"\bK\d+\b")
_DRIFTED = re.compile(r"\bdrift")


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of a claim: the others that it only looks like, and in what words that it drifted, if it did."""

    claim: str
    near: tuple[str, ...]
    drift: str

    @classmethod
    def of(cls, claim: str, note: str) -> Note:
        near = chain.from_iterable(map(_CLAIM.findall, _NEAR.findall(note)))
        return cls(claim, tuple(_beside(claim, near)), note if _DRIFTED.search(note) else "")


class Drift(NamedTuple):
    """What a trace tells: a change of this kind, in the article of that key."""

    kind: str
    before: str
    after: str
    article: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What the program made of the statements of a set.

    For each annotated claim the numbers of the program's claims that it lies in, and what their traces tell of drift.
    """

    lies_in: Mapping[str, frozenset[int]]
    drifts: Mapping[int, tuple[Drift, ...]]

    def kept_apart(self, one: str, other: str) -> bool | None:
        """None where no statement of one of them was read."""
        ours, theirs = self.lies_in.get(one), self.lies_in.get(other)
        return ours.isdisjoint(theirs) if ours and theirs else None

    def told(self, claim: str) -> list[Drift]:
        """The drifts in traces of a claim."""
        return [drift for number in sorted(self.lies_in.get(claim, ())) for drift in self.drifts[number]]


def notes(rows: Iterable[Mapping[str, Any]]) -> list[Note]:
    """Of `clusters.jsonl`."""
    return [Note.of(row["claim_cluster"], row.get("note") or "") for row in rows]


def pairs(noted: Iterable[Note]) -> list[tuple[str, str]]:
    """The near misses, each once."""
    return sorted({(min(one.claim, other), max(one.claim, other)) for one in noted for other in one.near})


def joined(read: Iterable[Reading], marked: Mapping[str, Sequence[Line]], noted: Iterable[Note]) -> Joined:
    """A new library of `read`; only claims that are noted to drift are traced."""
    with Library.memory(threads=1) as library:
        for reading in read:
            library.add(reading)
        claims = list(library.claims())
        lies_in = _places(placed(claims, marked))
        drifted = {number for note in noted if note.drift for number in lies_in.get(note.claim, ())}
        drifts = {number: tuple(map(_drift, library.trace(claims[number].id).drifts)) for number in drifted}
    return Joined(lies_in, drifts)


def lines(found: Joined, noted: Sequence[Note]) -> Iterator[str]:
    near = [(pair, found.kept_apart(*pair)) for pair in pairs(noted)]
    apart, read = sum(bool(kept) for _, kept in near), sum(kept is not None for _, kept in near)
    yield f"near misses: {len(near)} pairs, both read {read}, of these kept apart {apart}"
    yield from (f"  taken for one: {one} {other}" for (one, other), kept in near if kept is False)
    drifted = [note for note in noted if note.drift]
    told = {note.claim: found.told(note.claim) for note in drifted}
    yield f"drift: {len(drifted)} notes, with some drift told in a trace of the claim {sum(map(bool, told.values()))}"
    for note in drifted:
        yield f"  {note.claim}: {note.drift}"
        yield from (f"    {one.kind}: “{one.before}” → “{one.after}” in {one.article}" for one in told[note.claim])


def _drift(found: Any) -> Drift:
    return Drift(found.kind, found.before, found.after, found.later.article)


def _beside(claim: str, named: Iterable[str]) -> Iterator[str]:
    """Claims of the same event, which notes call by the end of their names."""
    event, dash, own = claim.rpartition("-")
    return (f"{event}{dash}{other}" for other in dict.fromkeys(named) if other != own)


def _places(found: Sequence[Row]) -> dict[str, frozenset[int]]:
    places: dict[str, set[int]] = {}
    for row in found:
        if row.read is not None:
            places.setdefault(row.claim, set()).add(row.read)
    return {claim: frozenset(numbers) for claim, numbers in places.items()}


def main(data: Path) -> None:
    for name in SETS:
        noted = notes(articles.rows(data / name / "clusters.jsonl"))
        annotated = list(articles.rows(data / name / "gold.jsonl"))
        marked = gold.of_events(annotated)
        by_annotators = [one for one, _ in given.readings(articles.rows(data / name / "articles.jsonl"), annotated)]
        for whose, read in (("annotators'", by_annotators), ("own", list(readings(data, name, "model").values()))):
            print(f"\n{name}, {whose} statements", *lines(joined(read, marked, noted), noted), sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    main(parser.parse_args().data)
