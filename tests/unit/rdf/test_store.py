"""What a store keeps, what it gives back, and what is current."""

import shutil
import sqlite3
import subprocess
import sys
import zlib
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
import pytest
from corpus import CLAIM, STORY, hop, reading, said
from kept import faults
from pyoxigraph import Literal, Quad

from provenance.errors import InputError, NotFoundError, StoreCorruptError, StoreLockedError, UsageError
from provenance.iris import (
    activity_iri,
    agent_iri,
    article_iri,
    attribution_iri,
    claim_iri,
    passage_iri,
    run_iri,
    snapshot_iri,
)
from provenance.model import Extractor, Kind, Reading, Relation
from provenance.rdf.store import Counts, Outcome, Store
from provenance.rdf.vocabulary import PROV, PV

KESTREL, NORTHGATE = STORY[0], STORY[1]


def run_of(one: Reading) -> str:
    return run_iri(snapshot_iri(one.article), one.extractor)


def by(one: Reading, name: str, version: str, model: str | None = None) -> Reading:
    return replace(one, extractor=Extractor(name, version, model))


def changed(one: Reading, text: str) -> Reading:
    """The same article with another text, in which no one says anything."""
    return replace(one, article=replace(one.article, text=text), attributions=(), derivations=())


def filled(store: Store) -> Store:
    for one in STORY:
        assert store.add(one) is Outcome.ADDED
    return store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "a store?#%"
    with Store.open(path) as store:
        filled(store)
    return path


# Adding


def test_a_story_is_given_back(place: Path) -> None:
    with Store.read(place) as store:
        assert sorted(store.readings(), key=run_of) == sorted(STORY, key=run_of)
        assert store.counts().articles == store.counts().graphs == len(STORY)


