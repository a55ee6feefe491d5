"""Whatever articles hold, each output is read back as what it is, and nothing in it steers, runs or breaks out."""

from __future__ import annotations

import csv
import json
import re
import shutil
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from corpus import EXTRACTOR, material
from hostile import FORMULA, STEERING, WORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from provenance.cli.listing import json_of, printable
from provenance.exports import EXPORTERS
from provenance.exports.steering import escaped, referenced, steered
from provenance.model import (
    Article,
    Attribution,
    ClaimReview,
    Declaration,
    Derivation,
    Hop,
    Kind,
    Party,
    Publisher,
    Quotation,
    Rating,
    Reading,
    Relation,
    Span,
    Statement,
)
from provenance.trace import Trace, trace
from provenance.trace.result import FactCheck
from provenance.trace.wording import legible, one_line
from provenance.views import VIEWS
from provenance.views.diagram.model import picture

if TYPE_CHECKING:
    from provenance.exports.material import Material

FEW = settings(deadline=None, max_examples=60)
ENTITY = re.compile(r"#(\d+);")
RDF = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    body = draw(WORDS) + "x"
    whole = (Span(0, len(body)),)

    def word() -> str:
        return draw(WORDS)

    def hop(kind: Kind) -> Hop:
        return Hop(
            word(), kind, Relation.SAID, mention=whole, evidence=whole, role=word(), reason=word(), made_by=word()
        )

    chain = (hop(Kind.OUTLET), hop(draw(st.sampled_from(Kind))))
    article = Article(
        word(),
        body,
        title=word(),
        publisher=Publisher(word()),
        byline=word(),
        published="2031-02-03",
        url=f"https://x.example/{word()}",
        language=word(),
        declared=(Declaration(word(), word(), word()),),
        reviews=(
            ClaimReview(
                word(), Rating(word(), word()), Party(word()), word(), (word(),), Party(word()), word(), word()
            ),
        ),
    )
    taken = Derivation(word(), Kind.WIRE, Relation.PUBLISHED, url=word(), evidence=whole, declared_in=word())
    return Reading(article, EXTRACTOR, (taken,), (Attribution(whole, whole, whole, Quotation.MIXED, chain, 0.7),))


def traced(reading: Reading, claim: str) -> Trace:
    found = trace(claim, [Statement(reading, reading.attributions[0])])
    return Trace(
        **{name: getattr(found, name) for name in Trace.__dataclass_fields__ if name != "checks"},
        checks=tuple(FactCheck(review, reading.article.key) for review in reading.article.reviews),
    )


def exported(name: str, what: Material) -> str:
    stream = BytesIO()
    EXPORTERS[name].write(what, stream)
    return stream.getvalue().decode()


@FEW
@given(readings(), WORDS)
def test_the_tree(reading: Reading, claim: str) -> None:
    shown = VIEWS["tree"](traced(reading, claim))
    assert not STEERING.search(shown)
    for word in (claim, reading.article.publisher.name, reading.attributions[0].chain[0].name):  # type: ignore[union-attr]
        assert "".join(one_line(word).split()) in "".join(shown.replace("│", "").split())


@FEW
@given(readings(), WORDS)
def test_html(reading: Reading, claim: str) -> None:
    shown = VIEWS["html"](traced(reading, claim))
    assert not STEERING.search(shown)
    tree = html.fragment_fromstring(shown)
    assert {element.tag for element in tree.iter()} <= {"pre", "span"}
    assert {name for element in tree.iter() for name in element.attrib} <= {"style"}
    assert "".join(one_line(claim).split()) in "".join(tree.text_content().split())


@FEW
@given(readings(), WORDS)
def test_mermaid(reading: Reading, claim: str) -> None:
    found = traced(reading, claim)
    first, title, last, chart, *lines = VIEWS["mermaid"](found).splitlines()
    shown = picture(found)
    assert (first, last, chart) == ("---", "---", "flowchart LR")
    assert json.loads(title.removeprefix("title: ")) == shown.claim
    labels = [label for line in lines for label in re.findall(r'"([^"]*)"', line)]
    told = [(*box.name, *box.lines) for box in shown.boxes] + [arrow.label for arrow in shown.arrows]
    assert len(lines) == len(told) + len({box.shape for box in shown.boxes})
    assert not any(STEERING.search(line) for line in lines)
    for label, parts in zip(labels, told, strict=True):
        assert re.fullmatch(r"[\w\s.,:…’‘“”–—%+'/#;-]*", re.sub("<br/>|</?b>", " ", label))
        words = [
            ENTITY.sub(lambda code: chr(int(code[1])), part) for part in re.split("<br/>", re.sub("</?b>", "", label))
        ]
        assert words == list(parts)


