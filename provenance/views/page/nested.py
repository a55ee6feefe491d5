"""A picture as nested lists: from each origin on to whoever had it from there, for readers that do not see it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from provenance.trace.wording import legible
from provenance.views.diagram.columns import forward
from provenance.views.diagram.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.views.diagram.model import Box, Line, Picture


def nested(shown: Picture, prefix: str) -> Element:
    """Whoever had it from several stands under each, what follows from there only under the first.

    The proofs of a line are on the page under its own name, with `prefix` before it.
    """
    boxes = {box.node: box for box in shown.boxes}
    onward: defaultdict[str, list[Line]] = defaultdict(list)
    lines, ids = list(forward(shown)), shown.ids
    for line in lines:
        onward[line.tail].append(line)
    root, told = Element("ul", {"class": "chains"}), set[str]()
    heads = {line.head for line in lines}
    waiting: list[tuple[Element, Sequence[Line], Box]] = [
        (root, (), box) for box in shown.boxes[::-1] if box.node not in heads
    ]
    while waiting:
        parent, (*by,), box = waiting.pop()
        item = SubElement(parent, "li")
        for line in by:
            link = SubElement(item, "a", {"href": f"#{prefix}{ids[line]}"})
            link.text = legible("; ".join((label(line).words, *line.changes)))
            link.tail = " → "
        _say(item, box)
        if box.node not in told and onward[box.node]:
            told.add(box.node)
            under = SubElement(item, "ul")
            waiting += [(under, (line,), boxes[line.head]) for line in onward[box.node][::-1]]
        elif onward[box.node]:
            SubElement(item, "span", {"class": "note"}).text = " (and on from there, as above)"
    return root


def _say(item: Element, box: Box) -> None:
    SubElement(item, "strong").text = legible(box.name)
    about = [box.date, *box.notes, *(f"“{wording}”" for wording in box.wordings)]
    marks = ["the claim starts here"] * box.is_origin + ["a bottleneck"] * box.is_bottleneck
    SubElement(item, "span").text = legible("".join(f"; {part}" for part in (*marks, *about) if part))
