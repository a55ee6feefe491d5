"""The graph: what its nodes and edges are, and that every way through it keeps apart what articles keep apart."""

from dataclasses import replace
from io import BytesIO

import networkx as nx
import pytest
from corpus import STORY, at, hop, reading, said, statements

from provenance.iris import agent_iri, article_iri, attribution_iri, cited_iri, passage_iri, snapshot_iri, source_iri
from provenance.model import Assertion, Dated, Derivation, Hop, Kind, Reading, Relation, Resolution, Statement
from provenance.trace.graph import build, cut


def relays(graph: nx.MultiDiGraph) -> list[tuple[str, str, str]]:
    """(label, relation, label) of every relay."""
    return sorted(
        (graph.nodes[tail]["label"], edge["relation"], graph.nodes[head]["label"])
        for tail, head, edge in graph.edges(data=True)
        if edge["kind"] == "relay"
    )


def iri(reading: Reading, index: int = 0) -> str:
    return attribution_iri(snapshot_iri(reading.article), reading.attributions[index])


@pytest.fixture
def northgate() -> Reading:
    return STORY[1]


def test_a_chain_leads_through_a_cited_report_to_its_source(northgate: Reading) -> None:
    graph = build([northgate])
    snapshot = snapshot_iri(northgate.article)
    statement = passage_iri(snapshot, northgate.attributions[0].content)
    report = cited_iri(iri(northgate), 0)
    officials = source_iri(snapshot, northgate.attributions[0].chain[1], ["Kestrel Wire"])
    article = article_iri(northgate.article)

    assert {node: graph.nodes[node]["kind"] for node in graph} == {
        statement: "statement",
        report: "cited",
        officials: "source",
        article: "article",
        agent_iri("Kestrel Wire", Kind.WIRE): "source",
        agent_iri("Northgate Post", Kind.OUTLET): "source",
    }
    edges = {(tail, head): edge for tail, head, edge in graph.edges(data=True)}
    assert {ends: edge["kind"] for ends, edge in edges.items()} == {
        (statement, report): "relay",
        (report, officials): "relay",
        (report, agent_iri("Kestrel Wire", Kind.WIRE)): "by",
        (statement, article): "within",
        (article, agent_iri("Northgate Post", Kind.OUTLET)): "by",
    }
    relay = edges[statement, report]
    assert relay["relation"] == "reported"
    assert relay["evidence"] == "Kestrel Wire reported on Monday"
    assert relay["spans"] == "45-76"
    assert relay["confidence"] == 0.98
    assert relay["date"] == "2031-02-03"
    assert relay["told_in"] == "northgate"
    assert edges[report, officials]["date"] == ""


def test_two_statements_through_one_outlet_never_cross() -> None:
    text = "Kestrel Wire reported that A, citing Ada Bell, and that B, citing Ben Cole."
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire reported")
    ada = hop(text, "Ada Bell", Kind.PERSON, Relation.SAID, "citing Ada Bell")
    ben = hop(text, "Ben Cole", Kind.PERSON, Relation.SAID, "citing Ben Cole")
    one = said(text, "that A", "reported", (wire, ada))
    two = said(text, "that B", "reported", (wire, ben))
    graph = build([reading("x", "Post", "2031-01-01", text, attributions=(one, two))])

    assert nx.has_path(graph, node_of(graph, "that A"), node_of(graph, "Ada Bell"))
    assert not nx.has_path(graph, node_of(graph, "that A"), node_of(graph, "Ben Cole"))


def node_of(graph: nx.MultiDiGraph, label: str) -> str:
    return next(node for node, data in graph.nodes(data=True) if data["label"] == label)


def test_every_attribute_is_fit_for_a_file_and_every_edge_has_its_own_id() -> None:
    graph = build(STORY)
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    values += [value for *_, data in graph.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} == {str, int, float, bool}
    assert all(data["label"] and data["kind"] for _, data in graph.nodes(data=True))
    ids = [edge["id"] for *_, edge in graph.edges(data=True)]
    assert len(set(ids)) == len(ids) == graph.number_of_edges()
    assert all(
        {"id", "relation", "evidence", "confidence", "date"} <= edge.keys() for *_, edge in graph.edges(data=True)
    )
    nx.write_graphml(graph, BytesIO())
    nx.write_gexf(graph, BytesIO())


def test_the_graph_is_the_same_whatever_the_order_of_reading() -> None:
    forward, backward = build(STORY), build(reversed(STORY))
    assert dict(forward.nodes(data=True)) == dict(backward.nodes(data=True))
    assert {edge[2]: edge for edge in forward.edges(keys=True, data=True)} == {
        edge[2]: edge for edge in backward.edges(keys=True, data=True)
    }


