"""Well-formed graphs of attributions at random, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import MOST_HOPS, RELATIONS, ArcKind, Naming, Stance
from provenance.model import Kind, Span

MENTIONS, STATEMENTS = 8, 4
TEXT = "abcdefgh" * 4
SHARE = st.floats(0, 1)


@st.composite
def graphs(draw: st.DrawFn) -> AttributionGraph:
    """Up to four statements and eight mentions; each statement lines up the mentions of its chain anew."""
    mentions = tuple(
        Mention(Span(n, n + 1), draw(st.sampled_from(Kind)), draw(st.sampled_from(Naming)), draw(SHARE))
        for n in range(draw(st.integers(1, MENTIONS)))
    )
    statements = tuple(
        StatementNode((Span(MENTIONS + 2 * n, MENTIONS + 2 * n + 2),), (), draw(st.sampled_from(Stance)))
        for n in range(draw(st.integers(1, STATEMENTS)))
    )
    arcs: list[Arc] = []
    for number in range(len(statements)):
        if draw(st.booleans()):
            arcs += _chain(draw, number, len(mentions))
    return AttributionGraph(TEXT, statements, mentions, tuple(draw(st.permutations(arcs))))


def _chain(draw: st.DrawFn, number: int, mentions: int) -> list[Arc]:
    order = draw(st.permutations(range(mentions)))[: draw(st.integers(0, MOST_HOPS))]
    if not order:
        return [Arc(ArcKind.SAID_BY, number)]
    shown = (Span(order[0], order[0] + 2),)
    arcs = [Arc(ArcKind.SAID_BY, number, order[0], p=draw(SHARE), evidence=shown)]
    for at, head in zip(order, [*order[1:], None], strict=True):
        words = () if head is None else (Span(head, head + 1),)
        label = draw(st.sampled_from(RELATIONS))
        arcs.append(Arc(ArcKind.THROUGH, at, head, number, label, draw(SHARE), words))
    return arcs
