"""What a graph of attributions may be; each fault is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.errors import ExtractorError
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.model import Kind, Relation, Span

TEXT = "The dam leaks, Ada Brunt told the Harl Courier. It will be shut."
LEAKS = StatementNode((Span(0, 13),), (Span(25, 29),))
SHUT = StatementNode((Span(48, 63),))
BRUNT = Mention(Span(15, 24), Kind.PERSON)
COURIER = Mention(Span(30, 46), Kind.OUTLET)
SHOWN = (Span(25, 29),)
SAID_BY = Arc(ArcKind.SAID_BY, 0, 0, evidence=SHOWN)
THROUGH = Arc(ArcKind.THROUGH, 0, 1, 0, Relation.TOLD, evidence=SHOWN)
TOP = Arc(ArcKind.THROUGH, 1, None, 0, Relation.REPORTED)
GRAPH = AttributionGraph(TEXT, (LEAKS, SHUT), (BRUNT, COURIER), (SAID_BY, THROUGH, TOP))


def test_arcs_are_looked_up_and_followed() -> None:
    assert GRAPH.arc(ArcKind.THROUGH, 0, 0) == THROUGH
    assert GRAPH.arc(ArcKind.THROUGH, 0, 1) is None
    assert list(GRAPH.path(ArcKind.THROUGH, 0, 0)) == [0, 1]
    assert GRAPH.arc(ArcKind.SAID_BY, 1) is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"mentions": (BRUNT, Mention(Span(60, 66), Kind.OUTLET))}, "60–66 of a mention is outside a text of 64"),
        ({"statements": (LEAKS, StatementNode((Span(9, 9),)))}, "9–9 of a statement is outside"),
        ({"statements": (LEAKS, StatementNode(()))}, "statement 1 has no content"),
        ({"mentions": (BRUNT, replace(BRUNT, naming=Naming.DESCRIBED))}, "2 mentions at 15–24"),
        ({"mentions": (BRUNT, replace(COURIER, p=1.5))}, "a probability of 1.5"),
        ({"arcs": (replace(SAID_BY, evidence=(Span(-1, 3),)),)}, "-1–3 of evidence"),
        ({"arcs": (SAID_BY, replace(SAID_BY, head=1))}, "“said by” of statement 0 has 2 heads"),
        ({"arcs": (THROUGH, TOP, replace(TOP, label=Relation.SAID))}, "of mention 1 in statement 0 has 2 heads"),
        ({"arcs": (replace(SAID_BY, head=2),)}, "“said by” of statement 0 joins what is not there"),
        ({"arcs": (replace(SAID_BY, dependent=2),)}, "“said by” of statement 2 joins what is not there"),
        ({"arcs": (replace(SAID_BY, evidence=()),)}, "has no words to show it"),
        ({"arcs": (replace(SAID_BY, statement=0),)}, "“said by” of statement 0 in statement 0 holds for statement 0"),
        ({"arcs": (replace(THROUGH, statement=None),)}, "“through” of mention 0 holds for statement None"),
        ({"arcs": (replace(THROUGH, statement=2),)}, "holds for statement 2"),
        ({"arcs": (replace(THROUGH, label=None),)}, "bears the relation None"),
        ({"arcs": (replace(THROUGH, label=Relation.CONTRIBUTED),)}, "bears the relation contributed"),
        ({"arcs": (replace(SAID_BY, label=Relation.SAID),)}, "bears the relation said"),
        ({"arcs": (THROUGH, replace(TOP, head=0, evidence=SHOWN))}, "of mention 0 in statement 0 leads into a circle"),
        ({"arcs": (Arc(ArcKind.SAME_AS, 1, 1, evidence=SHOWN),)}, "“same as” of mention 1 leads into a circle"),
    ],
)  # fmt: skip
def test_an_ill_formed_graph_is_refused(change: dict[str, object], fault: str) -> None:
    with pytest.raises(ExtractorError, match=fault) as refused:
        replace(GRAPH, **change)  # type: ignore[arg-type]
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(": correct the parser's answer")


def test_a_mention_may_come_another_way_in_another_statement() -> None:
    other = replace(THROUGH, head=None, statement=1, label=Relation.SAID, evidence=())
    assert list(replace(GRAPH, arcs=(THROUGH, TOP, other)).path(ArcKind.THROUGH, 0, 1)) == [0]


def test_a_chain_has_six_hops_at_most() -> None:
    mentions = tuple(Mention(Span(n, n + 1), Kind.OUTLET) for n in range(7))
    arcs = tuple(Arc(ArcKind.THROUGH, n, n + 1, 0, Relation.REPORTED, evidence=SHOWN) for n in range(6))
    AttributionGraph(TEXT, (LEAKS,), mentions, arcs[:5])
    with pytest.raises(ExtractorError, match="mention 0 in statement 0 begins a chain of 7 hops; the most are 6"):
        AttributionGraph(TEXT, (LEAKS,), mentions, arcs)
