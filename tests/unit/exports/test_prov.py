"""PROV-JSON and PROV-N as the `prov` package reads them, beside what it reads of the RDF."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from io import BytesIO

import prov.model
import pytest
from corpus import STORY, at, hop, material, reading, said
from decided import on
from prov.model import ProvAgent, ProvAttribution, ProvDerivation, ProvDocument, ProvEntity, ProvSpecialization
from pyoxigraph import NamedNode, Quad
from rdflib import Dataset, Graph

from provenance.decisions import Action
from provenance.errors import MissingExtraError
from provenance.exports import EXPORTERS
from provenance.exports.material import Material
from provenance.exports.prov_document import document
from provenance.iris import agent_iri, article_iri, attribution_iri, passage_iri, snapshot_iri
from provenance.model import Kind, Reading, Relation
from provenance.rdf.mapping import decision_quads
from provenance.rdf.vocabulary import INFERRED, PREFIXES, PV

pytestmark = [
    pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ]:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The following attributes were not converted:UserWarning"),
]
ARTICLES = {one.article.key: one for one in STORY}
PROV = prov.model.PROV
REPORTED = f"{PREFIXES['grasp']}Attribution"


def exported(name: str, what: Material) -> str:
    stream = BytesIO()
    EXPORTERS[name].write(what, stream)
    return stream.getvalue().decode()


@pytest.fixture(scope="module")
def page() -> ProvDocument:
    return document(material().quads())


@pytest.fixture(scope="module")
def graph() -> Graph:
    dataset = Dataset(default_union=True)
    dataset.parse(data=exported("trig", material()), format="trig")
    return dataset


def asked(graph: Graph, query: str) -> set[tuple[str, ...]]:
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return {tuple(map(str, row)) for row in graph.query(prefixes + query)}


def ends(page: ProvDocument, kind: type[prov.model.ProvRecord], type_: str = "") -> set[tuple[str, str]]:
    """The first two ends of each record of that kind, and of `type_` where one is given."""
    return {
        (one.args[0].uri, one.args[1].uri)
        for one in page.get_records(kind)
        if not type_ or type_ in {each.uri for each in one.get_attribute(prov.model.PROV_TYPE)}
    }


def statement(of: Reading) -> str:
    return passage_iri(snapshot_iri(of.article), of.attributions[0].content)


def cited(of: Reading, position: int) -> str:
    return f"{attribution_iri(snapshot_iri(of.article), of.attributions[0])}/cited/{position}"


def test_both_are_read_back_whole_by_the_package(page: ProvDocument) -> None:
    assert ProvDocument.deserialize(content=exported("prov-json", material()), format="json") == page
    assert ProvDocument.deserialize(content=exported("prov-n", material()), format="provn", profile="strict") == page


def test_entities_agents_and_derivations_are_those_of_the_rdf(page: ProvDocument) -> None:
    told = ProvDocument.deserialize(BytesIO(exported("turtle", material()).encode()), format="rdf", rdf_format="turtle")
    for kind in (ProvEntity, ProvAgent):
        assert {one.identifier.uri for one in page.get_records(kind)} == {
            one.identifier.uri for one in told.get_records(kind)
        }
    assert ends(told, ProvDerivation) <= ends(page, ProvDerivation)
    assert ends(told, ProvAttribution) <= ends(page, ProvAttribution)
    assert ends(told, ProvSpecialization) <= ends(page, ProvSpecialization)


def test_what_is_added_follows_from_the_rdf(page: ProvDocument, graph: Graph) -> None:
    published = asked(graph, "SELECT ?one ?who { ?one prov:wasAttributedTo ?who }")
    reported = asked(graph, "SELECT ?one ?who { ?r prov:entity ?one; grasp:wasAttributedTo ?who . ?who a prov:Agent }")
    assert ends(page, ProvAttribution) == published | reported
    assert ends(page, ProvAttribution, REPORTED) == reported
    derived = asked(
        graph,
        "SELECT ?one ?other { "
        "{ ?one prov:wasDerivedFrom|prov:wasQuotedFrom ?other } "
        "UNION { ?one a pv:Statement; oa:hasSource ?other } "
        "UNION { ?r prov:entity ?one; grasp:wasAttributedTo ?other . ?other a schema:CreativeWork } }",
    )
    assert ends(page, ProvDerivation) == derived


def test_a_statement_and_a_republished_article_are_quoted(page: ProvDocument) -> None:
    quoted = ends(page, ProvDerivation, PROV["Quotation"].uri)
    assert {(statement(one), snapshot_iri(one.article)) for one in STORY} < quoted
    [(below, _)] = quoted - {(statement(one), snapshot_iri(one.article)) for one in STORY}
    assert below == article_iri(ARTICLES["mirrorhub"].article)


def test_a_chain_ends_with_a_primary_source_where_somebody_asserts_it(page: ProvDocument) -> None:
    primary = {below for below, _ in ends(page, ProvDerivation, PROV["PrimarySource"].uri)}
    assert primary == {
        statement(ARTICLES["kestrel"]),  # two officials
        cited(ARTICLES["northgate"], 0),  # two officials, by way of the wire
        cited(ARTICLES["mirrorhub"], 1),  # the same, after the credit
        statement(ARTICLES["ostra"]),  # an engineer
        cited(ARTICLES["gazette"], 1),  # a filing
    }, "no outlet, nobody who is not named at all, and no denial"


def test_a_hop_is_labelled_with_the_words_that_show_it() -> None:
    text = "Ann Bo, of the guild, said that it fell."
    ann = replace(hop(text, "Ann Bo", Kind.PERSON, Relation.SAID, "Ann Bo"), evidence=at(text, "Ann Bo", "said that"))
    page = document(
        material((reading("k", "P", "2031", text, attributions=(said(text, "it fell", "said", (ann,)),)),)).quads()
    )
    assert [one.label for one in page.get_records(ProvDerivation) if one.identifier] == ["Ann Bo … said that"]


def test_each_agent_is_of_its_kind(page: ProvDocument) -> None:
    [engineer] = page.get_record(PROV_NAME(agent_iri("Ilse Maren", Kind.PERSON)))
    assert {one.uri for one in engineer.get_attribute(prov.model.PROV_TYPE)} == {f"{PREFIXES['schema']}Person"}
    assert engineer.label == "Ilse Maren"
    unnamed = [one for one in page.get_records(ProvAgent) if one.label == "two water ministry officials"]
    assert [{str(kind) for kind in one.get_attribute(prov.model.PROV_TYPE)} for one in unnamed] == [
        {"pv:AnonymousSource"}
    ]


def PROV_NAME(iri: str) -> prov.model.QualifiedName:  # noqa: N802 -- as the package's own constants
    from provenance.exports.prov_document import name

    return name(iri)


def test_claims_resolutions_and_decisions_are_told() -> None:
    wire, claim = statement(ARTICLES["kestrel"]), "https://w3id.org/provenance-tracker/id/claim/0123456789abcdef0123"
    layer = NamedNode(INFERRED)

    def quads() -> list[Quad]:
        report = cited(ARTICLES["sluice"], 0)
        return [
            *material().quads(),
            Quad(NamedNode(wire), NamedNode(PV.expresses), NamedNode(claim), layer),
            Quad(NamedNode(report), NamedNode(PV.resolvedTo), NamedNode(wire), layer),
            *decision_quads(on("kestrel", Action.CONFIRM)),
        ]

    text = exported("prov-n", Material(quads, material().graph))
    page = ProvDocument.deserialize(content=text, format="provn", profile="strict")
    assert (wire, claim) in ends(page, ProvSpecialization)
    assert (cited(ARTICLES["sluice"], 0), wire) in ends(page, prov.model.ProvAlternate)
    assert "prov:type='pv:Confirmation'" in text
    assert "prov:Person" in text


def test_the_text_of_an_article_is_left_out() -> None:
    assert json.dumps(ARTICLES["record"].article.text)[1:-1] not in exported("prov-json", material())


@pytest.mark.parametrize("name", ["prov-json", "prov-n"])
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    backwards = Material(lambda: reversed(list(material().quads())), material().graph)
    assert exported(name, backwards) == exported(name, material())


@pytest.mark.parametrize("words", ['a "b" \\ c', "x\u202ey", "l\nn\r\t", "é 😀 '", "%41 <b>", "]) entity(x:y"])
def test_whatever_was_said_comes_back(words: str) -> None:
    text = f"{words} it fell, said Ann Bo."
    ann = hop(text, "Ann Bo", Kind.PERSON, Relation.SAID, "said Ann Bo", role=words)
    what = material(
        (reading("k", words, "2031", text, title=words, attributions=(said(text, words, "said", (ann,)),)),)
    )
    texts = {name: exported(name, what) for name in ("prov-json", "prov-n")}
    assert not any("\u202e" in one for one in texts.values())
    pages = [
        ProvDocument.deserialize(content=texts["prov-json"], format="json"),
        ProvDocument.deserialize(content=texts["prov-n"], format="provn", profile="strict"),
    ]
    assert pages[0] == pages[1] == document(what.quads())


def test_an_empty_store_is_an_empty_document() -> None:
    assert not ProvDocument.deserialize(content=exported("prov-json", material(())), format="json").get_records()


@pytest.mark.parametrize("name", ["prov-json", "prov-n"])
def test_without_the_package_the_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [one for one in sys.modules if one.startswith(("prov.", "provenance.exports.prov_document"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "prov", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'provenance-tracker\[prov\]'$"):
        exported(name, material())
