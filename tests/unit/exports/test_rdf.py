"""RDF as others read it: rdflib for every format, the `prov` package for the PROV part."""

import random
import re
from collections import Counter
from io import BytesIO

import prov.model
import pyoxigraph
import pytest
from corpus import STORY, material
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvEntity
from rdflib import RDF, XSD, Dataset, Graph, Literal, URIRef
from rdflib.namespace import PROV
from rdflib.term import Node

from provenance.exports import EXPORTERS
from provenance.exports.material import Material
from provenance.iris import article_iri, run_iri, snapshot_iri
from provenance.rdf.vocabulary import PREFIXES

pytestmark = [
    pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ]:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The following attributes were not converted:UserWarning"),
]
FORMATS = {
    "turtle": "turtle",
    "trig": "trig",
    "nquads": "nquads",
    "ntriples": "nt",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}
NAMED = ["trig", "nquads", "jsonld"]


def exported(name: str, what: Material) -> bytes:
    stream = BytesIO()
    EXPORTERS[name].write(what, stream)
    return stream.getvalue()


def parsed(name: str) -> Dataset:
    dataset = Dataset(default_union=True)
    dataset.parse(BytesIO(exported(name, material())), format=FORMATS[name])
    return dataset


def as_rdflib(term: pyoxigraph.NamedNode | pyoxigraph.Literal) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    datatype = URIRef(term.datatype.value)
    return Literal(term.value, datatype=None if datatype == XSD.string else datatype)


@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_reads_every_triple(name: str) -> None:
    expected = {tuple(map(as_rdflib, quad.triple)) for quad in material().quads()}
    assert {(subject, predicate, thing) for subject, predicate, thing, _ in parsed(name).quads()} == expected


@pytest.mark.parametrize("name", NAMED)
def test_rdflib_finds_each_reading_in_its_graph(name: str) -> None:
    dataset = parsed(name)
    expected = Counter(quad.graph_name.value for quad in material().quads())
    assert set(expected) == {run_iri(snapshot_iri(r.article), r.extractor) for r in STORY}
    assert {name: len(dataset.graph(URIRef(name))) for name in expected} == expected


def test_turtle_writes_a_triple_once_though_several_graphs_say_it() -> None:
    lines = exported("turtle", material()).decode().splitlines()
    assert sum(line.strip().startswith('schema:name "Kestrel Wire"') for line in lines) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    def shuffled() -> list[pyoxigraph.Quad]:
        graphs: dict[pyoxigraph.NamedNode, list[pyoxigraph.Quad]] = {}
        for quad in material().quads():
            graphs.setdefault(quad.graph_name, []).append(quad)
        for quads in graphs.values():
            random.Random(1).shuffle(quads)  # noqa: S311 -- no secret
        return [quad for quads in graphs.values() for quad in quads]

    assert exported(name, Material(shuffled, material().traced)) == exported(name, material())


def test_n_quads_are_written_as_they_come() -> None:
    """A store of any size passes through: the first graph is written before the third is asked for."""
    stream = BytesIO()
    written_before = []

    def quads() -> pyoxigraph.Quad:
        for number in range(200):
            graph = pyoxigraph.NamedNode(f"urn:g:{number:03}")
            written_before.append(stream.tell())
            for size in range(200):
                node = pyoxigraph.NamedNode(f"urn:n:{size}")
                yield pyoxigraph.Quad(node, node, node, graph)

    EXPORTERS["nquads"].write(Material(quads, material().traced), stream)
    assert stream.getvalue().count(b"\n") == 200 * 200
    assert written_before[100] > 0


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_prefixes_are_bound(name: str) -> None:
    text = exported(name, material()).decode()
    assert dict(re.findall(r"^@prefix (\w+): <(.+)> \.$", text, re.MULTILINE)) == PREFIXES
    assert "prov:wasQuotedFrom <" in text


class TestProv:
    """The PROV part, as the `prov` package (W3C PROV-DM) understands it."""

    def test_each_reading_is_a_bundle_with_its_activity(self) -> None:
        document = self.document("trig")
        assert {bundle.identifier.uri for bundle in document.bundles} == {
            run_iri(snapshot_iri(r.article), r.extractor) for r in STORY
        }
        for bundle in document.bundles:
            assert len(list(bundle.get_records(ProvActivity))) == 1

    def test_no_agent_entity_or_derivation_is_lost(self) -> None:
        document, dataset = self.document("turtle"), parsed("turtle")
        for record, kind in ((ProvAgent, PROV.Agent), (ProvEntity, PROV.Entity)):
            found = {one.identifier.uri for one in document.get_records(record)}
            assert found == {str(node) for node in dataset.subjects(RDF.type, kind)}
        pairs = {
            (str(below), str(above))
            for relation in (PROV.qualifiedDerivation, PROV.qualifiedQuotation)
            for below, relay in dataset.subject_objects(relation)
            for above in dataset.objects(relay, PROV.entity)
        }
        derivations = document.get_records(ProvDerivation)
        assert {(one.args[0].uri, one.args[1].uri) for one in derivations} == pairs

    def test_the_republished_article_is_quoted_from_the_report(self) -> None:
        quotations = [
            one
            for one in self.document("turtle").get_records(ProvDerivation)
            if prov.model.PROV["Quotation"] in one.get_attribute(prov.model.PROV_TYPE)
        ]
        assert [one.args[0].uri for one in quotations] == [article_iri(STORY[3].article)]

    def document(self, name: str) -> prov.model.ProvDocument:
        return prov.model.ProvDocument.deserialize(
            BytesIO(exported(name, material())), format="rdf", rdf_format=FORMATS[name]
        )


def test_xml_is_well_formed_whatever_was_said() -> None:
    node, said = pyoxigraph.NamedNode("urn:x:a"), pyoxigraph.Literal("<a>\x01 & \ufffe\x0c ]]> fin", language="fr")
    quads = [pyoxigraph.Quad(node, node, said, node)]
    [(_, _, back)] = Graph().parse(
        BytesIO(exported("rdfxml", Material(lambda: quads, material().traced))), format="xml"
    )
    assert back == Literal("<a>\ufffd & \ufffd\ufffd ]]> fin", lang="fr")
