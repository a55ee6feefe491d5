"""From readings to links and claims: who meets, what comparing them gives, what follows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.linking.blocking.keys import FIRST
from provenance.model import Link, LinkKind
from provenance.runners.spark.claims import Grouped, between, cited, grouped, told
from provenance.runners.spark.meeting import BLOCK, met
from provenance.runners.spark.parts import HELD, parts
from provenance.runners.spark.scoring import Alike, compared, surest
from provenance.runners.spark.session import step
from provenance.runners.spark.spread import even

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

    from provenance.runners.results import Claim
    from provenance.runners.spark.kept import Kept
    from provenance.runners.spark.session import Tell


class Bounds(NamedTuple):
    """First holders of a key, articles of a block, edges that one task holds."""

    first: int = FIRST
    block: int = BLOCK
    held: int = HELD


BOUNDS = Bounds()


def concluded(
    spark: SparkSession, kept: RDD[Kept], articles: int, tell: Tell, bounds: Bounds = BOUNDS
) -> tuple[RDD[Link], RDD[Claim]]:
    """All links between so many readings, and the claims that they make; both are kept for who asks again."""
    number = even(kept, articles)
    with step(spark, "meet", tell):
        meeting = met(kept, articles, bounds.first, bounds.block).persist()
        meeting.count()
    with step(spark, "score", tell):
        scored = compared(meeting, kept, articles).persist()
        scored.count()
    pairs = scored.filter(lambda one: isinstance(one, Alike))
    links = scored.filter(lambda one: isinstance(one, Link))
    with step(spark, "cluster", tell):
        place = parts(pairs, number, bounds.held).persist()
        made = grouped(kept.flatMap(told), pairs, place, number).persist()
        made.count()
    groups = made.filter(lambda one: isinstance(one, Grouped))
    claims = groups.map(lambda one: one.claim)
    with step(spark, "cite", tell):
        follow: RDD[Any] = spark.sparkContext.union(
            [
                _without_agents(links),
                _agents(links, number),
                made.filter(lambda one: isinstance(one, Link)),
                between(pairs, place, claims, number),
                cited(groups, kept.map(lambda one: (one.article, one.reading)), number),
            ]
        )
        follow = follow.coalesce(number).persist()
        follow.count()
    return follow, claims


def _without_agents(links: RDD[Link]) -> RDD[Link]:
    return links.filter(lambda one: one.kind is not LinkKind.SAME_AGENT)


def _agents(links: RDD[Link], number: int) -> RDD[Link]:
    """Of each two agents what is surest."""
    between = links.filter(lambda one: one.kind is LinkKind.SAME_AGENT).keyBy(lambda one: (one.left, one.right))
    return between.reduceByKey(surest, number).values()
