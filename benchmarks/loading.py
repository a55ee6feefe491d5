"""Articles that were read, kept and linked one by one as `ingest` does it, and as a first load does, by turns."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.filling import Projected, readied
from provenance.candidates import Candidates
from provenance.ingestor.bulk import BATCH
from provenance.library import LINKS
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from provenance.linking.prepared import Prepared
    from provenance.model import Reading

    Made = list[tuple[str, Reading, Prepared]]
    """Readings, each with the name of its graph, and with what linking needs of it."""
    Way = Callable[[Path, Made], float]

TURNS = 2


def by_turns(folder: Path, readings: list[Reading]) -> Iterator[str]:
    """Kept alone, and kept and linked: articles a second of the processor, the best of TURNS; are all stores one?

    They are left in `folder`, each called after how it was made, and the turn.
    """
    made = readied(readings)
    for name, ways in (("kept", (added, added_at_once)), ("kept and linked", (ingested, loaded))):
        places = [[folder / f"{way.__name__}-{turn}" for way in ways] for turn in range(TURNS)]
        taken = [[way(place, made) for way, place in zip(ways, both, strict=True)] for both in places]
        plain, bulk = (len(made) / min(times) for times in zip(*taken, strict=True))
        yield f"  {name}: {plain:.1f} articles/s of the processor; as a first load {bulk:.1f}, {bulk / plain:.2f} ×"
        same = len({fingerprint(place) for both in places for place in both}) == 1
        yield f"    the stores are {'the same' if same else 'NOT the same'}, but for times"


def added(path: Path, made: Made) -> float:
    """Seconds of the processor, as of those below."""
    with Store.open(path) as store:
        start = process_time()
        for _, one, _ in made:
            store.add(one)
        return process_time() - start


def added_at_once(path: Path, made: Made) -> float:
    with Store.open(path) as store:
        start = process_time()
        for batch in _batches(made):
            store.add_all(one for _, one, _ in batch)
        return process_time() - start


def ingested(path: Path, made: Made) -> float:
    with Store.open(path) as store, closing(Projected(store, Candidates.open(path.resolve() / LINKS))) as linker:
        start = process_time()
        for run, one, ready in made:
            linker.begin()
            store.add(one)
            linker.put(run, one, ready)
        linker.settle()
        return process_time() - start


def loaded(path: Path, made: Made) -> float:
    with Store.open(path) as store, closing(Projected(store, Candidates.open(path.resolve() / LINKS))) as linker:
        start = process_time()
        for batch in _batches(made):
            linker.begin()
            store.add_all(one for _, one, _ in batch)
            linker.hold(batch)
            linker.settle()
        return process_time() - start


def fingerprint(path: Path) -> int:
    """Of all quads of a store but those that tell when, in whatever order."""
    with Store.read(path) as store:
        quads = (str(quad) for quad in store.quads() if quad.predicate.value != PROV.endedAtTime)
        return sum(int.from_bytes(sha256(quad.encode()).digest()[:16]) for quad in quads) % 2**128


def _batches(made: Made) -> Iterator[Made]:
    return (made[start : start + BATCH] for start in range(0, len(made), BATCH))