def test_a_reading_twice_is_a_reading_once(northgate: Reading) -> None:
    once, twice = build([northgate]), build([northgate, northgate])
    assert nx.utils.graphs_equal(once, twice)


def test_an_article_without_attributions_still_tells_what_it_was_taken_from() -> None:
    text = "Rain fell. Read the full story at Northgate Post."
    credit = Derivation("Northgate Post", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(text, "Northgate Post"))
    graph = build([reading("x", "Post", "2031-01-01", text, derivations=(credit,))])
    [edge] = [edge for *_, edge in graph.edges(data=True) if edge["kind"] == "derived"]
    assert (edge["relation"], edge["evidence"]) == ("republished", "Northgate Post")


def test_a_byline_is_an_author() -> None:
    graph = build(STORY[:1])
    assert graph.nodes[agent_iri("Pell Arden", Kind.PERSON)]["agent_kind"] == "person"


class TestCredits:
    """What the whole article was taken from stands before the statement's own hops."""

    text = "It will rain, Ada Bell told Kestrel Wire. (Kestrel Wire, Bay Press)"
    ada = hop(text, "Ada Bell", Kind.PERSON, Relation.TOLD, "Ada Bell told")
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.TOLD, "told Kestrel Wire")
    kestrel = Derivation("Kestrel Wire", Kind.WIRE, Relation.PUBLISHED, evidence=at(text, "(Kestrel Wire"))
    bay = Derivation("Bay Press", Kind.WIRE, Relation.PUBLISHED, evidence=at(text, "Bay Press"))

    def relays_of(self, chain: tuple[Hop, ...], *derivations: Derivation) -> list[tuple[str, str, str]]:
        attribution = said(self.text, "It will rain", "told", chain)
        return relays(
            build([reading("x", "Post", "2031-01-01", self.text, derivations=derivations, attributions=(attribution,))])
        )

    def test_several_stand_side_by_side(self) -> None:
        assert self.relays_of((self.ada,), self.kestrel, self.bay) == [
            ("Bay Press", "told", "Ada Bell"),
            ("It will rain", "published", "Bay Press"),
            ("It will rain", "published", "Kestrel Wire"),
            ("Kestrel Wire", "told", "Ada Bell"),
        ]

    def test_the_outlet_that_the_statement_names_itself_is_not_told_twice(self) -> None:
        assert self.relays_of((self.wire, self.ada), self.kestrel, self.bay) == [
            ("It will rain", "told", "Kestrel Wire"),
            ("Kestrel Wire", "told", "Ada Bell"),
        ]

    def test_without_a_chain_the_trail_ends_at_the_credit(self) -> None:
        assert self.relays_of((), self.bay) == [("It will rain", "published", "Bay Press")]

    @pytest.mark.parametrize("assertion", [Assertion.ASSERTS, Assertion.DENIES])
    def test_what_is_laid_to_nobody_is_what_the_credit_says(self, assertion: Assertion) -> None:
        nobody = Hop("unspecified", Kind.UNSPECIFIED, Relation.OTHER)
        one = replace(said(self.text, "It will rain", "told", (nobody,)), assertion=assertion)
        graph = build([reading("x", "Post", "2031", self.text, derivations=(self.bay,), attributions=(one,))])
        assert relays(graph) == [("It will rain", "published", "Bay Press")]
        [edge] = [edge for *_, edge in graph.edges(data=True) if edge["kind"] == "relay"]
        assert edge["assertion"] == assertion

    def test_without_a_credit_it_is_nobody_s(self) -> None:
        nobody = Hop("unspecified", Kind.UNSPECIFIED, Relation.OTHER)
        assert self.relays_of((nobody,)) == [("It will rain", "other", "unspecified")]

    def test_words_outweigh_metadata(self) -> None:
        declared = replace(self.bay, evidence=(), declared_in="canonical link")
        attribution = said(self.text, "It will rain", "told", (self.ada,))
        for derivations in ((declared, self.bay), (self.bay, declared)):
            graph = build(
                [reading("x", "Post", "2031", self.text, derivations=derivations, attributions=(attribution,))]
            )
            assert [e["evidence"] for *_, e in graph.edges(data=True) if e["relation"] == "published"] == [
                "Bay Press",
                "Bay Press",
            ]

    def test_metadata_alone_is_named(self) -> None:
        declared = replace(self.bay, evidence=(), declared_in="canonical link")
        attribution = said(self.text, "It will rain", "told", (self.ada,))
        graph = build([reading("x", "Post", "2031", self.text, derivations=(declared,), attributions=(attribution,))])
        evidence = {e["evidence"] for *_, e in graph.edges(data=True) if e["relation"] == "published"}
        assert evidence == {"metadata: canonical link"}

    def test_the_publisher_is_no_hop_of_its_own_article(self) -> None:
        own = replace(self.kestrel, name="The Post", kind=Kind.OUTLET)
        us = replace(self.wire, name="Post", kind=Kind.OUTLET)
        assert self.relays_of((us, self.ada), own) == [("It will rain", "told", "Ada Bell")]

    def test_the_publisher_alone_reports_for_itself(self) -> None:
        us = replace(self.wire, name="Post", kind=Kind.OUTLET)
        assert self.relays_of((us,)) == [("It will rain", "reported", "Post")]
        assert self.relays_of(()) == [("It will rain", "reported", "Post")]


