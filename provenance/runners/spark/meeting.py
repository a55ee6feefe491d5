"""Which articles are compared, found block by block; a block that many articles are in is looked at by many tasks.

Who has a key is counted first. Those with a key of more than BLOCK holders are not brought together: each is sent the
key's first holders, which are few. A block of a story that is larger is cut into parts, each two of which are looked at
by themselves. So no task is much larger than others, however large a story is.
"""

from __future__ import annotations

from collections import defaultdict
from math import ceil
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from provenance.linking.blocking.keys import FIRST, KeyKind
from provenance.linking.blocking.meetings import by_key, leading, on_one_story, seats, teller, with_leading
from provenance.runners.spark.spread import even

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark import RDD
    from pyspark.core.broadcast import Broadcast

    from provenance.linking.blocking.meetings import ArticlePair, Teller
    from provenance.runners.spark.kept import Kept

    Key = tuple[KeyKind, int]

BLOCK = 1000
"""Articles that are looked at together."""


class _Cell(NamedTuple):
    """Two parts of the block of a term in a window: who of `own` meets whom of `others`."""

    term: int
    window: int
    own: int
    others: int


def met(kept: RDD[Kept], articles: int, first: int = FIRST, block: int = BLOCK) -> RDD[tuple[KeyKind, ArticlePair]]:
    """Each two of so many `articles` that are compared, once for each kind of what is compared: SAID are statements."""
    parts = even(kept, articles)
    held: RDD[Any] = kept.flatMap(_keys)
    tellers = kept.map(_teller)
    seated = tellers.flatMap(lambda one: (((seat.term, seat.window), 1) for seat in seats(one)))
    sizes = held.map(lambda row: (row[0], 1)).union(seated).reduceByKey(add, parts)
    large = kept.context.broadcast(sizes.filter(lambda one: one[1] > block).collectAsMap())
    cells = tellers.flatMap(lambda one: _dealt(one, large.value, block))
    told = cells.groupByKey(parts).flatMap(_in_cell).map(lambda pair: (KeyKind.SAID, pair))
    rare = held.filter(lambda row: row[0] not in large.value).groupByKey(parts)
    pairs = rare.flatMap(lambda row: ((row[0][0], pair) for pair in by_key(row[1], first)))
    return kept.context.union([told, pairs, *_common(held, large, first)]).distinct(parts)


def _common(
    held: RDD[tuple[Key, str]], large: Broadcast[dict[Any, int]], first: int
) -> Iterator[RDD[tuple[KeyKind, ArticlePair]]]:
    """The pairs by keys that many have: nothing but their first holders is sent round."""
    if any(isinstance(key[0], KeyKind) for key in large.value):
        many = held.filter(lambda row: row[0] in large.value)
        ranked = many.aggregateByKey(
            [], lambda known, one: leading([*known, one], first), lambda one, other: leading([*one, *other], first)
        )
        leaders = held.context.broadcast(ranked.collectAsMap())
        yield many.flatMap(lambda row: ((row[0][0], pair) for pair in with_leading(row[1], leaders.value[row[0]])))


def _keys(one: Kept) -> Iterator[tuple[Key, str]]:
    return (((kind, key), one.article) for kind, keys in one.prepared.keys.items() for key in keys)


def _teller(one: Kept) -> Teller:
    return teller(one.article, one.prepared.record.day, one.prepared.record.terms)


def _dealt(one: Teller, large: dict[Any, int], block: int) -> Iterator[tuple[_Cell, tuple[bool, Teller]]]:
    """The cells in which an article is among those that meet others, and those in which it is met."""
    for term, window, is_own in seats(one):
        number = ceil(large.get((term, window), 1) / block)
        part = crc32(one.article.encode()) % number
        if is_own:
            yield from ((_Cell(term, window, part, other), (True, one)) for other in range(number))
            yield from ((_Cell(term, window, other, part), (False, one)) for other in range(part))
        else:
            yield from ((_Cell(term, window, other, part), (False, one)) for other in range(number))


def _in_cell(given: tuple[_Cell, Iterable[tuple[bool, Teller]]]) -> Iterator[ArticlePair]:
    cell, seated = given
    sides: dict[bool, list[Teller]] = defaultdict(list)
    for is_own, one in seated:
        sides[is_own].append(one)
    return on_one_story(cell.term, sides[True], sides[False], among_own=cell.own == cell.others)
