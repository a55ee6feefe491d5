"""How programs that draw networks show the graph at once: places, colours, sizes, and when each article came out."""

from __future__ import annotations

from collections import defaultdict
from math import log2
from typing import TYPE_CHECKING, Any

from provenance.model import Kind
from provenance.palette import ARTICLE, DOCUMENT, REPORT, SPEAKER, UNNAMED, Tint, rgb

if TYPE_CHECKING:
    import networkx as nx

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


def shown(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy of `graph` (`trace.graph`) with the `viz` of GEXF 1.2 on each node, and the `start` of each article.

    Time runs to the right. A statement stands by its article; whoever is cited or quoted, before the first who does so.
    """
    copy: nx.MultiDiGraph[str] = graph.copy()
    copy.graph["mode"] = "dynamic"
    columns = _columns(copy)
    rows: defaultdict[float, int] = defaultdict(int)
    for node, data in copy.nodes(data=True):
        column = columns[node]
        place = {"x": column * ACROSS, "y": -rows[column] * DOWN, "z": 0.0}
        rows[column] += 1
        size = SMALLEST + LARGER * log2(1 + copy.in_degree(node))
        data["viz"] = {"position": place, "size": size, "color": {**rgb(_tint(data).line), "a": 1.0}}
        if data["kind"] == "article" and data["published"]:
            data["start"] = data["published"]
    return copy


def _columns(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    """For each node its column: articles by their days, statements half a column on, others before the first taker."""
    days = sorted({data["published"][:10] for _, data in graph.nodes(data=True) if data.get("published")})
    order = {day: 2.0 * number for number, day in enumerate(days)}
    found: dict[str, float] = {}
    for node, data in graph.nodes(data=True):
        article = graph.nodes[data["article"]] if data["kind"] == "statement" else data
        if data["kind"] in ("article", "statement"):
            found[node] = order.get(article["published"][:10], -1.0) - (0.5 if data["kind"] == "statement" else 0.0)
    for kind in ("cited", "source"):
        of_kind = [node for node, data in graph.nodes(data=True) if data["kind"] == kind]
        found |= {node: min((found[one] for one in graph.predecessors(node) if one in found), default=-1.0) - 0.5
                  for node in of_kind}  # fmt: skip
    return found


def _tint(data: dict[str, Any]) -> Tint:
    if data["kind"] in ("article", "statement"):
        return ARTICLE
    return UNNAMED if data["anonymous"] else TINTS.get(Kind(data["agent_kind"]), SPEAKER)
