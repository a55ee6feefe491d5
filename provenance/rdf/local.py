"""A store in a folder, or in memory."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from provenance.rdf import files, folder
from provenance.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pyoxigraph import Quad
    from rdflib import Dataset

    from provenance.rdf.asking import Answer
    from provenance.rdf.bounds import Bounds
    from provenance.rdf.embedded import Embedded


class Local:
    """At `path`, which is of no account where `graph` is in memory only. A `home.Home`."""

    def __init__(self, path: Path, graph: Embedded) -> None:
        self.path = path
        self.graph = graph
        self._dataset: Dataset | None = None

    @property
    def name(self) -> str:
        return folder.shown(self.path)

    @property
    def folder(self) -> Path | None:
        return self.path if self.graph.path else None

    files = folder

    @property
    def revision(self) -> str:
        return folder.revision(self.path) if self.graph.path else ""

    @property
    def dataset(self) -> Dataset:
        if self._dataset is None:
            from oxrdflib import OxigraphStore
            from rdflib import Dataset

            self._dataset = Dataset(store=OxigraphStore(store=self.graph.store), default_union=True)
            for prefix, namespace in PREFIXES.items():
                self._dataset.bind(prefix, namespace, replace=True)
        return self._dataset

    def reported(self) -> AbstractContextManager[None]:
        return folder.reported(self.path)

    def refresh(self) -> None:
        """What was opened is what is read."""

    def take_links(self) -> None:
        """They say themselves whether they follow."""

    def rewrite(self) -> None:
        """Safe under SIGKILL; in memory there is nothing to do."""
        if self.graph.path is None:
            return
        old, self.graph = self.graph, files.rewritten(self.path, self.graph)
        self._let_go(old)
        files.tidy(self.path)

    def query(self, text: str, bounds: Bounds, quads: Iterable[Quad] | None) -> Answer:
        from provenance.rdf import sparql

        self.graph.settle()
        return sparql.query(self.graph, text, bounds, self.path, quads)

    def close(self, *, in_line: bool) -> None:
        path, has_written = self.graph.path, self.graph.has_written
        self._let_go(self.graph)
        if path and has_written and in_line:
            files.trim(path)

    def _let_go(self, graph: Embedded) -> None:
        """Close `graph`, and what refers to it."""
        graph.close()
        if self._dataset is not None:
            # rdflib's objects refer to each other in circles, and Oxigraph unlocks its files with the last reference.
            self._dataset = None
            gc.collect()
