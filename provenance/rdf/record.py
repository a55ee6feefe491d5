"""`store.json`: which format a store has and where its graph lies. A graph is replaced when this says so."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 3
NAME = "store.json"
PARTIAL = f"{NAME}.partial"
_FOLDER = re.compile(r"graph(?:-[1-9][0-9]{0,8})?")


@dataclass(frozen=True, slots=True)
class Record:
    """`graph` is the folder of the graph; `forgetting` are articles, by IRI, that are to leave no trace and may have.

    Format 1 had neither: its graph is in `graph`. Before format 3 the graph is kept whole (`provenance.rdf.whole`).
    """

    format: int = FORMAT
    graph: str = "graph"
    forgetting: tuple[str, ...] = ()

    @property
    def next_graph(self) -> str:
        """A folder for what will replace the graph."""
        _, _, number = self.graph.partition("-")
        return f"graph-{int(number or 1) + 1}"


def is_graph(name: str) -> bool:
    """Whether this is a name of a graph's folder."""
    return _FOLDER.fullmatch(name) is not None


def read(path: Path) -> Record:
    """That of the store at `path`. Raises ValueError where it is damaged, OSError where it cannot be read."""
    try:
        told = json.loads((path / NAME).read_text(encoding="utf8"))
        if told["store"] != "provenance":
            raise ValueError(told["store"])
        record = Record(told["format"], told.get("graph", "graph"), tuple(told.get("forgetting", ())))
        sound = isinstance(record.format, int) and is_graph(record.graph) and set(map(type, record.forgetting)) <= {str}
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None
    if not sound:
        raise ValueError(str(record))
    return record


def write(path: Path, record: Record) -> None:
    """In the place of the one before, whole or not at all, also when the power fails."""
    told = {"store": "provenance", "format": record.format, "graph": record.graph}
    if record.forgetting:
        told["forgetting"] = list(record.forgetting)
    partial = path / PARTIAL
    with partial.open("w", encoding="utf8") as file:
        file.write(json.dumps(told) + "\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path / NAME)
    on_disk(path)


def on_disk(folder: Path) -> None:
    """Return when the names in `folder` are on disk, where the system can say so."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
