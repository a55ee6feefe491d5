"""Groups of statements by the links between them: average linkage (Sokal and Michener 1958), cut at a probability.

Two groups are joined while their pairs are the same with at least that probability on average, a pair without a link
counting as none. So nothing is joined across parts of the graph that no link joins, and each part can be grouped by
itself: what a new article costs depends on the parts it touches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from provenance.linking.matching.claims import LEAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

MOST = 400
"""The largest part that is grouped at once; a larger one is first cut into parts by leaving out its weakest links."""
STEP = 0.1

Node = TypeVar("Node")


def clusters(
    statements: Iterable[str],
    links: Mapping[tuple[str, str], float],
    apart: Iterable[tuple[str, str]] = (),
) -> Iterator[tuple[str, ...]]:
    """The groups of `statements`, each in the order of their names; the same for the same links, in whatever order.

    `links` gives the probability that two statements make one claim, 1 for those that must; `apart` are pairs that
    must not.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(statements))
    graph.add_weighted_edges_from((one, other, share) for (one, other), share in sorted(links.items()))
    never = {frozenset(pair) for pair in apart}
    for part in _parts(graph, LEAST):
        yield from _grouped(graph, sorted(part), never)


def _parts(graph: nx.Graph[str], least: float) -> Iterator[set[str]]:
    import networkx as nx

    for part in nx.connected_components(graph):
        if len(part) <= MOST or least > 1:
            yield part
        else:
            yield from _parts(cut(graph, part, least + STEP), least + STEP)


def cut(graph: nx.Graph[Node], part: Iterable[Node], least: float) -> nx.Graph[Node]:
    """The nodes `part` of `graph` with their links of `least` or more."""
    import networkx as nx

    kept: nx.Graph[Node] = nx.Graph(graph.subgraph(part))
    kept.remove_edges_from([edge for edge in kept.edges if kept.edges[edge]["weight"] < least])
    return kept


def _grouped(graph: nx.Graph[str], names: list[str], never: set[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Merge the two nearest groups until none are near enough; of equals the first by name.

    The nearest of each group is kept at hand, so that a merge looks at one row.
    """
    import numpy as np

    groups: list[list[str]] = [[name] for name in names]
    near = _matrix(graph, names, never)
    nearest = near.argmax(axis=1)
    best = near.max(axis=1)
    while len(groups) > 1 and (share := best.max()) >= LEAST:
        i = int((best == share).argmax())
        j = int(nearest[i])
        sizes = len(groups[i]), len(groups[j])
        joined = (near[i] * sizes[0] + near[j] * sizes[1]) / sum(sizes)
        joined[[i, j]] = -np.inf
        near[i], near[:, i] = joined, joined
        near[j], near[:, j] = -np.inf, -np.inf
        groups[i] += groups[j]
        groups[j] = []
        stale = np.flatnonzero(np.isin(nearest, (i, j)) | (joined > best))
        for row in {i, j, *stale.tolist()}:
            nearest[row], best[row] = near[row].argmax(), near[row].max()
    yield from (tuple(sorted(group)) for group in groups if group)


def _matrix(graph: nx.Graph[str], names: list[str], never: set[frozenset[str]]) -> NDArray[np.float64]:
    import networkx as nx
    import numpy as np

    near: NDArray[np.float64] = nx.to_numpy_array(graph, nodelist=names)
    np.fill_diagonal(near, -np.inf)
    place = {name: number for number, name in enumerate(names)}
    for one, other in never:
        if one in place and other in place:
            near[place[one], place[other]] = near[place[other], place[one]] = -np.inf
    return near
