"""Whatever characters articles hold, every export is written, well formed, and read back."""

import csv
from io import BytesIO, StringIO

import networkx as nx
import pytest
from corpus import EXTRACTOR, material
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rdflib import Dataset

from provenance.exports import EXPORTERS
from provenance.exports.material import Material
from provenance.model import (
    Article,
    Attribution,
    Derivation,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
    Statement,
)
from provenance.trace import trace
from provenance.views import dot, html, mermaid, text

NORMALISED = ("endedAtTime", "onfidence")
"""Dates and numbers, which rdflib writes in its own way."""
ANY = st.text(st.characters(), max_size=12)
CARRIED = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def read(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Reading:
    body = draw(words) + "x"
    whole = (Span(0, len(body)),)
    hops = st.builds(
        Hop,
        words,
        st.sampled_from(Kind),
        st.sampled_from(Relation),
        anonymous=st.booleans(),
        evidence=st.sampled_from([(), whole]),
        role=words,
        reason=words,
        confidence=st.floats(0, 1),
    )
    attribution = Attribution(
        whole, whole, whole, Quotation.MIXED, tuple(draw(st.lists(hops, min_size=1, max_size=3))), draw(st.floats(0, 1))
    )
    optional = st.none() | words
    article = Article(
        draw(words),
        body,
        title=draw(optional),
        publisher=draw(st.none() | st.builds(Publisher, words)),
        byline=draw(optional),
        published=draw(optional),
        url=draw(optional),
    )
    credits_ = draw(
        st.lists(
            st.builds(Derivation, words, st.just(Kind.WIRE), st.just(Relation.PUBLISHED), evidence=st.just(whole)),
            max_size=1,
        )
    )
    return Reading(article, EXTRACTOR, tuple(credits_), (attribution,))


DRAWN = {"x", "y", "size", "r", "g", "b"}


def exported(name: str, what: Material) -> bytes:
    stream = BytesIO()
    EXPORTERS[name].write(what, stream)
    return stream.getvalue()


@settings(deadline=None)
@given(read(ANY))
def test_networks(reading: Reading) -> None:
    what = material((reading,))
    for name in ("graphml", "gexf"):
        etree.fromstring(exported(name, what))
    back = nx.read_graphml(BytesIO(exported("graphml", what)), force_multigraph=True)
    told = {node: {key: one for key, one in data.items() if key not in DRAWN} for node, data in back.nodes(data=True)}
    assert told == dict(what.graph().nodes(data=True))
    back = nx.read_gexf(BytesIO(exported("gexf", what)))
    assert {node: data["label"] for node, data in back.nodes(data=True)} == {
        node: data["label"] for node, data in what.graph().nodes(data=True)
    }


@settings(deadline=None)
@given(read(ANY))
def test_tables(reading: Reading) -> None:
    for name in ("csv-hops", "csv-chains"):
        lines = list(csv.reader(StringIO(exported(name, material((reading,))).decode(), newline="")))
        assert len(lines) > 1
        assert {len(line) for line in lines} == {len(lines[0])}


@settings(deadline=None)
@given(read(ANY), ANY)
def test_views(reading: Reading, claim: str) -> None:
    found = trace(claim, [Statement(reading, reading.attributions[0])])
    controls = {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F))}
    for view in (text, html, dot, mermaid):
        assert not controls & set(view(found))


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ]:DeprecationWarning")
@given(read(CARRIED))
@settings(max_examples=30, deadline=None)
def test_rdf(reading: Reading) -> None:
    expected = {(q.subject.value, q.predicate.value, q.object.value) for q in material((reading,)).quads()}
    expected = {(s, p, o) for s, p, o in expected if not p.endswith(NORMALISED)}
    for name, form in {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}.items():
        dataset = Dataset(default_union=True)
        dataset.parse(BytesIO(exported(name, material((reading,)))), format=form)
        found = {(str(s), str(p), str(o)) for s, p, o, _ in dataset.quads()}
        assert {(s, p, o) for s, p, o in found if not p.endswith(NORMALISED)} == expected
