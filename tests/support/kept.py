"""The invented story in a store on disk, as tests of upkeep change, copy and search it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from corpus import STORY
from rdflib import Graph as Plain

from provenance import Library
from provenance.rdf import record
from provenance.rdf.embedded import Embedded
from provenance.rdf.graph import n_triples

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.model import Reading
    from provenance.rdf.store import Store


def filled(path: Path, readings: tuple[Reading, ...] = STORY) -> Path:
    """A store of `readings`, all joined."""
    with Library.open(path) as library:
        for one in readings:
            library.add(one)
    return path


def quads(path: Path) -> set[str]:
    """All that the store at `path` holds."""
    with Library.open(path, mode="r") as library:
        return set(map(str, library._store.quads()))


def whole(store: Store) -> Plain:
    """All that `store` tells, in one graph."""
    return Plain().parse(data=n_triples(store.quads()), format="nt")


def older(path: Path, format_: int = 2) -> Path:
    """The store at `path` as programs of format 1 or 2 kept it: all quads of each reading, none in one piece."""
    with Library.open(path, mode="r") as library:
        every = list(library._store.quads())
    [graph] = path.glob("graph*")
    shutil.rmtree(graph)
    Embedded.open(path / "graph").fill(every)
    record.write(path, record.Record(format_))
    (path / "words.sqlite").unlink()
    return path


def faults(path: Path) -> list[str]:
    with Library.open(path, mode="r") as library:
        return [str(one) for one in library.verify()]


def files(path: Path) -> dict[str, bytes]:
    return {str(one.relative_to(path)): one.read_bytes() for one in sorted(path.rglob("*")) if one.is_file()}
