"""Groups of statements by the links between them: average linkage (Sokal and Michener 1958), cut at a probability.

Two groups are joined while their pairs are the same with at least that probability on average, a pair without a link
counting as none. So nothing is joined across parts of the graph that no link joins, and each part can be grouped by
itself: what a new article costs depends on the parts it touches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.clustering.connected import connected
from provenance.linking.matching.claims import LEAST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from provenance.linking.clustering.connected import Edge

MOST = 400
"""The largest part that is grouped at once; a larger one is first cut into parts by leaving out its weakest links."""
STEP = 0.1


def clusters(
    statements: Iterable[str],
    links: Mapping[tuple[str, str], float],
    apart: Iterable[tuple[str, str]] = (),
) -> Iterator[tuple[str, ...]]:
    """The groups of `statements`, each in the order of their names; the same for the same links, in whatever order.

    `links` gives the probability that two statements make one claim, 1 for those that must; `apart` are pairs that
    must not.
    """
    edges = [(one, other, share) for (one, other), share in links.items()]
    never = list(apart)
    for part, inside in _parts(sorted(statements), edges, LEAST):
        yield from _grouped(sorted(part), inside, never)


def _parts(
    statements: Collection[str], edges: Sequence[Edge[str]], least: float
) -> Iterator[tuple[set[str], Sequence[Edge[str]]]]:
    """The parts that `edges` of `least` or more join, each with all edges inside it."""
    for part in connected(statements, [edge for edge in edges if edge[2] >= least]):
        inside = [edge for edge in edges if edge[0] in part and edge[1] in part] if len(part) > 1 else []
        if len(part) <= MOST or least > 1:
            yield part, inside
        else:
            yield from _parts(part, inside, least + STEP)


def _grouped(
    names: list[str], edges: Iterable[Edge[str]], never: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, ...]]:
    """Merge the two nearest groups until none are near enough; of equals the first by name.

    The nearest of each group is kept at hand, so that a merge looks at one row.
    """
    if len(names) == 1:
        yield tuple(names)
        return
    groups: list[list[str]] = [[name] for name in names]
    near = _matrix(names, edges, never)
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
        stale = np.flatnonzero((nearest == i) | (nearest == j) | (joined > best))
        for row in {i, j, *stale.tolist()}:
            nearest[row] = near[row].argmax()
            best[row] = near[row, nearest[row]]
    yield from (tuple(sorted(group)) for group in groups if group)


def _matrix(names: list[str], edges: Iterable[Edge[str]], never: Iterable[tuple[str, str]]) -> NDArray[np.float64]:
    near = np.zeros((len(names), len(names)))
    place = {name: number for number, name in enumerate(names)}
    for one, other, share in edges:
        near[place[one], place[other]] = near[place[other], place[one]] = share
    for one, other in never:
        if one in place and other in place:
            near[place[one], place[other]] = near[place[other], place[one]] = -np.inf
    np.fill_diagonal(near, -np.inf)
    return near
