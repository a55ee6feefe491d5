"""Articles linked all at once, by the definitions: the reference for `incremental`, which comes to the same.

Every two articles are looked at, so that it costs the square of their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from provenance.iris import article_iri, attribution_iri_of
from provenance.linking import blocking, records
from provenance.linking.blocking.keys import FIRST, KeyKind, rank
from provenance.linking.blocking.story import DAYS, SHARED
from provenance.linking.clustering.grouping import grouping
from provenance.linking.matching import agents, claims, copies, quotes, reports
from provenance.model import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord
    from provenance.model import Link, Reading

    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linked:
    """Claim IRI → the attributions that make it, the first one first; and all links."""

    claims: Mapping[str, tuple[str, ...]]
    links: frozenset[Link]


@dataclass(frozen=True, slots=True, eq=False)
class _Article:
    iri: str
    reading: Reading
    record: ArticleRecord
    keys: Mapping[KeyKind, frozenset[int]]


def linked(found: Iterable[tuple[Reading, Vectors]], first: int = FIRST) -> Linked:
    """What follows from readings, each with a vector for each of its attributions, of different articles.

    Two of them meet by a key where one is among its `first` holders.
    """
    articles = [_article(*one) for one in found]
    meet = _meeting(articles, first)
    pairs = [(one, one) for one in articles]
    links: set[Link] = set()
    for one, other in combinations(articles, 2):
        if _on_one_story(one.record, other.record) or meet(KeyKind.SAID, one, other):
            pairs.append((one, other))
        if meet(KeyKind.COPIED, one, other):
            links.update(copies.compare(one.reading, other.reading))
        if meet(KeyKind.QUOTED, one, other):
            links.update(quotes.compare(one.reading, other.reading))
    links.update(_agents(pairs))
    likely = _pairs(pairs)
    grouped = grouping({said.iri: one.record.day for one in articles for said in one.record.statements}, likely)
    links.update(grouped.links, _reports(articles, grouped.claims.values(), likely))
    return Linked(grouped.claims, frozenset(links))


def _article(reading: Reading, meanings: Vectors) -> _Article:
    record = records.record(reading, meanings)
    keys = blocking.keys(reading, (one.words for one in record.statements))
    return _Article(article_iri(reading.article), reading, record, keys)


def _on_one_story(one: ArticleRecord, other: ArticleRecord) -> bool:
    far = one.day is not None and other.day is not None and abs(one.day - other.day) > DAYS
    return not far and len(set(one.terms) & set(other.terms)) >= SHARED


def _meeting(articles: Iterable[_Article], first: int) -> Callable[[KeyKind, _Article, _Article], bool]:
    holders: dict[tuple[KeyKind, int], list[_Article]] = {}
    for one in sorted(articles, key=lambda one: rank(one.iri)):
        for kind in KeyKind:
            for key in one.keys[kind]:
                holders.setdefault((kind, key), []).append(one)

    def meet(kind: KeyKind, one: _Article, other: _Article) -> bool:
        shared = one.keys[kind] & other.keys[kind]
        return any(one in leading or other in leading for leading in (holders[kind, key][:first] for key in shared))

    return meet


def _pairs(compared: Iterable[tuple[_Article, _Article]]) -> dict[tuple[str, str], float]:
    likely = {}
    for one, other in compared:
        for pair in claims.compare(one.record, other.record):
            ends = one.record.statements[pair.one].iri, other.record.statements[pair.other].iri
            likely[min(ends), max(ends)] = pair.likelihood
    return likely


def _agents(compared: Iterable[tuple[_Article, _Article]]) -> Iterable[Link]:
    """Of each two agents what the articles say that are surest of them."""
    surest: dict[tuple[str, str], Link] = {}
    for one, other in compared:
        for link in agents.compare(one.record.cast, other.record.cast) if one is not other else ():
            known = surest.get((link.left, link.right), link)
            surest[link.left, link.right] = min(link, known, key=lambda each: (-each.confidence, each.evidence))
    return surest.values()


def _reports(
    articles: Iterable[_Article], made: Iterable[Sequence[str]], pairs: Mapping[tuple[str, str], float]
) -> Iterator[Link]:
    statements = [Statement(one.reading, each) for one in articles for each in one.reading.attributions]
    by_iri = {attribution_iri_of(one): one for one in statements}
    for claim in made:
        if len(claim) > 1:
            yield from map(reports.link, reports.resolve([by_iri[iri] for iri in claim], pairs))
