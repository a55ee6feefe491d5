"""Whatever articles hold, each output is read back as what it is, and nothing in it steers, runs or breaks out."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pyoxigraph
from corpus import CLAIM, EXTRACTOR, STORY, material, statements
from hostile import FORMULA, STEERING, WORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import document_fromstring, fragment_fromstring

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
from provenance.trace.wording import legible, one_line, shortened
from provenance.views import VIEWS, html
from provenance.views.diagram.labels import label
from provenance.views.diagram.picture import LONGEST, picture
from provenance.views.diagram.written import lines
from provenance.views.diagram.written import name as heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.exports.material import Material
    from provenance.views.diagram.model import Picture

FEW = settings(deadline=None, max_examples=60)
SLOW = settings(deadline=None, max_examples=20)
PLAIN = trace(CLAIM, statements(STORY))
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
def test_a_report_in_a_notebook(reading: Reading, claim: str) -> None:
    shown = html(traced(reading, claim))
    assert not STEERING.search(shown)
    tree = fragment_fromstring(shown)
    assert {element.tag for element in tree.iter()} <= {"pre", "span"}
    assert {name for element in tree.iter() for name in element.attrib} <= {"style"}
    assert "".join(one_line(claim).split()) in "".join(tree.text_content().split())


@SLOW
@given(readings(), WORDS)
def test_a_page(reading: Reading, claim: str) -> None:
    """The elements of the plain story's page, its one script, and links to places in it or to the web alone."""
    shown = VIEWS["html"](traced(reading, claim))
    assert not STEERING.search(shown)
    tree, plain = document_fromstring(shown), document_fromstring(VIEWS["html"](PLAIN))
    assert {element.tag for element in tree.iter()} <= {element.tag for element in plain.iter()} | {"mark", "ul", "li"}
    scripts, own = ([one.text for one in page.iter("script")] for page in (tree, plain))
    assert scripts[1:] == own[1:]
    assert json.loads(scripts[0] or "").keys() == {"full"}
    for element in tree.iter():
        assert not any(name.lower().startswith("on") for name in element.attrib)
        assert re.match(r"#|https?://|$", element.get("href", ""))
    assert tree.findtext("head/title") == shortened(one_line(claim), LONGEST)


@SLOW
@given(readings(), WORDS)
def test_svg(reading: Reading, claim: str) -> None:
    shown = VIEWS["svg"](traced(reading, claim))
    assert not STEERING.search(shown)
    tree, plain = etree.fromstring(shown.encode()), etree.fromstring(VIEWS["svg"](PLAIN).encode())
    assert {element.tag for element in tree.iter()} <= {element.tag for element in plain.iter()}
    for element in tree.iter():
        assert not any(name.lower().startswith("on") or name.endswith("href") for name in element.attrib)


@FEW
@given(readings(), WORDS)
def test_mermaid(reading: Reading, claim: str) -> None:
    found = traced(reading, claim)
    first, title, last, chart, *rows = VIEWS["mermaid"](found).splitlines()
    shown = picture(found)
    assert (first, last, chart) == ("---", "---", "flowchart LR")
    assert json.loads(title.removeprefix("title: ")) == shown.claim
    labels = [words for row in rows for words in re.findall(r'"([^"]*)"', row)]
    told = list(lettered(shown))
    assert len(rows) == len(told) + len({box.shape for box in shown.boxes})
    assert not any(STEERING.search(row) for row in rows)
    for words, parts in zip(labels, told, strict=True):
        assert re.fullmatch(r"[\w\s.,:…’‘“”–—%+'/→#;-]*", re.sub("<br/>|</?b>", " ", words))
        lines_ = re.split("<br/>", re.sub("</?b>", "", words))
        assert [ENTITY.sub(lambda code: chr(int(code[1])), part) for part in lines_] == list(parts)


@FEW
@given(readings(), WORDS)
def test_dot(reading: Reading, claim: str) -> None:
    found = traced(reading, claim)
    shown = picture(found)
    rows = VIEWS["dot"](found).splitlines()
    told = list(lettered(shown))
    assert len(rows) == 5 + len(told)
    assert not any(STEERING.search(row) for row in rows)
    drawn = [re.fullmatch(r"  n\d+(?: -> n\d+)? \[label=<(.*?)>, \w.*\];", row) for row in rows[4:-1]]
    for row, parts in zip(drawn, told, strict=True):
        assert row
        words = etree.fromstring(f"<x>{row[1]}</x>".encode())
        assert {element.tag for element in words.iter()} <= {"x", "b", "br"}
        assert "".join(words.itertext()) == "".join(parts).replace("\\", "\\\\")
    for row in (rows[1], *rows[4 + len(shown.boxes) : -1]):
        assert re.fullmatch(r'(?:[^"]|"(?:[^"\\]|\\.)*")*', row)


def lettered(shown: Picture) -> Iterator[tuple[str, ...]]:
    """The words of each box and each line, line by line."""
    yield from ((*heading(box), *lines(box)) for box in shown.boxes)
    yield from ((words.words, *words.changes) for words in map(label, shown.lines))


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
        spaces = {etree.QName(element).namespace for element in tree.iter()}
        assert spaces - {f"{tree.nsmap[None]}/viz"} == {tree.nsmap[None]}


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
