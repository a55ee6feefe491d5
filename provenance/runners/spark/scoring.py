"""The articles that meet, compared: by cells, so that a record is sent to a cell once, whomever it meets there.

Articles are dealt into groups by a hash of their IRIs, and each two groups are a cell ("1-Bucket-Theta": Okcan and
Riedewald 2011). So a story of any size lies evenly over all cells, and a task holds two groups at most.
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from provenance.linking.blocking.keys import KeyKind
from provenance.linking.matching import agents, claims, copies, quotes
from provenance.runners.spark.spread import even

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyspark import RDD

    from provenance.linking.blocking.meetings import ArticlePair
    from provenance.linking.records import ArticleRecord
    from provenance.model import Link
    from provenance.runners.spark.kept import Kept

GROUP = 1000
"""The most articles of a group, about."""


class Alike(NamedTuple):
    """Two statements, by IRI and in order, that may make one claim, and how likely."""

    one: str
    other: str
    likelihood: float


def compared(met: RDD[tuple[KeyKind, ArticlePair]], kept: RDD[Kept], articles: int) -> RDD[Alike | Link]:
    """What follows from each two articles that were `met`, and from each with itself; SAME_AGENT links of each two."""
    told = met.filter(lambda one: one[0] is KeyKind.SAID)
    texts = met.filter(lambda one: one[0] is not KeyKind.SAID)
    records = kept.map(lambda one: (one.article, one.prepared.record))
    readings = kept.map(lambda one: (one.article, one.reading))
    own = records.flatMap(lambda one: _statements(one[1], one[1]))
    cells = [_in_cells(told, records, articles), _in_cells(texts, readings, articles)]
    return met.context.union([own, *cells]).coalesce(even(met, articles))


def surest(one: Link, other: Link) -> Link:
    """Of two links between the same agents, from whatever articles."""
    return min(one, other, key=lambda link: (-link.confidence, link.evidence))


def _in_cells(met: RDD[tuple[KeyKind, ArticlePair]], items: RDD[tuple[str, Any]], articles: int) -> RDD[Alike | Link]:
    parts = even(met, articles)
    groups = max(ceil(articles / GROUP), ceil(sqrt(2 * parts)))
    cells = met.keyBy(lambda one: _cell(one[1], groups))
    wanted = cells.flatMap(lambda one: ((article, one[0]) for article in one[1][1])).distinct(parts)
    sent = wanted.cogroup(items, parts).flatMap(
        lambda one: ((cell, (one[0], item)) for item in one[1][1] for cell in one[1][0])
    )
    return cells.cogroup(sent, parts).flatMap(lambda one: _compared(one[1][0], dict(one[1][1])))


def _cell(pair: ArticlePair, groups: int) -> tuple[int, int]:
    one, other = sorted(crc32(article.encode()) % groups for article in pair)
    return one, other


def _compared(met: Iterable[tuple[KeyKind, ArticlePair]], items: Mapping[str, Any]) -> Iterator[Alike | Link]:
    for kind, (one, other) in sorted(met):
        yield from _COMPARE[kind](items[one], items[other])


def _records(one: ArticleRecord, other: ArticleRecord) -> Iterator[Alike | Link]:
    yield from _statements(one, other)
    yield from agents.compare(one.cast, other.cast)


def _statements(one: ArticleRecord, other: ArticleRecord) -> Iterator[Alike]:
    for pair in claims.compare(one, other):
        ends = one.statements[pair.one].iri, other.statements[pair.other].iri
        yield Alike(min(ends), max(ends), pair.likelihood)


_COMPARE: Mapping[KeyKind, Callable[[Any, Any], Iterable[Alike | Link]]] = {
    KeyKind.SAID: _records,
    KeyKind.COPIED: copies.compare,
    KeyKind.QUOTED: quotes.compare,
}
