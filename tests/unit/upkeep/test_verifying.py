"""Each kind of harm to a store is one fault on one line, with what it is of and the remedy; the remedy helps."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from decided import NOON, on
from kept import faults, files, filled
from pyoxigraph import Literal, NamedNode, Quad

from provenance import Library
from provenance.decisions import Action
from provenance.iris import article_iri, attribution_iri_of, claim_iri, link_iri, run_iri, snapshot_iri
from provenance.model import Extractor, Judgement, Link, LinkKind, Reading, Statement
from provenance.rdf.mapping import packed
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import INFERRED, PROV, PV, REVIEWED, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KESTREL = STORY[0]
SNAPSHOT = snapshot_iri(KESTREL.article)
RUN = run_iri(SNAPSHOT, KESTREL.extractor)
MADE_ANEW = "delete the store's words.sqlite: whoever opens it next makes it anew"
JOINED_ANEW = "delete the store's links.sqlite and run 'provenance compact': the links are made anew"
READ_AGAIN = "remove the article and ingest it again, or restore a backup"
RESTORED = "restore it from a backup, or ingest the articles into a new store"
STRAY = Link(LinkKind.COPY, "urn:x:one", article_iri(KESTREL.article), Judgement.SAME, "by hand", 1, 1, "")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = filled(tmp_path / "store")
    with Library.open(place) as library:
        library._store.decide(on("kestrel", Action.CONFIRM))
    return place


def test_a_whole_store_has_none_and_is_left_as_it_is(place: Path) -> None:
    before = files(place)
    assert faults(place) == []
    assert files(place) == before


@dataclass(frozen=True)
class Harm:
    """The quads that are taken out, and those that come in."""

    gone: Callable[[Quad], bool]
    come: Callable[[Quad], list[Quad]] = lambda _: []


def with_object(value: str) -> Callable[[Quad], list[Quad]]:
    return lambda quad: [Quad(quad.subject, quad.predicate, Literal(value), quad.graph_name)]


def with_reading(other: Reading) -> Callable[[Quad], list[Quad]]:
    return with_object(packed(other))


def is_of(predicate: str, subject: str = "", graph: str = RUN) -> Callable[[Quad], bool]:
    return lambda quad: (
        quad.predicate.value == predicate and quad.graph_name.value == graph and subject in (quad.subject.value, "")
    )


def harmed(place: Path, harm: Harm) -> None:
    with Store.open(place) as store:
        graph = store._graph.store
        gone = [quad for quad in graph if harm.gone(quad)]
        assert gone
        for quad in gone:
            graph.remove(quad)
        graph.extend([new for quad in gone for new in harm.come(quad)])


NAME = f"article 'kestrel' (graph {RUN})"
OTHER = replace(KESTREL.article, text=KESTREL.article.text.replace("spring", "autumn"))
UNSURE = replace(KESTREL, attributions=(replace(KESTREL.attributions[0], confidence=7), *KESTREL.attributions[1:]))
KEPT = f" is not what was read; {READ_AGAIN}"


@pytest.mark.parametrize(
    ("harm", "line"),
    [
        (
            Harm(is_of(PV.packed), with_reading(replace(KESTREL, article=OTHER))),
            f"{NAME}: its text is not the one that was read, whose SHA-256 names {SNAPSHOT}; {READ_AGAIN}",
        ),
        (
            Harm(is_of(PV.packed), with_reading(replace(KESTREL, extractor=Extractor("by hand", "7")))),
            f"{NAME}: the article or the extractor is not the one that its names are of; {READ_AGAIN}",
        ),
        (Harm(is_of(PV.packed), with_reading(UNSURE)), f"the confidence 7.0 is not between 0 and 1; {READ_AGAIN}"),
        (Harm(is_of(PV.packed), with_object("eJw=")), f"; {RESTORED}"),
        (Harm(is_of(PV.packed)), f"; {RESTORED}"),
        (Harm(is_of(SCHEMA.softwareVersion), with_object("7")), KEPT),
        (Harm(is_of(SCHEMA.text), with_object("something else")), KEPT),
        (Harm(is_of(SCHEMA.identifier)), KEPT),
        (Harm(is_of(PV.overallConfidence), with_object("0.1")), KEPT),
        (Harm(is_of(PROV.qualifiedDerivation)), KEPT),
    ],
)
def test_a_reading_that_was_changed(place: Path, harm: Harm, line: str) -> None:
    harmed(place, harm)
    found = faults(place)
    assert any(one.endswith(line) for one in found), found
    assert all("\n" not in one for one in found)


@pytest.mark.parametrize("name", ["words.sqlite", "links.sqlite"])
@pytest.mark.parametrize("harm", ["garbage", "torn", "emptied"])
def test_a_derived_file_that_is_damaged(place: Path, name: str, harm: str) -> None:
    path = place / name
    remedy = MADE_ANEW if name == "words.sqlite" else JOINED_ANEW
    data = path.read_bytes()
    match harm:
        case "garbage":
            path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 40)
        case "torn":
            path.write_bytes(data[: 4 * 4096] + b"\x5a" * (len(data) - 4 * 4096))
        case _:
            table = "runs" if name == "words.sqlite" else "articles"
            connection = sqlite3.connect(path)
            with connection:
                connection.execute(f"DELETE FROM {table} WHERE id = 1")  # noqa: S608
            connection.close()
    found = faults(place)
    assert found, "a fault"
    assert {line.rpartition("; ")[2] for line in found} == {remedy}
    assert all(line.startswith(f"{name}: ") for line in found)
    path.unlink()
    with Library.open(place) as library:
        library.compact()
    assert faults(place) == []


def test_a_reading_that_the_words_have_otherwise(place: Path) -> None:
    connection = sqlite3.connect(place / "words.sqlite")
    with connection:
        connection.execute(
            "UPDATE entries SET words = words || ' zebra' WHERE run = (SELECT id FROM runs WHERE iri = ?)", (RUN,)
        )
    connection.close()
    assert faults(place) == [f"words.sqlite: article 'kestrel' is not as the graph {RUN} has it; {MADE_ANEW}"]


def test_a_file_that_is_missing_is_no_fault(place: Path) -> None:
    (place / "words.sqlite").unlink()
    (place / "links.sqlite").unlink()
    assert faults(place) == []


def test_links_that_dangle_are_gone_when_they_are_made_anew(place: Path) -> None:
    gone = Statement(KESTREL, KESTREL.attributions[0])
    nowhere = f"{SNAPSHOT}#char=0,5"
    claim = claim_iri(attribution_iri_of(gone))
    with Store.open(place) as store:
        whole = set(store._graph.quads(graph=INFERRED))
        store.write_links([STRAY])
        made = Quad(NamedNode(nowhere), NamedNode(PV.expresses), NamedNode(f"{claim}0"), NamedNode(INFERRED))
        store._graph.store.extend([made])
    assert sorted(faults(place)) == sorted(
        [
            f"link {link_iri(STRAY)}: nothing in the store is called urn:x:one; {JOINED_ANEW}",
            f"claim {claim}0: no article makes it at {nowhere}; {JOINED_ANEW}",
            f"claim {claim}0: {nowhere} makes it, and it is no claim; {JOINED_ANEW}",
        ]
    )
    (place / "links.sqlite").unlink()
    with Library.open(place) as library:
        library.compact()
    with Store.read(place) as store:
        assert set(store._graph.quads(graph=INFERRED)) == whole
    assert faults(place) == []


def test_a_link_that_is_not_whole(place: Path) -> None:
    harmed(place, Harm(is_of(PV.packed, graph=INFERRED)))
    [found] = faults(place)
    assert found.startswith(f"the graph {INFERRED} holds part of a link: ")
    assert found.endswith(f"; {JOINED_ANEW}")


def test_decisions_that_are_not_as_they_were_taken(place: Path) -> None:
    taken = on("kestrel", Action.CONFIRM)
    with Store.open(place) as store:
        note = Quad(NamedNode(taken.id), NamedNode(PV.note), Literal("well"), NamedNode(REVIEWED))
        stray = Quad(NamedNode("urn:x:stray"), NamedNode(PV.note), Literal("well"), NamedNode(REVIEWED))
        store._graph.store.extend([note, stray])
    assert faults(place) == [
        f"decision {taken.id}: not as it was taken; {RESTORED}",
        f"decisions: <urn:x:stray> is of no decision; {RESTORED}",
    ]


def test_times_that_oxigraph_writes_otherwise_are_no_fault(place: Path) -> None:
    """It leaves out the zeros at the end of a second's decimals."""
    with Library.open(place) as library:
        taken = on("ostra", Action.CONFIRM, at=NOON.replace(microsecond=120))
        library._store.decide(taken)
        library._store.undo(taken.id, "Bo", NOON.replace(microsecond=500))
    assert faults(place) == []


