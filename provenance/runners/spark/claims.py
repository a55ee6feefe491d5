"""What pairs of statements come to: claims, the links that say why, and cited reports, part by part of their graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from provenance.iris import attribution_iri, snapshot_iri
from provenance.linking.clustering.grouping import grouping, undecided
from provenance.linking.matching import reports
from provenance.model import Statement
from provenance.runners.results import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark import RDD

    from provenance.model import Link, Reading
    from provenance.runners.spark.kept import Kept
    from provenance.runners.spark.scoring import Alike


class Told(NamedTuple):
    """A statement as it is grouped: its passage, its article and that one's day; whether it `cites` a report."""

    iri: str
    passage: str
    article: str
    day: int | None
    cites: bool


class Grouped(NamedTuple):
    """A claim, the links within it and the undecided ones from it, and what is asked of the reports that it cites.

    `cited` are its statements by article, and the pairs among them; none where no statement cites any.
    """

    claim: Claim
    articles: tuple[tuple[str, tuple[str, ...]], ...]
    pairs: tuple[Alike, ...]


def told(one: Kept) -> Iterator[Told]:
    """The statements of a reading."""
    for attribution, record in zip(one.reading.attributions, one.prepared.record.statements, strict=True):
        cites = reports.cites(Statement(one.reading, attribution))
        yield Told(record.iri, record.passage, one.article, one.prepared.record.day, cites)


def grouped(statements: RDD[Told], pairs: RDD[Alike], place: RDD[tuple[str, str]], number: int) -> RDD[Grouped | Link]:
    """`place` is the part of each statement that is in one of `pairs`; the others make claims of their own.

    In so many parts, as all that follows.
    """
    seated = statements.keyBy(lambda one: one.iri).leftOuterJoin(place, number)
    members = seated.map(lambda one: (one[1][1] or one[0], one[1][0]))
    edges = _at_both_ends(pairs, place, number).filter(lambda one: one[1] == one[2])
    inside = edges.map(lambda one: (one[1], one[0]))
    return members.cogroup(inside, number).flatMap(lambda one: _grouped(*one[1]))


def between(pairs: RDD[Alike], place: RDD[tuple[str, str]], claims: RDD[Claim], number: int) -> RDD[Link]:
    """The undecided links between claims of different parts."""
    across = _at_both_ends(pairs, place, number).filter(lambda one: one[1] != one[2]).map(lambda one: one[0])
    homes = claims.flatMap(lambda one: ((iri, one.iri) for iri, _ in one.members))
    ends = _at_both_ends(across, homes, number)
    best = ends.map(lambda one: (tuple(sorted(one[1:])), (one[0].likelihood, *one[0][:2], *one[1:]))).reduceByKey(
        max, number
    )
    return best.values().flatMap(_undecided)


def cited(claims: RDD[Grouped], readings: RDD[tuple[str, Reading]], number: int) -> RDD[Link]:
    """The reports that statements of one claim cite and that are articles of that claim."""
    asked = claims.filter(lambda one: bool(one.articles)).cache()
    wanted = asked.flatMap(lambda one: ((article, (one.claim.iri, iris)) for article, iris in one.articles))
    sent = wanted.cogroup(readings, number).flatMap(
        lambda one: ((claim, (reading, iris)) for reading in one[1][1] for claim, iris in one[1][0])
    )
    pairs = asked.map(lambda one: (one.claim.iri, one.pairs))
    return pairs.cogroup(sent, number).flatMap(lambda one: _resolved(*one[1]))


def _at_both_ends(pairs: RDD[Alike], place: RDD[tuple[str, str]], number: int) -> RDD[tuple[Alike, str, str]]:
    """Each pair with the place of either end."""
    first = pairs.keyBy(lambda one: one.one).join(place, number)
    both = first.map(lambda one: (one[1][0].other, one[1])).join(place, number)
    return both.map(lambda one: (*one[1][0], one[1][1]))


def _grouped(members: Iterable[Told], inside: Iterable[Alike]) -> Iterator[Grouped | Link]:
    told = {one.iri: one for one in members}
    pairs = {(one.one, one.other): one.likelihood for one in inside}
    made = grouping({iri: one.day for iri, one in told.items()}, pairs)
    yield from made.links
    for claim, those in made.claims.items():
        asked = len(those) > 1 and any(told[iri].cites for iri in those)
        yield Grouped(
            Claim(claim, tuple((iri, told[iri].passage) for iri in those)),
            tuple(_by_article(told[iri] for iri in those)) if asked else (),
            tuple(one for one in inside if {one.one, one.other} <= set(those)) if asked else (),
        )


def _by_article(statements: Iterable[Told]) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in statements:
        found[one.article].append(one.iri)
    return ((article, tuple(iris)) for article, iris in found.items())


def _undecided(best: tuple[float, str, str, str, str]) -> Iterable[Link]:
    share, one, other, home, another = best
    return undecided({one: home, other: another}, {(one, other): share})


def _resolved(pairs: Iterable[Iterable[Alike]], sent: Iterable[tuple[Reading, Iterable[str]]]) -> Iterator[Link]:
    found = [statement for reading, iris in sent for statement in _statements(reading, frozenset(iris))]
    likely = {(one.one, one.other): one.likelihood for those in pairs for one in those}
    return map(reports.link, reports.resolve(found, likely))


def _statements(reading: Reading, wanted: frozenset[str]) -> Iterator[Statement]:
    snapshot = snapshot_iri(reading.article)
    return (Statement(reading, one) for one in reading.attributions if attribution_iri(snapshot, one) in wanted)
