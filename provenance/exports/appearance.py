"""How programs that draw networks show the graph at once: places, colours, sizes, and when each article came out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any, TypeVar

from provenance.model import Kind, is_date
from provenance.palette import ARTICLE, DOCUMENT, REPORT, SPEAKER, UNNAMED, Tint, rgb

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

Ordered = TypeVar("Ordered", str, float)

TINTS = {
    Kind.OUTLET: REPORT,
    Kind.WIRE: REPORT,
    Kind.PLATFORM: REPORT,
    Kind.DOCUMENT: DOCUMENT,
    Kind.ANONYMOUS: UNNAMED,
    Kind.UNSPECIFIED: UNNAMED,
}
ACROSS, DOWN = 120.0, 40.0
"""Between days, and between what stands on one day."""
SMALLEST, LARGER = 8.0, 6.0
"""The size of a node, and what each doubling of what leads to it adds."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where a node stands, how large and in what colour, and the day (xsd:date) from which it is there; "" if always.

    Positions and sizes are in the units of the file's reader, `colour` has its `r`, `g` and `b` from 0 to 255.
    """

    x: float
    y: float
    size: float
    colour: dict[str, int]
    start: str


def looks(graph: nx.MultiDiGraph[str]) -> dict[str, Look]:
    """How each node of `graph` (`trace.graph`) looks.

    Time runs to the right. A statement stands by its article; whoever is cited or quoted, before the first who does so,
    and is there from that day on.
    """
    days = {node: day for node, day in _days(graph).items() if day}
    columns, starts = _columns(graph, days), _passed_on(graph, days, lambda day: day)
    rows: defaultdict[float, int] = defaultdict(int)
    found: dict[str, Look] = {}
    for node in sorted(graph):
        column = columns.get(node, -1.5)
        size = SMALLEST + LARGER * log2(1 + graph.in_degree(node))
        y = -rows[column] * DOWN
        found[node] = Look(column * ACROSS, y, size, rgb(_tint(graph.nodes[node]).line), starts.get(node, ""))
        rows[column] += 1
    return found


def _days(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """For each article and statement the day on which it came out; of a month or year the first; "" where unknown."""
    return {
        node: first_day(graph.nodes[data.get("article", node)]["published"])
        for node, data in graph.nodes(data=True)
        if data["kind"] in ("article", "statement")
    }


def first_day(date: str) -> str:
    """As xsd:date: "2031-02" is "2031-02-01"; "" of what begins with no date."""
    return (date + "-01-01")[:10] if is_date(date) else date[:10] if is_date(date[:10]) else ""


def _columns(graph: nx.MultiDiGraph[str], days: dict[str, str]) -> dict[str, float]:
    """Articles by their days, statements half a column before them, others before the first taker."""
    order = {day: 2.0 * number for number, day in enumerate(sorted(set(days.values())))}
    known = {
        node: order.get(days.get(node, ""), -1.0) - (0.5 if data["kind"] == "statement" else 0.0)
        for node, data in graph.nodes(data=True)
        if data["kind"] in ("article", "statement")
    }
    return _passed_on(graph, known, lambda column: column - 0.5)


def _passed_on(
    graph: nx.MultiDiGraph[str], known: dict[str, Ordered], onward: Callable[[Ordered], Ordered]
) -> dict[str, Ordered]:
    """`known` of articles and statements, and of whoever they cite the least of what its takers hand `onward`."""
    found, waiting = dict(known), list(known)
    while waiting:
        tail = waiting.pop()
        for head in graph.successors(tail):
            if graph.nodes[head]["kind"] in ("cited", "source"):
                handed = onward(found[tail])
                if head not in found or handed < found[head]:
                    found[head] = handed
                    waiting.append(head)
    return found


def _tint(data: dict[str, Any]) -> Tint:
    if data["kind"] in ("article", "statement"):
        return ARTICLE
    return UNNAMED if data["anonymous"] else TINTS.get(Kind(data["agent_kind"]), SPEAKER)
