"""Links in the inferred graph: written, found by judgement and by end, replaced in one step."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpus import STORY
from kept import whole
from rdflib import Literal, URIRef

from provenance import Library
from provenance.errors import InputError, NotFoundError, StoreCorruptError, UsageError
from provenance.iris import link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.mapping import kept_link_quads, link_quads, links
from provenance.rdf.shapes import validate
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PV

A, B, C = "urn:x:a", "urn:x:b", "urn:x:c"


def link(
    left: str, right: str, judgement: Judgement = Judgement.UNDECIDED, kind: LinkKind = LinkKind.SAME_CLAIM
) -> Link:
    return Link(kind, left, right, judgement, "words", 0.5, 0.6, "half of the words are shared")


def test_what_is_written_comes_back_by_iri_by_judgement_and_by_end() -> None:
    same, unsure, copy = link(A, B, Judgement.SAME), link(A, C), link(B, C, kind=LinkKind.COPY)
    with Store.memory() as store:
        store.write_links([unsure, same, copy])
        assert list(store.links()) == sorted([unsure, same, copy], key=link_iri)
        assert list(store.links(Judgement.SAME)) == [same]
        assert list(store.links(Judgement.UNDECIDED)) == sorted([unsure, copy], key=link_iri)
        assert list(store.links(Judgement.DIFFERENT)) == []
        assert list(store.links_of(A)) == sorted([same, unsure], key=link_iri)
        assert list(store.links_of(C)) == sorted([unsure, copy], key=link_iri)
        assert list(store.links_of("no IRI")) == []
        assert store.link(link_iri(copy)) == copy


def test_writing_again_changes_nothing_and_another_judgement_takes_the_place() -> None:
    with Store.memory() as store:
        store.write_links([link(A, B)])
        before = set(store.quads())
        store.write_links([link(A, B)])
        assert set(store.quads()) == before
        sure = replace(link(B, A), judgement=Judgement.SAME, confidence=0.9, evidence="all words are shared")
        store.write_links([sure])
        assert list(store.links()) == [sure]


def test_replacing_takes_out_and_writes_in_one_step() -> None:
    old, kept, new = link(A, B), link(A, C), link(B, C)
    with Store.memory() as store:
        store.write_links([old, kept])
        store.replace_links([link_iri(old), "no IRI", "urn:x:unknown"], [new])
        assert list(store.links()) == sorted([kept, new], key=link_iri)
        store.replace_links([link_iri(new)], [new])
        assert list(store.links()) == sorted([kept, new], key=link_iri)
        store.replace_links([link_iri(kept), link_iri(new)], [])
        assert list(store.quads()) == []


def test_a_link_that_cannot_be_carried_leaves_all_as_it_was() -> None:
    with Store.memory() as store:
        store.write_links([link(A, B)])
        for wrong in (replace(link(A, C), evidence="\ud800"), replace(link(A, C), score=1.5), link(A, "no IRI")):
            with pytest.raises(InputError, match=f"link {link_iri(wrong)}: "):
                store.replace_links([link_iri(link(A, B))], [wrong])
        assert list(store.links()) == [link(A, B)]


def test_links_live_beside_readings_through_reingestion_and_reopening(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store.open(path) as store:
        store.add(STORY[0])
        store.write_links([link(A, B)])
    with Store.open(path) as store:
        store.add(replace(STORY[0], extractor=replace(STORY[0].extractor, version="1.1")))
        assert len(store.runs()) == 1
    with Library.open(path, mode="r") as library:
        assert list(library.links()) == [link(A, B)]
        assert list(library.links(Judgement.SAME)) == []


def test_a_store_opened_for_reading_takes_none(tmp_path: Path) -> None:
    Store.open(tmp_path / "store").close()
    with Store.read(tmp_path / "store") as store, pytest.raises(UsageError, match="opened for reading only"):
        store.write_links([link(A, B)])


def test_an_unknown_link_says_how_to_find_one() -> None:
    with Store.memory() as store, pytest.raises(NotFoundError) as caught:
        store.link("urn:x:none")
    assert str(caught.value) == "the store holds no link urn:x:none: 'provenance review --format json' lists them"


@pytest.mark.parametrize("kind", LinkKind)
def test_what_is_kept_of_a_link_says_all(kind: LinkKind) -> None:
    one = replace(link(A, B, kind=kind), score=0.12345)
    kept = list(kept_link_quads(one))
    assert links(kept) == links(link_quads(one))
    assert len(kept) < len(list(link_quads(one)))


def test_part_of_a_link_is_damage() -> None:
    quads = [quad for quad in link_quads(link(A, B)) if quad.predicate.value != PV.method]
    with pytest.raises(StoreCorruptError, match="holds part of a link"):
        links(quads)


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize("judgement", Judgement)
def test_every_link_conforms(kind: LinkKind, judgement: Judgement) -> None:
    with Store.memory() as store:
        store.write_links([link(A, B, judgement, kind)])
        result = validate(whole(store))
        assert result.conforms, result.report


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (PV.left, "A link has two ends."),
        (PV.right, "A link has two ends."),
        (PV.method, "A link names what concluded it."),
        (PV.because, "A link says why."),
        (PV.score, "A link's score lies between 0 and 1."),
        (PV.confidence, "A link's confidence lies between 0 and 1."),
    ],
)
def test_a_maimed_link_does_not_conform(predicate: str, message: str) -> None:
    with Store.memory() as store:
        store.write_links([link(A, B)])
        data = whole(store)
    data.remove((None, URIRef(predicate), None))
    assert message in validate(data).report


def test_a_link_that_is_judged_twice_does_not_conform() -> None:
    with Store.memory() as store:
        store.write_links([link(A, B)])
        data = whole(store)
    node = URIRef(link_iri(link(A, B)))
    data.add((node, URIRef(PV.judgement), URIRef(PV.same)))
    data.add((node, URIRef(PV.score), Literal("high")))
    report = validate(data).report
    assert "A link is judged once: same, not the same, or undecided." in report
    assert "A link's score lies between 0 and 1." in report
