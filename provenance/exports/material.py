"""What there is to export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx
    from pyoxigraph import Quad


@dataclass(frozen=True, slots=True)
class Material:
    """A store, an article or a trace, as quads and as a network; each is made only when a format asks for it.

    `quads` come graph by graph, the graphs in a fixed order. `graph` is made by `trace.graph.build`.
    """

    quads: Callable[[], Iterable[Quad]]
    graph: Callable[[], nx.MultiDiGraph[str]]
