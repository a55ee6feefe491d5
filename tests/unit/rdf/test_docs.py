"""docs/graph.md shows what is written, and its queries answer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from corpus import STORY, at, hop, reading, said
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from provenance.decisions import Action, Decision, Subject, Target, iri_of
from provenance.decisions.anchors import anchor, sources
from provenance.iris import BASE, attribution_iri_of
from provenance.model import Capture, Kind, Reading, Relation, Statement
from provenance.rdf import sparql, vocabulary
from provenance.rdf.mapping import decision_quads, quads
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import OA, PV, RDF

DOCS = (Path(__file__).parents[3] / "docs" / "graph.md").read_text(encoding="utf8")
TEXT = "Two engineers told Kestrel Wire the sluice had failed."
PAGE = f"<h1>Sluice failed</h1><p>{TEXT}".encode()
WIRE = hop(TEXT, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire", confidence=0.9)
ENGINEERS = hop(TEXT, "two engineers", Kind.ANONYMOUS, Relation.TOLD, "Two engineers", anonymous=True, confidence=0.85)
CHAIN = (
    replace(WIRE, evidence=at(TEXT, "told Kestrel Wire")),
    replace(ENGINEERS, evidence=at(TEXT, "Two engineers told Kestrel Wire")),
)
SLUICE = reading(
    "sluice",
    "Daily Sluice",
    "2031-02-04",
    TEXT,
    title="Sluice failed",
    capture=Capture(sha256(PAGE).hexdigest(), "https://sluice.example/dam", "2031-02-05T09:12:00Z"),
    attributions=(said(TEXT, "the sluice had failed", "told", CHAIN, confidence=0.8),),
)


def confirmation(of: Reading, at: datetime) -> Decision:
    one = Statement(of, of.attributions[0])
    target = Target(attribution_iri_of(one), sources(one.attribution), anchor=anchor(one))
    decision = Decision(Action.CONFIRM, Subject.STATEMENT, (target,), "Ilse Maren", at, "checked with the wire")
    return replace(decision, id=iri_of(decision))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.memory() as one:
        for story in STORY:
            one.add(story)
        one.decide(confirmation(STORY[0], datetime(2031, 2, 6, 8, tzinfo=UTC)))
        yield one


def test_the_example_is_what_is_written() -> None:
    written = {quad.triple for quad in quads(SLUICE, datetime(2031, 2, 5, 9, 30, tzinfo=UTC))}
    written |= {quad.triple for quad in decision_quads(confirmation(SLUICE, datetime(2031, 2, 6, 8, tzinfo=UTC)))}
    shown = {
        Triple(quad.subject, quad.predicate, quad.object)
        for block in blocks("turtle")
        for quad in parse(block, format=RdfFormat.TURTLE)
    }
    assert shown - written == set()
    left_out = {str(triple.predicate) for triple in written - shown}
    of_passages = {RDF.type, OA.hasSource, OA.hasSelector, OA.exact, OA.start, OA.end}
    assert left_out == {str(NamedNode(term)) for term in of_passages}


@pytest.mark.parametrize("query", blocks("sparql"))
def test_every_query_answers(store: Store, query: str) -> None:
    assert len(list(store.query(query))) > 0


def test_every_term_named_is_real() -> None:
    for prefix, name in re.findall(r"`[^`]*?\b(pv|prov|schema|oa|grasp):(\w+)", DOCS):
        terms = getattr(vocabulary, prefix.upper())
        assert name in terms.__members__, f"{prefix}:{name}"


def test_every_class_of_ours_is_mentioned() -> None:
    classes = {term.name for term in PV if term.name[0].isupper()} - {
        "Relation",
        "QuotationType",
        "Assertion",
        "Declaration",
        "Judgement",
    }
    assert {name for name in classes if f"pv:{name}" not in DOCS} == set()


def test_limits_and_graph_names_are_as_told() -> None:
    assert f"{sparql.TOKENS:,} tokens or {sparql.DEPTH} levels" in DOCS
    assert f"`{vocabulary.INFERRED}`" in DOCS
    assert f"`{vocabulary.REVIEWED}`" in DOCS
    assert vocabulary.INFERRED.startswith(BASE)
