"""Which figures a set gives: its gold, and what was read, as tallies by article, page or event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evaluation import articles, given, gold
from evaluation.metrics import attributions, ceiling, chains, claims, events, pages, reading, seed, sources
from provenance import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from evaluation.measures import Tally
    from provenance.model import Reading

Readings = Mapping[str, "Reading"]
"""What was read, by the key of the article."""
Tallies = dict[str, "Tally"]


@dataclass(frozen=True, slots=True)
class Task:
    """One table of figures of one set; `score` takes the folder of the data, and what was read.

    `files` are the annotations that it needs, in that folder.
    """

    name: str
    set: str
    files: tuple[str, ...]
    score: Callable[[Path, Readings], Tallies]

    def can_run(self, data: Path) -> bool:
        return all((data / name).exists() for name in self.files)


def _scored(tally: Callable[[Reading | None, Any], Tally], read: Readings, marked: Mapping[str, Any]) -> Tallies:
    """Every annotated article, one that was not read as an empty one."""
    return {key: tally(read.get(key), lines) for key, lines in marked.items()}


def _attributions(data: Path, read: Readings) -> Tallies:
    found = gold.documents(articles.rows(data / "polnear/dev.jsonl.gz"))
    return {
        one.key: attributions.tally(read[one.key].attributions if one.key in read else (), one.first, one.text)
        for one in found
    }


def _ceiling(data: Path, _: Readings) -> Tallies:
    found = gold.documents(articles.rows(data / "polnear/dev.jsonl.gz"))
    return {one.key: ceiling.tally(one) for one in found if len(one.annotators) > 1}


def _chains(data: Path, read: Readings) -> Tallies:
    return _scored(chains.tally, read, gold.relayed(articles.rows(data / "gold/chains.dev.jsonl")))


def _sources(data: Path, read: Readings) -> Tallies:
    return _scored(sources.tally, read, gold.sources(articles.rows(data / "gold/sources.dev.jsonl")))


def _events(data: Path, read: Readings) -> Tallies:
    return _scored(events.tally, read, gold.of_events(articles.rows(data / "events/gold.jsonl")))


def _pages(data: Path, read: Readings) -> Tallies:
    truth = {row["id"]: pages.truth(row) for row in articles.rows(data / "pages/truth.jsonl")}
    return _scored(pages.tally, read, truth)


def _seed(_: Path, read: Readings) -> Tallies:
    [(key, one)] = read.items()
    return {key: seed.tally(one)}


def _reading(name: str) -> Callable[[Path, Readings], Tallies]:
    def score(data: Path, read: Readings) -> Tallies:
        return _scored(reading.tally, read, gold.statements(articles.rows(data / name)))

    return score


def _claims(folder: str, *, as_annotated: bool) -> Callable[[Path, Readings], Tallies]:
    """Claims of what was read, or, as linking alone is to be measured, of what was annotated."""

    def score(data: Path, read: Readings) -> Tallies:
        rows = list(articles.rows(data / folder / "gold.jsonl"))
        marked = (one for one, _ in given.readings(articles.rows(data / folder / "articles.jsonl"), rows))
        listed = _listed(marked if as_annotated else read.values())
        shared = gold.claims(articles.rows(data / folder / "clusters.jsonl"))
        return claims.tallies(listed, gold.of_events(rows), shared)

    return score


def _listed(readings: Iterable[Reading]) -> list[Any]:
    """The claims of a new library that is given these readings in order."""
    with Library.memory() as library:
        for one in readings:
            library.add(one)
        return list(library.claims())


def _tasks() -> Iterator[Task]:
    yield Task("attributions", "polnear.dev", (), _attributions)
    yield Task("annotators", "polnear.dev", (), _ceiling)
    yield Task("chains", "polnear.dev", ("gold/chains.dev.jsonl",), _chains)
    yield Task("sources", "polnear.dev", ("gold/sources.dev.jsonl",), _sources)
    for name, file in READ.items():
        yield Task("reading", name, (file,), _reading(file))
    yield Task("events", "events", ("events/gold.jsonl",), _events)
    for name in ("events", "invented"):
        files = (f"{name}/gold.jsonl", f"{name}/clusters.jsonl")
        yield Task("claims", name, files, _claims(name, as_annotated=False))
        yield Task("claims, statements given", name, files, _claims(name, as_annotated=True))
    yield Task("pages", "pages", (), _pages)
    yield Task("facts", "seed", (), _seed)


READ = {
    "modern.dev": "reading/modern.dev.gold.jsonl",
    "polnear.train": "reading/polnear.train.gold.jsonl",
    "basil.train": "reading/basil.train.gold.jsonl",
    "web.train": "reading/web.train.gold.jsonl",
    "invented": "invented/reading.gold.jsonl",
}
"""Whole articles, by set."""
TASKS = tuple(_tasks())
