"""Whatever a graph holds, its chains run from the article to the origin, and each hop shows its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphs import graphs
from hypothesis import given

from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import MOST_HOPS, ArcKind, Naming

if TYPE_CHECKING:
    from provenance.extraction.parser.graph import AttributionGraph


def words(graph: AttributionGraph) -> list[tuple[tuple[int, int], ...]]:
    return [tuple(hop.mention[0] for hop in chain) for chain in chains(graph, lambda one: str(one.span.start))]


@given(graphs())
def test_no_mention_comes_twice_and_no_chain_is_too_long(graph: AttributionGraph) -> None:
    for chain in words(graph):
        assert len(set(chain)) == len(chain) <= MOST_HOPS


@given(graphs())
def test_a_chain_runs_from_the_article_to_whom_the_statement_is_said_by(graph: AttributionGraph) -> None:
    found = words(graph)
    for number, chain in enumerate(found):
        said_by = graph.arc(ArcKind.SAID_BY, number)
        if said_by is None:
            assert chain == ()
            continue
        assert bool(chain) == (said_by.head is not None)
        at = said_by.head
        for span in reversed(chain):
            assert at is not None
            assert graph.mentions[at].span == span
            through = graph.arc(ArcKind.THROUGH, at, number)
            at = through.head if through else None
        assert at is None


@given(graphs())
def test_each_hop_tells_its_relation_and_how_sure_the_arc_is_that_leads_to_it(graph: AttributionGraph) -> None:
    for number, chain in enumerate(chains(graph, lambda one: f"name {one.span.start}")):
        leading = graph.arc(ArcKind.SAID_BY, number)
        for hop in reversed(chain):
            assert leading is not None
            assert leading.head is not None
            mention, through = graph.mentions[leading.head], graph.arc(ArcKind.THROUGH, leading.head, number)
            assert through is not None
            assert hop.mention == (mention.span,)
            assert (hop.name, hop.relation) == (f"name {mention.span.start}", through.label)
            assert (hop.kind, hop.anonymous) == (mention.type, mention.naming is Naming.ANONYMOUS)
            assert (hop.evidence, hop.confidence) == (leading.evidence, leading.p)
            leading = through
