"""Where boxes stand and lines run: in the columns of `columns`, ordered and routed by graphlay (Sugiyama's method)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from provenance.errors import ProvenanceError
from provenance.views.diagram.blocks import block
from provenance.views.diagram.columns import columns
from provenance.views.diagram.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.views.diagram.blocks import Block
    from provenance.views.diagram.labels import Label
    from provenance.views.diagram.model import Line, Picture

    Point = tuple[float, float]

OPTIONS = {
    "routing": {"style": "diagonal"},
    "labels": {"reservation": "always", "placement": "gap_centre"},
    "spacing": {"layer_gap": 64.0, "node_gap": 26.0, "dummy_gap": 20.0},
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A box, its upper left corner at `x`, `y`, in pixels."""

    block: Block
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Routed:
    """A line along `points`, from tail to head; `at` is the middle of its label."""

    line: Line
    label: Label
    points: tuple[Point, ...]
    at: Point


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is drawn, from 0, 0 to `width`, `height`; `dates` are those of each dated column, at its middle."""

    boxes: tuple[Placed, ...]
    lines: tuple[Routed, ...]
    width: float
    height: float
    dates: tuple[tuple[float, str], ...]


def plan(shown: Picture) -> Plan:
    """Raises ProvenanceError where the boxes cannot be laid out."""
    import graphlay

    if not shown.boxes:
        return Plan((), (), 0.0, 0.0, ())
    blocks = {box.node: block(box) for box in shown.boxes}
    column, labels = columns(shown), [label(line) for line in shown.lines]
    graph = graphlay.Graph()
    for node, one in blocks.items():
        graph.node(node, width=one.width, height=one.height, rank={"fixed": column[node]})
    drawn = [
        (line, told) for line, told in zip(shown.lines, labels, strict=True) if column[line.tail] != column[line.head]
    ]
    for line, told in drawn:
        graph.edge(line.tail, line.head, label_size={"width": told.width, "height": told.height})
    try:
        laid = graphlay.layout(graph, options=OPTIONS)
    except graphlay.GraphlayError as error:
        raise ProvenanceError(
            f"the picture cannot be laid out ({error}): view the trace as a tree, or as dot"
        ) from None
    left, top = laid.bounds["min"]["x"], laid.bounds["min"]["y"]
    routed = tuple(_routed(*one, edge, left, top) for one, edge in zip(drawn, laid.edges, strict=True))
    placed = tuple(
        Placed(one, node["center"]["x"] - one.width / 2 - left, node["center"]["y"] - one.height / 2 - top)
        for one, node in zip(blocks.values(), laid.nodes, strict=True)
    )
    size = laid.bounds["max"]["x"] - left, laid.bounds["max"]["y"] - top
    return Plan(placed, routed, *size, tuple(_dates(placed, column)))


def _routed(line: Line, told: Label, edge: Mapping[str, Any], left: float, top: float) -> Routed:
    points = tuple((point["x"] - left, point["y"] - top) for point in edge["points"])
    anchor = edge["label_anchor"]
    middle = points[len(points) // 2]
    return Routed(line, told, points, (anchor["x"] - left, anchor["y"] - top) if anchor else middle)


def _dates(placed: Iterable[Placed], column: Mapping[str, int]) -> Iterable[tuple[float, str]]:
    """The day of the articles of each column, or where they are of several the first: "from 2031-02-03"."""
    days: dict[int, list[tuple[float, str]]] = {}
    for one in placed:
        if one.block.box.date:
            days.setdefault(column[one.block.box.node], []).append((one.x + one.block.width / 2, one.block.box.date))
    for _, those in sorted(days.items()):
        first, last = min(day for _, day in those)[:10], max(day for _, day in those)[-10:]
        yield sum(x for x, _ in those) / len(those), first if first == last else f"from {first}"