def test_what_people_decided_of_an_article_that_is_gone_is_no_fault(place: Path) -> None:
    with Library.open(place) as library:
        library.remove("kestrel")
    assert faults(place) == []


def test_what_the_shapes_forbid(place: Path) -> None:
    extra = Quad(NamedNode(SNAPSHOT), NamedNode(PV.textIsFile), Literal("yes"), NamedNode(RUN))
    with Store.open(place) as store:
        store._graph.store.extend([extra])
    found = [line for line in faults(place) if line.startswith("shapes: ")]
    assert any(SNAPSHOT in line for line in found)
    assert all(line.endswith(f"; {READ_AGAIN}") and "\n" not in line for line in found)


def test_without_pyshacl_all_but_the_shapes_is_looked_at(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    assert faults(place) == []
    harmed(place, Harm(is_of(SCHEMA.softwareVersion), with_object("7")))
    assert faults(place)


def test_a_graph_whose_files_are_damaged(place: Path) -> None:
    with Library.open(place) as library:
        library.compact()
    for path in (place / "graph-2").glob("*.sst"):
        data = path.read_bytes()
        path.write_bytes(data[:200] + bytes(byte ^ 0x5A for byte in data[200:-200]) + data[-200:])
    from provenance.upkeep.verifying import verify

    found = [str(one) for one in verify(place)]
    assert found
    assert found[-1].startswith(f"{place}: its files are damaged (")
    assert found[-1].endswith(f"; {RESTORED}")


def test_what_is_to_be_forgotten_is_told(place: Path) -> None:
    from provenance.rdf import files as graph_files

    iri = article_iri(KESTREL.article)
    graph_files.promise(place, [iri])
    remedy = "where no other process writes to the store, run 'provenance compact'"
    assert faults(place) == [f"article {iri}: was to be forgotten, and is not yet; {remedy}"]


def test_beside_a_writer_nothing_is_held_against_the_store(place: Path) -> None:
    with Library.open(place) as writer:
        writer.remove("ostra")
        assert faults(place) == []
        writer.add(STORY[5])
        assert faults(place) == []
        assert list(writer.verify()) == []
