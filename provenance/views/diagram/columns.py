"""In which column of a picture a box stands: right of whatever it was taken from, and of no article of a later date."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from provenance.views.diagram.model import Line, Picture

    Ways = nx.DiGraph[str]


def columns(shown: Picture) -> Mapping[str, int]:
    """For each box its column, from 0 at the left.

    An article stands right of all that it took the claim from, and not left of any article of an earlier day. Who is
    only quoted or cited stands just left of the first who took it from there. Lines that close a circle do not count.
    """
    import networkx as nx

    onward = ways(shown)
    order = list(nx.topological_sort(onward))
    days = _days(shown, onward, order)
    steps: nx.DiGraph[str | int] = nx.DiGraph()
    steps.add_nodes_from(onward)
    steps.add_edges_from(onward.edges, columns=1)
    known = sorted((node for node, day in days.items() if day), key=days.__getitem__)
    for number, (_, nodes) in enumerate(groupby(known, days.__getitem__)):
        for node in nodes:
            steps.add_edge(node, number + 1, columns=0)
            steps.add_edge(number, node, columns=0)
        steps.add_edge(number, number + 1, columns=0)
    found: dict[str | int, int] = {}
    for step in nx.topological_sort(steps):
        found[step] = max(
            (found[tail] + edge["columns"] for tail, _, edge in steps.in_edges(step, data=True)), default=0
        )
    for node in reversed(order):
        if not days[node] and onward[node]:
            found[node] = max(found[node], min(found[head] for head in onward[node]) - 1)
    return {node: found[node] for node in order}


def forward(shown: Picture) -> Iterator[Line]:
    """The lines that lead on, in order: one that would close a circle with those before it is left out."""
    import networkx as nx

    onward: Ways = nx.DiGraph()
    onward.add_nodes_from(box.node for box in shown.boxes)
    for line in shown.lines:
        if not line.closes_circle and line.tail != line.head and not nx.has_path(onward, line.head, line.tail):
            onward.add_edge(line.tail, line.head)
            yield line


def ways(shown: Picture) -> Ways:
    """From whom to whom the claim went, without circles."""
    import networkx as nx

    onward: Ways = nx.DiGraph()
    onward.add_nodes_from(box.node for box in shown.boxes)
    onward.add_edges_from((line.tail, line.head) for line in forward(shown))
    return onward


def _days(shown: Picture, onward: Ways, order: list[str]) -> dict[str, str]:
    """The day of each article, or that of the latest it took the claim from, where that is later; "" of all others."""
    dates = {box.node: box.date[:10] for box in shown.boxes}
    latest: dict[str, str] = {}
    for node in order:
        latest[node] = max([dates[node], *(latest[tail] for tail in onward.predecessors(node))])
    return {node: latest[node] if dates[node] else "" for node in order}