def test_the_same_again_changes_nothing(place: Path) -> None:
    with Store.read(place) as store:
        before = set(store.quads())
    with Store.open(place) as store:
        assert {store.add(one) for one in STORY} == {Outcome.UNCHANGED}
        assert set(store.quads()) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("rules", "1.9"), ("rules", "1.10")),
        (("rules", "2"), ("tagger", "1")),
        (("tagger", "1", "aa"), ("tagger", "1", "bb")),
        (("tagger", "1", "aa"), ("rules", "1")),
    ],
)
def test_another_extractor_or_a_newer_version_supersedes(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    first, second = by(KESTREL, *old), by(KESTREL, *new)
    with Store.memory() as store:
        store.add(first)
        assert store.add(second) is Outcome.SUPERSEDED
        assert list(store.readings()) == [second]
        assert {quad.graph_name.value for quad in store.quads()} == {run_of(second)}
        assert [found.run for found in store.find(CLAIM, 9)] == [run_of(second)]


def test_an_older_version_is_not_kept() -> None:
    with Store.memory() as store:
        store.add(by(KESTREL, "rules", "1.10"))
        assert store.add(by(KESTREL, "rules", "1.9")) is Outcome.KEPT_NEWER
        assert [one.extractor.version for one in store.readings()] == ["1.10"]


def test_every_graph_that_was_superseded_is_remembered() -> None:
    runs = [by(KESTREL, "rules", version) for version in ("1", "2", "3")]
    with Store.memory() as store:
        for one in runs:
            store.add(one)
        said_of = {(q.subject.value, q.predicate.value, q.object.value) for q in store.quads()}
    first, second, third = map(run_of, runs)
    assert (third, PROV.wasRevisionOf, second) in said_of
    assert (second, PROV.wasRevisionOf, first) in said_of
    assert (second, PROV.wasInvalidatedBy, activity_iri(third)) in said_of
    assert (first, PROV.wasInvalidatedBy, activity_iri(second)) in said_of


def test_a_changed_text_is_current_and_the_old_one_is_kept() -> None:
    later = changed(KESTREL, "The ministry has withdrawn its plan.")
    with Store.memory() as store:
        store.add(KESTREL)
        assert store.find(CLAIM, 9)
        assert store.add(later) is Outcome.ADDED
        assert store.runs() == [run_of(later)]
        assert store.find(CLAIM, 9) == []
        assert store.find(passage_iri(snapshot_iri(KESTREL.article), KESTREL.attributions[0].content), 9) == []
        assert store.reading(run_of(KESTREL)) == KESTREL
        assert store.counts() == Counts(articles=1, statements=0, graphs=2, quads=len(store._graph))


def test_an_old_text_read_again_stays_old() -> None:
    later = changed(KESTREL, "The ministry has withdrawn its plan.")
    with Store.memory() as store:
        for one in (KESTREL, later):
            store.add(one)
        assert store.add(by(KESTREL, "by hand", "2")) is Outcome.SUPERSEDED
        assert store.runs() == [run_of(later)]
        assert store.find(CLAIM, 9) == []
        assert store.add(by(later, "by hand", "2")) is Outcome.SUPERSEDED
        assert store.runs() == [run_of(by(later, "by hand", "2"))]


def test_two_articles_with_one_text_are_two() -> None:
    copy = replace(KESTREL, article=replace(KESTREL.article, url="https://copy.example/dam"))
    with Store.memory() as store:
        assert {store.add(KESTREL), store.add(copy)} == {Outcome.ADDED}
        assert len(store.find(CLAIM, 9)) == 2


# Finding


def test_a_claim_is_found_by_its_words_best_first(place: Path) -> None:
    with Store.read(place) as store:
        found = store.find(CLAIM, 99)
        assert len(found) == len(STORY)
        coverage = [one.coverage for one in found]
        assert coverage == sorted(coverage, reverse=True)
        assert coverage[0] == 1
        assert store.find(CLAIM, 3) == found[:3]


def test_a_statement_needs_three_in_five_of_the_words(place: Path) -> None:
    with Store.read(place) as store:
        assert len(store.find("drained Tarsk dam, say gulls", 99)) == len(STORY)
        assert store.find("drained Tarsk, say gulls and terns", 99) == []
        assert store.find("", 99) == store.find("the of a", 99) == []


def test_a_claim_is_found_by_iri(place: Path) -> None:
    snapshot = snapshot_iri(NORTHGATE.article)
    [attribution] = NORTHGATE.attributions
    iri = attribution_iri(snapshot, attribution)
    with Store.read(place) as store:
        [one] = store.find(iri, 9)
        assert (one.attribution, one.run, one.coverage) == (iri, run_of(NORTHGATE), 1)
        assert store.find(f" {passage_iri(snapshot, attribution.content)}\n", 9) == [one]
        same = store.find(store.claim_of(iri) or "", 99)
        assert one in same
        assert {found.coverage for found in same} == {1}
        for nothing in (iri[:-1], f"{iri} ", claim_iri("nothing like it"), "ni:///sha-256;<no iri>"):
            assert store.find(nothing.replace(f"{iri} ", f"{iri}/x"), 9) == []


def test_a_run_that_is_not_there_is_not_found(place: Path) -> None:
    with Store.read(place) as store:
        for run in ("https://w3id.org/provenance-tracker/id/run/none", "no iri at all"):
            with pytest.raises(NotFoundError) as caught:
                store.reading(run)
            assert str(caught.value) == f"the store holds no reading {run}"


def test_a_current_reading_is_read_in_one_piece(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.read(place) as store:
        quads = store._graph.quads
        monkeypatch.setattr(
            store._graph,
            "quads",
            lambda *asked, **graph: quads(*asked, **graph) if asked else pytest.fail("its quads were read one by one"),
        )
        assert store.reading(run_of(KESTREL)) == KESTREL


def test_a_reading_that_was_removed_and_read_otherwise_is_read_as_it_is_now() -> None:
    otherwise = replace(KESTREL, attributions=())
    with Store.memory() as store:
        store.add(KESTREL)
        store.remove(article_iri(KESTREL.article))
        store.add(otherwise)
        assert store.reading(run_of(KESTREL)) == otherwise


@pytest.mark.parametrize("line", ["", "[[", "{}", "[1, 2, 3, 4]", "[[], [], [], []]", '[["k", "t"], [], [], []]', None])
def test_a_damaged_reading_is_told_with_the_remedy(place: Path, line: str | None) -> None:
    """Whether it cannot be unpacked or what comes of it is none."""
    run = run_of(KESTREL)
    piece = "no base64!" if line is None else b64encode(zlib.compress(line.encode())).decode()
    with Store.open(place) as store:
        [kept] = store._graph.quads(run, PV.packed, graph=run)
        store._graph.store.remove(kept)
        store._graph.store.add(Quad(kept.subject, kept.predicate, Literal(piece), kept.graph_name))
        with pytest.raises(StoreCorruptError) as caught:
            store.reading(run)
        with pytest.raises(StoreCorruptError):
            list(store.quads(run))
    assert str(caught.value).startswith(f"the graph {run} is no whole reading: it ")
    assert str(caught.value).endswith("; restore it from a backup, or ingest the articles into a new store")
    assert any(one.startswith(f"the graph {run} is no whole reading") for one in faults(place))


# Listing


def test_articles_are_listed_by_key(place: Path) -> None:
    with Store.read(place) as store:
        rows = store.articles()
    assert [row.key for row in rows] == sorted(one.article.key for one in STORY)
    row = next(row for row in rows if row.key == "kestrel")
    assert (row.publisher, row.published, row.statements) == ("Kestrel Wire", "2031-02-03", 1)
    assert (row.title, row.url, row.run) == (KESTREL.article.title, KESTREL.article.url, run_of(KESTREL))


def test_sources_are_listed_with_whom_they_are_named_by(place: Path) -> None:
    with Store.read(place) as store:
        rows = {row.id: row for row in store.sources()}
    wire = rows[agent_iri("Kestrel Wire", Kind.WIRE)]
    assert (wire.name, wire.kind, wire.anonymous, wire.statements, wire.articles) == (
        "Kestrel Wire",
        Kind.WIRE,
        False,
        3,
        3,
    )
    assert rows[agent_iri("Ilse Maren", Kind.PERSON)].role == "the dam's chief engineer"
    post = rows[agent_iri("Northgate Post", Kind.OUTLET)]
    assert (post.statements, post.articles) == (0, 1)
    unnamed = [row for row in rows.values() if row.anonymous]
    assert sorted(row.name for row in unnamed) == ["two officials", "two officials", "two water ministry officials"]


def test_claims_are_statements_with_the_same_words(place: Path) -> None:
    with Store.read(place) as store:
        rows = list(store.claims())
        assert sum(row.statements for row in rows) == store.counts().statements == len(STORY)
        for row in rows:
            assert len(store.find(row.id, 99)) == row.statements
            assert {store.claim_of(one.attribution) for one in store.find(row.id, 99)} == {row.id}
            assert row.id in {claim_iri(one.attribution) for one in store.find(row.id, 99)}


def test_a_claim_is_worded_as_its_surest_statement() -> None:
    text = "The dam leaks, Ilse Maren said. “The dam leaks!” she said."
    maren = hop(text, "Ilse Maren", Kind.PERSON, Relation.SAID, "Ilse Maren")
    one = reading(
        "leak",
        "Daily Sluice",
        None,
        text,
        attributions=(
            said(text, "The dam leaks,", "said", (maren,), confidence=0.5),
            said(text, "The dam leaks!", "said", (maren,), confidence=0.9),
        ),
    )
    with Store.memory() as store:
        store.add(one)
        [row] = store.claims()
    assert (row.text, row.statements, row.articles) == ("The dam leaks!", 2, 1)


# Asking


def test_sparql_asks_the_union_of_graphs_and_knows_the_prefixes(place: Path) -> None:
    with Store.read(place) as store:
        rows = store.query("SELECT DISTINCT ?n { ?s a pv:NewsAgency ; schema:name ?n }")
        assert [str(row[0]) for row in rows] == ["Kestrel Wire"]
        assert store.query("ASK { ?s a pv:Statement }").askAnswer is True
        made = store.query("CONSTRUCT { ?a schema:headline ?t } WHERE { ?a schema:headline ?t }")
        assert made.graph is not None
        assert len(made.graph) == sum(one.article.title is not None for one in STORY)


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?service pv:service <urn:x:SERVICE> . FILTER(?x = \'SERVICE {\' || ?x = """SERVICE""") # SERVICE\n}',
        "PREFIX service: <urn:x:> ASK { service:service ?p ?o }",
    ],
)
def test_the_word_service_may_stand_where_it_fetches_nothing(text: str) -> None:
    with Store.memory() as store:
        assert store.query(text).askAnswer is False


def test_nothing_is_fetched_by_a_query() -> None:
    with Store.memory() as store, pytest.raises(UsageError):
        store.query("SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }")


def test_the_dataset_is_rdflibs_over_the_same_store(place: Path) -> None:
    with Store.read(place) as store:
        assert store.dataset is store.dataset
        assert dict(store.dataset.namespaces())["pv"].endswith("/ns#")
        assert len(list(store.dataset.query("SELECT ?s { ?s a <http://www.w3.org/ns/prov#Bundle> }"))) == len(STORY)


# Opening and closing


def test_a_store_is_opened_again_and_added_to(place: Path) -> None:
    with Store.open(place) as store:
        assert store.add(changed(KESTREL, "Nothing new.")) is Outcome.ADDED
    with Store.open(place) as store:
        assert len(store.find(CLAIM, 99)) == len(STORY) - 1


def test_closing_twice_is_closing_once(place: Path) -> None:
    store = Store.open(place)
    store.close()
    store.close()
    Store.open(place).close()


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with Store.read(tmp_path) as store:
        assert store.counts() == Counts(0, 0, 0, 0)
        assert store.find(CLAIM, 9) == store.articles() == store.sources() == list(store.claims()) == []


def test_reading_goes_on_while_another_writes(place: Path) -> None:
    """A reader sees the store as it was when it was opened, index and graph alike."""
    with Store.read(place) as before, Store.open(place) as writer:
        writer.add(changed(KESTREL, "Nothing new."))
        writer.add(by(NORTHGATE, "by hand", "2"))
        with Store.read(place) as during:
            for store, expected in ((before, set(STORY)), (during, set(writer.readings()))):
                found = store.find(CLAIM, 99)
                assert {store.reading(one.run) for one in found} == {one for one in expected if one.attributions}
                assert set(store.readings()) == expected
    assert len(before_and_after(place)) == len(STORY) - 1


def before_and_after(place: Path) -> list[str]:
    with Store.read(place) as store:
        return [found.run for found in store.find(CLAIM, 99)]


def test_a_reader_sees_what_was_written_before_it_opened_though_the_writer_goes_on(place: Path) -> None:
    with Store.open(place) as writer:
        writer.add(by(NORTHGATE, "by hand", "2"))
        with Store.read(place) as store:
            writer.add(by(NORTHGATE, "by hand", "3"))
            [version] = [one.extractor.version for one in store.readings() if one.article.key == "northgate"]
            assert version == "2"
            runs = {found.run for found in store.find(CLAIM, 99)}
            assert run_of(by(NORTHGATE, "by hand", "2")) in runs


@pytest.mark.parametrize("harm", ["missing", "garbage", "another format", "emptied", "behind", "ahead"])
@pytest.mark.parametrize("way", [Store.open, Store.read])
def test_an_index_in_doubt_is_made_anew_from_the_graph(place: Path, harm: str, way: type[Store]) -> None:
    with Store.read(place) as store:
        expected = store.find(CLAIM, 99)
    spoil(place / "words.sqlite", harm)
    with way(place) as store:  # type: ignore[operator]
        assert store.find(CLAIM, 99) == expected
        assert store.counts().statements == len(STORY)
    with Store.read(place) as store:
        assert store.find(CLAIM, 99) == expected


def spoil(words: Path, harm: str) -> None:

    if harm == "missing":
        words.unlink()
    elif harm == "garbage":
        words.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 40)
    else:
        change = {
            "another format": "PRAGMA user_version = 99",
            "emptied": "DROP TABLE state",
            "behind": "UPDATE state SET sound = 0; DELETE FROM runs WHERE id < 4; DELETE FROM entries WHERE run < 4",
            "ahead": "UPDATE state SET sound = 0; INSERT INTO runs (iri) VALUES ('https://gone.example/run')",
        }[harm]
        connection = sqlite3.connect(words)
        connection.executescript(change)
        connection.close()


