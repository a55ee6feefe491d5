"""Where a store lies: its graph, and all that is otherwise in a folder, in memory and on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pyoxigraph import Quad
    from rdflib import Dataset

    from provenance.rdf.asking import Answer
    from provenance.rdf.bounds import Bounds
    from provenance.rdf.graph import Graph


class Home(Protocol):
    """`name` is what errors call it by, on one line."""

    @property
    def name(self) -> str: ...

    @property
    def graph(self) -> Graph: ...

    @property
    def folder(self) -> Path | None:
        """The folder that the store is; None of one in memory or on a server."""

    @property
    def files(self) -> Path | None:
        """The folder of what follows from the graph; None of one in memory."""

    @property
    def revision(self) -> str:
        """Another one whenever something was written, by whomever; empty of one in memory."""

    @property
    def dataset(self) -> Dataset:
        """All graphs as one of rdflib's. Raises UsageError where there is none."""

    def reported(self) -> AbstractContextManager[None]:
        """Turn what files and engines raise into a StoreError that names the place and the remedy."""

    def refresh(self) -> set[str] | None:
        """See what others wrote since; the readings, by graph, that are gone or written anew, or None: nothing."""

    def take_links(self) -> set[str] | None:
        """Whoever asks compares what is new since; the readings as in `refresh`, or None: what was compared follows."""

    def rewrite(self) -> None:
        """Write the graph to fresh files, where it is in files of ours. Raises StoreError where there is no room."""

    def query(self, text: str, bounds: Bounds, quads: Iterable[Quad] | None) -> Answer:
        """Ask the graph, or `quads` where they are given. Raises as `sparql.query`."""

    def close(self, *, in_line: bool) -> None:
        """Let go of the graph, which others may write then; `in_line` says whether the index holds all of it."""
