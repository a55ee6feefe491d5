"""Read the articles of sets by an extractor, and score what was read."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import articles, gold
from evaluation.splits import SETS
from evaluation.tasks import READ, TASKS
from provenance.library import Extracted, extract

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from evaluation.measures import Tally
    from evaluation.tasks import Readings

DATA = Path(__file__).parents[2] / "shared" / "data"
"""Beside the checkout; it is no part of the project."""
PUBLISHED = ("polnear.dev", "modern.dev", "events", "seed", "pages")
"""The sets whose figures are published."""
NOTHING_READ = frozenset({"annotators", "claims, statements given"})
"""Tasks that are the same for every extractor."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One task on one set: what each article, page or event adds. `extractor` is empty where none takes part."""

    task: str
    set: str
    extractor: str
    parts: Sequence[Tally]


def measured(data: Path, extractors: Iterable[str], sets: Collection[str]) -> Iterator[Scored]:
    """Every figure of `sets` that the data at hand give, set by set.

    Raises UsageError where there is no such extractor, ExtractorError where it does not load.
    """
    for name in sets:
        tasks = [task for task in TASKS if task.set == name and task.can_run(data)]
        if not (data / SETS[name].path).exists():
            continue
        yield from (
            Scored(task.name, name, "", list(task.score(data, {}).values()))
            for task in tasks
            if task.name in NOTHING_READ
        )
        for extractor in extractors:
            read = readings(data, name, extractor)
            yield from (
                Scored(task.name, name, extractor, list(task.score(data, read).values()))
                for task in tasks
                if task.name not in NOTHING_READ
            )


def readings(data: Path, name: str, extractor: str) -> Readings:
    """What an extractor reads in the annotated articles of a set, by the article's key, as users have it read."""
    with tempfile.TemporaryDirectory() as folder:
        source = articles.laid_out(data, SETS[name], Path(folder), _annotated(data, name))
        found = [item for item in extract(source, extractor) if isinstance(item, Extracted)]
    return {item.reading.article.key: item.reading for item in found}


def _annotated(data: Path, name: str) -> Collection[str]:
    """Of a set that is annotated in part, the articles that are; else nothing, for all."""
    if name != "polnear.train":
        return ()
    return gold.statements(articles.rows(data / READ[name])).keys()