def test_a_failed_write_to_the_index_is_made_good(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = by(NORTHGATE, "by hand", "2")
    with Store.open(place) as store:
        with monkeypatch.context() as broken:
            broken.setattr(store._index, "_add", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                store.add(newer)
        assert store.add(changed(KESTREL, "Nothing new.")) is Outcome.ADDED
        assert run_of(newer) in {found.run for found in store.find(CLAIM, 99)}
    assert run_of(newer) in before_and_after(place)


def test_a_store_is_read_by_one_who_may_not_write(place: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from provenance.rdf.store import Store
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
place, claim = Path(sys.argv[1]), sys.argv[2]
try:
    (place / "new").touch()
except PermissionError:
    with Store.read(place) as store:
        print(len(store.find(claim, 99)), len(list(store.readings())))
"""
    with TemporaryDirectory() as outer:
        open_to_all = Path(outer) / "store"
        shutil.copytree(place, open_to_all)
        for path in (Path(outer), open_to_all, *open_to_all.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = sorted(path.name for path in open_to_all.rglob("*"))
        ran = subprocess.run(
            [sys.executable, "-c", code, open_to_all, CLAIM], capture_output=True, text=True, check=False
        )
        assert (ran.stdout.split(), ran.stderr) == ([str(len(STORY))] * 2, "")
        assert sorted(path.name for path in open_to_all.rglob("*")) == before
        for path in (Path(outer), open_to_all, *open_to_all.rglob("*")):
            path.chmod(0o755)


def test_a_reader_whose_files_are_gone_says_so(place: Path) -> None:
    """Oxigraph opens a file when it first needs it; a writer may have replaced it by then."""
    graph = pyoxigraph.Store(str(place / "graph"))
    for number in range(40):
        node = pyoxigraph.NamedNode(f"urn:x:{number}")
        graph.bulk_extend([pyoxigraph.Quad(node, node, node, node)])
    del graph
    with Store.read(place) as store:
        for path in (place / "graph").glob("*.sst"):
            path.unlink()
        with pytest.raises(StoreLockedError) as caught:
            list(store.readings())
    assert str(caught.value) == f"{place}: another process rewrote it while it was read; open it again"


def test_what_was_not_read_is_read_later_and_what_was_read_stays() -> None:
    unread = Reading(KESTREL.article, Extractor("language", "1"), unread="German")
    again = Reading(KESTREL.article, Extractor("language", "2"), unread="German")
    with Store.memory() as store:
        assert store.add(unread) is Outcome.ADDED
        assert store.add(unread) is Outcome.UNCHANGED
        assert (store.counts().unread, [row.unread for row in store.articles()]) == (1, ["German"])
        assert store.add(again) is Outcome.SUPERSEDED
        assert store.add(KESTREL) is Outcome.SUPERSEDED
        assert store.counts().unread == 0
        assert store.add(unread) is Outcome.UNCHANGED
        assert list(store.readings()) == [KESTREL]


def test_an_article_that_was_not_read_attributes_nothing() -> None:
    with Store.memory() as store, pytest.raises(InputError, match=r"not read \(German\), and yet it has attributions$"):
        store.add(replace(KESTREL, unread="German"))
