"""N-Quads into a store, as `export` writes them (W3C, RDF 1.1 N-Quads): readings, links and claims, decisions.

They are first put in order in a folder of this machine, so that the file may be larger than memory and its quads in any
order. Each part is written whole; what is there already is not written again: cut short, it is done again.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from provenance.errors import InputError, StoreCorruptError
from provenance.iris import article_iri, is_run, run_iri, snapshot_iri
from provenance.rdf import folder, histories, mapping, slim, whole
from provenance.rdf.embedded import Embedded
from provenance.rdf.vocabulary import INFERRED, REVIEWED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Reading
    from provenance.rdf.store import Store

TOGETHER = 20
"""Readings that are written together."""
LINKS = 5000
"""Quads of links and claims that are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many readings were written, and how many were there; quads of links and claims; decisions.

    `others` counts the graphs of the file that are none of a store's.
    """

    readings: int = 0
    known: int = 0
    links: int = 0
    decisions: int = 0
    others: int = 0


def load(store: Store, file: Path) -> Loaded:
    """Raises InputError where `file` is no N-Quads or holds a reading that is not whole, before that is written.

    Also where a reading says of another article than its own that it is outdated, or called otherwise.
    Links and claims are taken over where the store holds no readings but those of the file: among others they are
    concluded anew when articles are next ingested.
    """
    with _staged(file) as staged:
        names = staged.names()
        runs = [name for name in names if is_run(name)]
        before = store.every_run()
        written = 0
        for at in range(0, len(runs), TOGETHER):
            written += _write(store, file, staged, runs[at : at + TOGETHER], frozenset(runs))
        links = _conclude(store, staged) if before <= set(runs) else 0
        decided = mapping.decisions(staged.quads(graph=REVIEWED))
        held = {one.id: one for one in store.decisions()}
        new = [one for one in decided if held.get(one.id) != one]
        store.decide(*new)
        others = len(names) - len(runs) - len({INFERRED, REVIEWED}.intersection(names))
        store.bring_in_line()
        return Loaded(written, len(runs) - written, links, len(new), others)


@contextmanager
def _staged(file: Path) -> Iterator[Embedded]:
    """The quads of `file` in a folder that is gone afterwards."""
    name = folder.shown(file)
    try:
        with TemporaryDirectory(prefix="provenance-") as working, file.open("rb") as stream:
            graph = Embedded.open(Path(working) / "graph")
            try:
                graph.load(stream)
                yield graph
            finally:
                graph.close()
    except SyntaxError as error:
        raise InputError(f"{name}: no N-Quads ({' '.join(str(error).split())}): give what 'export' writes") from None
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; give one of N-Quads") from None
    except IsADirectoryError:
        raise InputError(f"{name}: a folder; give a file of N-Quads") from None
    except PermissionError:
        raise InputError(f"{name}: permission denied; give a file that you may read") from None


def _write(store: Store, file: Path, staged: Embedded, runs: Sequence[str], of_file: frozenset[str]) -> int:
    """How many of `runs` were not there."""
    readings = {run: _reading(store, file, staged, run) for run in runs}
    kept = {run: slim.of_reading(staged, run, reading) for run, reading in readings.items()}
    missing = store.missing({run: len(quads) for run, quads in kept.items()})
    articles = {run: article_iri(readings[run].article) for run in missing}
    store.ahead_of_articles(articles.values)
    alone = [run for run in missing if of_file.issuperset(store.runs_of_article(articles[run]))]
    if alone:
        store.pour([readings[run] for run in alone], [quad for run in alone for quad in kept[run]])
    for run in missing:
        if run not in alone:
            store.add(readings[run])
    return len(missing)


def _reading(store: Store, file: Path, staged: Embedded, run: str) -> Reading:
    name = folder.shown(file)
    try:
        found = whole.reading(staged, run)
        whole.read_at(staged, run)
    except StoreCorruptError as error:
        raise InputError(f"{name}: {error}") from None
    if found is None or run != run_iri(snapshot_iri(found.article), found.extractor):
        raise InputError(f"{name}: the graph {run} is not the reading that it is named after: give another file")
    try:
        histories.check(store, staged, run, found)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    return found


def _conclude(store: Store, staged: Embedded) -> int:
    kept = list(slim.kept(staged, INFERRED))
    return sum(store.take_over(kept[at : at + LINKS]) for at in range(0, len(kept), LINKS))
