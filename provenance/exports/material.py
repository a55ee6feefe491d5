"""What there is to export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx
    from pyoxigraph import Quad

    from provenance.trace.traced import TraceGraph


@dataclass(frozen=True, slots=True)
class Material:
    """A store, an article or a trace, as quads and as a network; each is made only when a format asks for it.

    `quads` come graph by graph, the graphs in a fixed order. `traced` is made by
    `trace.graph.gathered`.
    """

    quads: Callable[[], Iterable[Quad]]
    traced: Callable[[], TraceGraph]

    def graph(self) -> nx.MultiDiGraph[str]:
        """The network with its attributes."""
        return self.traced().network
