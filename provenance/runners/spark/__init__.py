"""A run on Spark: read → credit → parse → keys → meet → score → cluster → write, each by many tasks at a time.

The steps of an article are those of `runners.stages`, what is compared and what follows is of `linking`: so it comes to
what one machine does, link for link. A task that is lost, with its worker or its machine, is done again; what it gives
depends on its input alone.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from provenance.readers import Skipped
from provenance.runners.results import Counts
from provenance.runners.spark import articles, writing
from provenance.runners.spark.conclusions import BOUNDS, Bounds, concluded
from provenance.runners.spark.kept import Kept
from provenance.runners.spark.session import session, step
from provenance.runners.spark.sources import found
from provenance.runners.spark.spread import ARTICLES, EACH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Link
    from provenance.runners.results import Claim, Telling
    from provenance.runners.spark.session import Tell
    from provenance.runners.stages import Parser

__all__ = ["Bounds", "Kept", "link", "run"]


def run(source: str, out: str, parser: Parser, telling: Telling, tell: Tell, *, master: str = "") -> Counts:
    """Read `source` and write tables and quads to `out`, on the cluster at `master` (see `session.session`).

    Raises InputError where there is nothing to read, OutputError where `out` is there already or cannot be written,
    else as `session`.
    """
    with session(master) as spark:
        writing.refuse_taken(spark, out)
        documents = found(spark, source)
        with step(spark, "read, parse", tell):
            told = articles.kept(documents, parser, telling.sound).persist()
            read, skips, statements, dropped = told.map(_size).fold((0, 0, 0, 0), _sum)
        kept = told.filter(lambda one: isinstance(one, Kept))
        skipped = told.filter(lambda one: isinstance(one, Skipped))
        links, claims = concluded(spark, kept, read, tell)
        with step(spark, "write", tell):
            for table in telling.readings:
                writing.write_table(spark, kept.map(lambda one: one.reading), table, out)
            writing.write_table(spark, skipped, telling.skipped, out)
            writing.write_table(spark, links, telling.links, out)
            writing.write_table(spark, claims, telling.claims, out)
            lines = kept.map(lambda one: telling.reading_lines(one.reading))
            writing.write_lines(spark, [lines, links.map(telling.link_lines), claims.map(telling.claim_lines)], out)
            return Counts(read, skips, statements, dropped, claims.count(), links.count())


def link(
    readings: Iterable[Kept], tell: Tell, *, master: str = "", bounds: Bounds = BOUNDS
) -> tuple[list[Link], list[Claim]]:
    """What follows from `readings` of different articles, brought here whole. Raises as `session.session`."""
    given = list(readings)
    with session(master) as spark:
        context = spark.sparkContext
        kept = context.parallelize(given, max(len(given) // ARTICLES, EACH * context.defaultParallelism))
        links, claims = concluded(spark, kept.persist(), len(given), tell, bounds)
        return links.collect(), claims.collect()


def _size(one: Kept | Skipped) -> tuple[int, ...]:
    """Articles, those skipped, statements, those left out."""
    return (0, 1, 0, 0) if isinstance(one, Skipped) else (1, 0, len(one.reading.attributions), one.dropped)


def _sum(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(add, one, other))
