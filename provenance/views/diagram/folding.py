"""A hundred articles in one picture: what passes little on is drawn together with its like."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.views.diagram.columns import ways
from provenance.views.diagram.model import Box, Picture, Shape, joined
from provenance.views.prose.phrases import count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from provenance.model import Assertion
    from provenance.views.diagram.model import Line

    Tellers = frozenset[tuple[str, Assertion, bool]]

MOST = 24
"""Boxes up to which a picture is drawn in full."""
NAMED = 5
"""Outlets and sources that a folded box names, those with most articles first."""
ARTICLES = frozenset({Shape.ARTICLE, Shape.ARTICLES})


def folded(shown: Picture, most: int = MOST) -> Picture:
    """`shown` as it is where it has at most so many boxes.

    Else articles are one box that took the claim from the same tellers, alike in standing behind it and in being
    decided, and that no one is shown to have taken it from. Where that leaves too many, only those that most articles
    lead to stay by themselves; the others are told by which of these they had it from, on whatever ways.
    """
    if len(shown.boxes) <= most:
        return shown
    taken = {line.tail for line in shown.lines}
    apart = {box.node for box in shown.boxes if box.node in taken or box.is_origin or box.is_bottleneck}
    found = _gathered(shown, apart)
    ranked, number = _ranked(shown), most
    while len(found.boxes) > most and number:
        number = number * 3 // 4
        found = _gathered(shown, ranked[:number])
    return found


def _ranked(shown: Picture) -> list[str]:
    """Bottlenecks first, then those that the claim reached the most boxes from."""
    import networkx as nx

    reach = {node: len(nx.descendants(graph, node)) for graph in [ways(shown)] for node in graph}
    ranked = sorted(shown.boxes, key=lambda box: (not box.is_bottleneck, -reach[box.node], not box.is_origin))
    return [box.node for box in ranked]


def _gathered(shown: Picture, apart: Collection[str]) -> Picture:
    """The boxes `apart` by themselves, other articles by whom of those they had it from, all other sources as one."""
    groups: defaultdict[object, list[Box]] = defaultdict(list)
    tellers = _tellers(shown, apart)
    for box in shown.boxes:
        if box.node not in apart:
            groups[tellers[box.node] if box.shape in ARTICLES else Shape.SOURCES].append(box)
    into = {box.node: _crowd(group) for group in groups.values() if len(group) > 1 for box in group}
    boxes = dict.fromkeys(into.get(box.node, box) for box in shown.boxes)
    return replace(shown, boxes=tuple(boxes), lines=tuple(_moved(shown.lines, into, tellers)))


def _tellers(shown: Picture, apart: Collection[str]) -> Mapping[str, Tellers]:
    """For each box, whom of those `apart` it had the claim from, straight or through others, and how."""
    found: dict[str, Tellers] = {}
    above: defaultdict[str, list[Line]] = defaultdict(list)
    for line in shown.lines:
        above[line.head].append(line)
    for box in shown.boxes:
        seen, waiting, those = {box.node}, list(above[box.node]), set()
        while waiting:
            line = waiting.pop()
            if line.tail in apart:
                those.add((line.tail, line.assertion, line.is_undecided))
            elif line.tail not in seen:
                seen.add(line.tail)
                waiting += above[line.tail]
        found[box.node] = frozenset(those)
    return found


def _moved(lines: Iterable[Line], into: Mapping[str, Box], tellers: Mapping[str, Tellers]) -> Iterator[Line]:
    """`lines` between the boxes that are left; of those side by side the surest, with what each of them changed.

    What came by an article among others is drawn from whom that had it from.
    """
    found: dict[tuple[str, str, Assertion], Line] = {}
    for line, tail in _untangled(lines, into, tellers):
        head = into[line.head].node if line.head in into else line.head
        moved = replace(line, tail=tail, head=head)
        place = tail, head, line.assertion
        found[place] = joined(found.get(place, moved), moved)
    return (line for line in found.values() if line.tail != line.head)


def _untangled(
    lines: Iterable[Line], into: Mapping[str, Box], tellers: Mapping[str, Tellers]
) -> Iterator[tuple[Line, str]]:
    """Each of `lines` with the boxes that it starts from now."""
    for line in lines:
        crowd = into.get(line.tail)
        if crowd is None or crowd.shape not in ARTICLES:
            yield line, crowd.node if crowd else line.tail
        else:
            yield from ((line, tail) for tail, _, _ in sorted(tellers[line.tail]))


def _crowd(group: Sequence[Box]) -> Box:
    articles = all(box.shape in ARTICLES for box in group)
    dates = sorted(box.date for box in group if box.date)
    names = Counter(box.name for box in group)
    named = [name if number == 1 else f"{name} ({number})" for name, number in names.most_common(NAMED)]
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
    return Box(
        group[0].node,
        Shape.ARTICLES if articles else Shape.SOURCES,
        count(len(group), "article" if articles else "other source"),
        " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "",
        (*named, *more),
        tuple(wording for wording, _ in Counter(one for box in group for one in box.wordings).most_common(1)),
        is_origin=not articles and any(box.is_origin for box in group),
    )
