"""Which statements are grouped together: the parts of the graph of pairs, cut as `clusters` cuts them.

At each likelihood from LEAST on, the parts of more than MOST statements are taken apart by their surer pairs.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from provenance.linking.clustering import clusters
from provenance.linking.clustering.stars import contracted, large_star, small_star
from provenance.linking.matching.claims import LEAST

if TYPE_CHECKING:
    from pyspark import RDD

    from provenance.linking.clustering.stars import Beside
    from provenance.runners.spark.scoring import Alike

HELD = 1_000_000
"""Edges that one task joins at once, in some 300 MB; of more, each task looks at neighbours only."""


def parts(pairs: RDD[Alike], number: int, held: int = HELD) -> RDD[tuple[str, str]]:
    """The part of each statement that is in a pair, called by one of its statements; in so many parts of a step."""
    least, left, most = LEAST, pairs, clusters.MOST
    nodes = pairs.flatMap(lambda one: [(one.one, None), (one.other, None)]).distinct(number)
    done: list[RDD[tuple[str, str]]] = []
    while True:
        place = _placed(nodes, left, least, number, held).cache()
        sizes = place.map(lambda one: (one[1], 1)).reduceByKey(add, number)
        large = frozenset(sizes.filter(lambda one: one[1] > most).keys().collect()) if least <= 1 else ()
        done.append(place.filter(lambda one, large=large: one[1] not in large))
        if not large:
            return pairs.context.union(done).coalesce(number)
        nodes = place.filter(lambda one, large=large: one[1] in large).mapValues(lambda _: None)
        left = left.keyBy(lambda one: one.one).join(nodes, number).map(lambda one: one[1][0]).cache()
        least += clusters.STEP


def _placed(
    nodes: RDD[tuple[str, None]], pairs: RDD[Alike], least: float, number: int, held: int
) -> RDD[tuple[str, str]]:
    """Each of `nodes` with the least of those that pairs of that likelihood join it to."""
    sure = pairs.filter(lambda one, least=least: one.likelihood >= least).map(lambda one: (one.one, one.other))
    return nodes.leftOuterJoin(_connected(sure, number, held), number).map(lambda one: (one[0], one[1][1] or one[0]))


def _connected(edges: RDD[Beside], number: int, held: int) -> RDD[Beside]:
    """Each node but the least of its part, beside that one."""
    forest = edges.mapPartitions(contracted).distinct(number).cache()
    if forest.count() <= held:
        return forest.coalesce(1).mapPartitions(contracted).filter(lambda one: one[0] != one[1])
    while True:
        both = forest.flatMap(lambda one: [one, one[::-1]]).groupByKey(number)
        large = both.flatMap(lambda one: large_star(*one)).distinct(number)
        near = large.map(lambda one: (max(one), min(one))).groupByKey(number)
        found = near.flatMap(lambda one: small_star(*one)).distinct(number).cache()
        settled = found.count() == forest.count() and found.subtract(forest).isEmpty()
        forest = found
        if settled:
            return forest
