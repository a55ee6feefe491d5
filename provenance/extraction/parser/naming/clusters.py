"""Mentions that stand for the same source: by sure SAME_AS arcs, between kinds that can be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.graph import Arc, AttributionGraph

PEOPLE = frozenset({Kind.PERSON, Kind.ANONYMOUS, Kind.GROUP})
ANOTHER = re.compile(r"(?:another|a (?:second|third|different))\b", re.IGNORECASE)
SURELY = 0.5
"""The least probability of a SAME_AS arc that gives a description or a pronoun a name."""
FAMILIES = (
    frozenset({Kind.OUTLET, Kind.WIRE}),
    frozenset({Kind.PERSON}),
    frozenset({Kind.ORGANIZATION}),
    frozenset({Kind.ANONYMOUS, Kind.GROUP}),
)
"""Kinds that two mentions of one source may be taken for; any other only with its own."""


def antecedents(graph: AttributionGraph) -> tuple[int | None, ...]:
    """The sure antecedent of each mention, by number."""
    arcs = (graph.arc(ArcKind.SAME_AS, number) for number in range(len(graph.mentions)))
    return tuple(arc.head if arc and arc.p >= SURELY and _may_be_one(graph, arc) else None for arc in arcs)


def members(heads: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """For each mention all that are joined with it, in the order of their numbers."""
    roots = [-1] * len(heads)
    for number in range(len(heads)):
        way, at = [], number
        while roots[at] < 0:
            way.append(at)
            head = heads[at]
            if head is None:
                roots[at] = at
                break
            at = head
        for one in way:
            roots[one] = roots[at]
    groups: dict[int, list[int]] = {}
    for number, root in enumerate(roots):
        groups.setdefault(root, []).append(number)
    frozen = {root: tuple(group) for root, group in groups.items()}
    return tuple(frozen[root] for root in roots)


def _may_be_one(graph: AttributionGraph, arc: Arc) -> bool:
    """Whether the kinds of two mentions go together, and the words of the later set nobody apart: “another”."""
    if arc.head is None:
        return False
    one, other = graph.mentions[arc.dependent], graph.mentions[arc.head]
    begins_anew = one.type in PEOPLE and ANOTHER.match(graph.text, *one.span)
    if begins_anew and other.span.start < one.span.start:
        return False
    kinds = {one.type, other.type}
    return len(kinds) == 1 or any(kinds <= family for family in FAMILIES)