@FEW
@given(readings(), WORDS)
def test_dot(reading: Reading, claim: str) -> None:
    found = traced(reading, claim)
    shown = picture(found)
    lines = VIEWS["dot"](found).splitlines()
    assert len(lines) == 5 + len(shown.boxes) + len(shown.arrows)
    assert not any(STEERING.search(line) for line in lines)
    drawn = [re.fullmatch(r"  n\d+(?: -> n\d+)? \[label=<(.*?)>, \w.*\];", line) for line in lines[4:-1]]
    told = [(*box.name, *box.lines) for box in shown.boxes] + [arrow.label for arrow in shown.arrows]
    for line, parts in zip(drawn, told, strict=True):
        assert line
        label = etree.fromstring(f"<x>{line[1]}</x>".encode())
        assert {element.tag for element in label.iter()} <= {"x", "b", "br"}
        assert "".join(label.itertext()) == "".join(parts).replace("\\", "\\\\")
    for line in (lines[1], *lines[4 + len(shown.boxes) : -1]):
        assert re.fullmatch(r'(?:[^"]|"(?:[^"\\]|\\.)*")*', line)


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
@settings(deadline=None, max_examples=20)
@given(readings(), WORDS)
def test_svg(reading: Reading, claim: str) -> None:
    tree = etree.fromstring(VIEWS["svg"](traced(reading, claim)).encode())
    tags = {etree.QName(element).localname for element in tree.iter() if isinstance(element.tag, str)}
    assert tags <= {"svg", "g", "title", "polygon", "polyline", "ellipse", "path", "text", "a"}
    for element in tree.iter():
        assert not any(name.lower().startswith("on") or name.endswith("href") for name in element.attrib)


@FEW
@given(readings())
def test_tables(reading: Reading) -> None:
    for name in ("csv-hops", "csv-chains"):
        written = exported(name, material((reading,)))
        assert not STEERING.search(written)
        head, *rows = csv.reader(StringIO(written, newline=""))
        for cell in (cell for row in rows for cell in row):
            assert not FORMULA.match(cell) or re.fullmatch(r"-?[\d.]+", cell)
        assert {len(row) for row in rows} == {len(head)}


@FEW
@given(readings())
def test_networks(reading: Reading) -> None:
    for name in ("graphml", "gexf"):
        written = exported(name, material((reading,)))
        assert not STEERING.search(written)
        tree = etree.fromstring(written.encode())
        assert {etree.QName(element).namespace for element in tree.iter()} == {tree.nsmap[None]}


@FEW
@given(readings())
def test_rdf(reading: Reading) -> None:
    what = material((reading,))
    triples = {str(quad.triple) for quad in what.quads()}
    for name, form in RDF.items():
        written = exported(name, what)
        assert not STEERING.search(written), name
        back = {str(quad.triple) for quad in pyoxigraph.parse(written.encode(), format=form)}
        if name != "rdfxml":
            assert back == triples, name
        assert len(back) == len(triples) or name == "rdfxml"


@given(st.recursive(WORDS | st.none() | st.integers(), lambda part: st.lists(part) | st.dictionaries(WORDS, part)))
def test_json(value: object) -> None:
    assert not STEERING.search(json_of(value))
    assert json.loads(json_of(value)) == value


@given(st.text())
def test_a_line_for_people(text: str) -> None:
    line = printable(text).encode("utf8", "backslashreplace").decode()
    assert not STEERING.search(line)
    assert len(line.splitlines()) <= 1
    assert not STEERING.search(legible(text))


@given(WORDS, st.lists(st.integers(1, 5), max_size=30))
def test_a_stream_may_be_cut_anywhere(text: str, cuts: list[int]) -> None:
    for escape in (escaped, referenced):
        stream, data, at = BytesIO(), text.encode(), 0
        out = steered(stream, escape)
        for cut in [*cuts, len(data)]:
            out.write(data[at : at + cut])
            at += cut
        assert stream.getvalue().decode() == escape(text)