def test_a_person_between_is_a_saying_of_theirs() -> None:
    text = "Her lawyer said that Ada Bell told him it was over."
    lawyer = hop(text, "her lawyer", Kind.PERSON, Relation.SAID, "Her lawyer said")
    ada = hop(text, "Ada Bell", Kind.PERSON, Relation.TOLD, "Ada Bell told him")
    graph = build(
        [reading("x", "Post", "2031", text, attributions=(said(text, "it was over", "said", (lawyer, ada)),))]
    )
    assert relays(graph) == [("her lawyer", "told", "Ada Bell"), ("it was over", "said", "her lawyer")]
    assert {data["kind"] for _, data in graph.nodes(data=True) if data["label"] == "her lawyer"} == {"cited", "source"}


def test_a_date_belongs_to_the_hop_whose_words_hold_it() -> None:
    text = "It is over, the Post said, citing a memo of 3 May 2030."
    post = hop(text, "The Post", Kind.OUTLET, Relation.SAID, "the Post said")
    memo = hop(text, "a memo", Kind.DOCUMENT, Relation.WROTE, "citing a memo of 3 May 2030")
    dated = Dated("3 May 2030", "2030-05-03", *at(text, "3 May 2030"))
    attribution = said(text, "It is over", "said", (post, memo), date=dated)
    graph = build([reading("x", "Herald", "2031", text, attributions=(attribution,))])
    dates = {e["relation"]: e["date"] for *_, e in graph.edges(data=True) if e["kind"] == "relay"}
    assert dates == {"said": "", "wrote": "2030-05-03"}


def test_unnamed_sources_of_two_articles_are_two() -> None:
    graph = build([STORY[1], STORY[3]])
    assert sum(data["label"] == "two officials" for _, data in graph.nodes(data=True)) == 2


def test_what_could_break_a_file_or_a_terminal_is_replaced() -> None:
    text = "A\x00\x1b[2J\x9b\u202e\ud800B, Ann\n Dee said."
    ann = hop(text, "Ann\n Dee", Kind.PERSON, Relation.SAID, "Ann\n Dee said")
    content = "A\x00\x1b[2J\x9b\u202e\ud800B"
    graph = build([reading("x", "Post", "2031", text, attributions=(said(text, content, "said", (ann,)),))])
    assert node_of(graph, "A��[2J���B")
    assert graph.nodes[agent_iri("Ann\n Dee", Kind.PERSON)]["name"] == "Ann Dee"
    nx.write_graphml(graph, BytesIO())


def test_a_resolution_leads_on_to_the_statement() -> None:
    kestrel, northgate = STORY[:2]
    resolution = Resolution(iri(northgate), 0, iri(kestrel), "only one", 0.7)
    graph = build([kestrel, northgate], [resolution])
    report = cited_iri(iri(northgate), 0)
    statement = passage_iri(snapshot_iri(kestrel.article), kestrel.attributions[0].content)
    [edge] = graph.get_edge_data(report, statement).values()
    assert (edge["relation"], edge["evidence"], edge["confidence"]) == ("resolved to", "only one", 0.7)
    assert graph.nodes[report]["retrieved"] == "kestrel"


@pytest.mark.parametrize(("citing", "position", "cited"), [(1, 0, 2), (1, 7, 0), (2, 0, 0)])
def test_a_resolution_of_what_is_not_there_is_left_out(citing: int, position: int, cited: int) -> None:
    resolution = Resolution(iri(STORY[citing]), position, iri(STORY[cited]), "", 1)
    graph = build(STORY[:2], [resolution])
    assert not [edge for *_, edge in graph.edges(data=True) if edge["kind"] == "resolved"]


def test_cut_keeps_only_what_was_asked_for() -> None:
    text = "A, said Ann. B, said Bob."
    ann, bob = (hop(text, name, Kind.PERSON, Relation.SAID, f"said {name}") for name in ("Ann", "Bob"))
    one, two = said(text, "A", "said", (ann,)), said(text, "B", "said", (bob,))
    whole = reading("x", "Post", "2031", text, attributions=(one, two))
    assert cut([Statement(whole, two)]) == (replace(whole, attributions=(two,)),)
    assert cut(statements((whole,))) == (whole,)
