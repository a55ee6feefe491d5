"""Documents to readings: read, credited, parsed, made ready for linking, by the steps that one machine does too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import ExtractorError, InputError
from provenance.iris import article_iri
from provenance.readers import Document, Read, Skipped
from provenance.runners import stages
from provenance.runners.spark.kept import Kept
from provenance.runners.spark.spread import uneven

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyspark import RDD

    from provenance.model import Reading
    from provenance.runners.spark.sources import Found, Place
    from provenance.runners.stages import Parser


def kept(found: RDD[Found], parser: Parser, sound: Callable[[Reading], None]) -> RDD[Kept | Skipped]:
    """Each article once, as it stands where it is told several times; what cannot be read, with the reason.

    `sound` raises InputError for a reading that cannot be kept.
    """
    told = found.map(_read).groupByKey(uneven(found))
    return told.map(lambda one: _kept(one[1], parser, sound))


def _read(found: Found) -> tuple[str, tuple[Place, Read | Skipped]]:
    """By the IRI of its article; what is skipped by its place."""
    item = stages.read(found.item) if isinstance(found.item, Document) else stages.spoken(found.item)
    name = article_iri(item.article) if isinstance(item, Read) else f"{found.place.file}:{found.place.number}"
    return name, (found.place, item)


def _kept(
    told: Iterable[tuple[Place, Read | Skipped]], parser: Parser, sound: Callable[[Reading], None]
) -> Kept | Skipped:
    items = [item for _, item in sorted(told, key=lambda one: one[0])]
    if isinstance(items[0], Skipped):
        return items[0]
    item = stages.standing(_articles(items))
    try:
        answer, prepared = stages.ready(item.article, parser)
        sound(answer.reading)
    except (InputError, ExtractorError) as error:
        return Skipped(item.input, str(error))
    return Kept(article_iri(answer.reading.article), answer.reading, prepared, len(answer.dropped))


def _articles(items: Iterable[Read | Skipped]) -> Iterator[Read]:
    return (item for item in items if isinstance(item, Read))
