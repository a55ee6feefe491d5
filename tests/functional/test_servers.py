"""A store on a graph server is the store that it would be in a folder: Oxigraph's own server and Virtuoso."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run
from corpus import CLAIM, STORY
from decided import decision, target
from graph_servers import LOGIN, OXIGRAPH, VIRTUOSO, free_port, oxigraph, virtuoso

from provenance import Library
from provenance.decisions import Action, Subject
from provenance.errors import NotFoundError, StoreError, StoreLockedError, UsageError
from provenance.model import Extractor
from provenance.rdf.server import cache
from provenance.rdf.server.address import LOGIN as LOGIN_VARIABLE
from provenance.rdf.server.address import address
from provenance.rdf.server.client import Client
from provenance.rdf.server.state import STATE
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from provenance.model import Reading

FERRY = "the ferry operator plans to close the Marrow Island route"
SERVERS = {
    "oxigraph": pytest.param(
        oxigraph, id="oxigraph", marks=pytest.mark.skipif(not OXIGRAPH.exists(), reason="pip install oxigraph")
    ),
    "virtuoso": pytest.param(
        virtuoso, id="virtuoso", marks=pytest.mark.skipif(not VIRTUOSO, reason="apt install virtuoso-opensource-7-bin")
    ),
}
WRITER = """
import sys
from dataclasses import replace
from corpus import STORY
from provenance.model import Extractor
from provenance.rdf import stores

with stores.opened(sys.argv[1]) as store:
    for version in range(int(sys.argv[2]), 1_000_000):
        for one in STORY:
            store.add(replace(one, extractor=Extractor("by hand", str(version))))
        print(version, flush=True)
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


@pytest.fixture(scope="module", params=SERVERS.values())
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with request.param(tmp_path_factory.mktemp("server") / "data") as place:
        yield place


@pytest.fixture
def place(server: str) -> str:
    """Empty, but for what is not ours."""
    with closing(Client(address(server))) as client:
        for name in {row[0].value for row in client.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows}:  # type: ignore[union-attr]
            if name.startswith(("https://w3id.org/provenance-tracker", "urn:theirs")):
                client.update(f"DROP SILENT GRAPH <{name}>")
        used = f"<urn:a> <{PROV.used}> <urn:b> .\n"
        client.post("urn:theirs", f'<urn:a> <urn:p> "theirs", _:b .\n_:b <urn:p> "theirs" .\n{used}')
    return server


def told(library: Library) -> list[str]:
    """All quads but for times."""
    return sorted(str(quad) for quad in library._store.quads() if not is_time(quad))


def is_time(quad: Quad) -> bool:
    return quad.predicate.value == PROV.endedAtTime


def test_the_examples_give_the_same_trace_and_the_same_export(place: str, tmp_path: Path) -> None:
    assert run("ingest", EXAMPLES, "--store", tmp_path / "folder").code == 0
    ingested = run("ingest", EXAMPLES, "--store", place)
    assert ingested.code == 0, ingested.err
    for command in (
        ("trace", FERRY, "--format", "json"),
        ("claims", "--format", "json"),
        ("articles", "--format", "json"),
        ("sources", "--format", "json"),
        ("review", "--format", "json"),
        ("check", "--format", "json"),
        ("find", "ferry", "--format", "json"),
        ("export", "--claim", FERRY, "--format", "nquads"),
        ("query", "SELECT DISTINCT ?n { ?a a schema:NewsMediaOrganization ; schema:name ?n } ORDER BY ?n"),
        ("query", "ASK { ?a a pv:Decision }"),
        ("query", "--full", "newsfold", "SELECT (COUNT(*) AS ?n) { ?s oa:exact ?words }"),
    ):
        there, here = run(*command, "--store", place), run(*command, "--store", tmp_path / "folder")
        assert there.err == here.err.replace(str(tmp_path / "folder"), place)
        assert sorted(without_times(there.out)) == sorted(without_times(here.out)), command
    with Library.open(place, mode="r") as there, Library.open(tmp_path / "folder", mode="r") as here:
        assert told(there) == told(here)
    again = run("ingest", EXAMPLES, "--store", place)
    assert "unchanged" in again.err
    assert again.code == 0


def without_times(text: str) -> list[str]:
    return [line for line in text.splitlines() if PROV.endedAtTime not in line]


def test_what_is_superseded_decided_and_removed_is_as_in_a_folder(place: str, tmp_path: Path) -> None:
    kestrel, northgate = STORY[0], STORY[1]
    later = replace(kestrel, extractor=Extractor("by hand", "2.0"))
    better = replace(northgate, article=replace(northgate.article, title="The dam"))
    longer = replace(STORY[2], article=replace(STORY[2].article, text=f"{STORY[2].article.text} More of it."))
    for where in (place, str(tmp_path / "folder")):
        change(where, later, better, longer)
    with Library.open(place, mode="r") as there, Library.open(tmp_path / "folder", mode="r") as here:
        assert there.trace(CLAIM) == here.trace(CLAIM)
        assert told(there) == told(here)
        assert [one.decision.note for one in there._corpus().decisions()] == ["seen"]
        assert there.articles() == here.articles()


def change(where: str, later: Reading, better: Reading, longer: Reading) -> None:
    with Library.open(where, threads=1) as library:
        for one in STORY:
            library.add(one)
        assert library.add(later) == "superseded"
        library._kept.update(better)
        assert library.add(longer) == "added"
        library._kept.decide(decision(Action.CONFIRM, Subject.STATEMENT, target(STORY[1].article.key), note="seen"))
        library.remove(STORY[5].article.key)
        with pytest.raises(NotFoundError):
            library.remove(STORY[5].article.key)


def test_an_export_is_loaded_whole_and_once(place: str, tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    assert run("ingest", EXAMPLES, "--store", tmp_path / "folder").code == 0
    assert run("export", "--store", tmp_path / "folder", "-o", graph).code == 0
    first, again = (run("load", graph, "--store", place) for _ in range(2))
    with Library.open(tmp_path / "folder", mode="r") as here, Library.open(place, mode="r") as there:
        count = len(here._store.every_run())
        assert sorted(map(str, there._store.quads())) == sorted(map(str, here._store.quads()))
        assert there.trace(FERRY) == here.trace(FERRY)
    assert first.err == f"loaded {count} readings, 0 decisions; 0 were there\n"
    assert again.err == f"loaded 0 readings, 0 decisions; {count} were there\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_writer_leaves_whole_readings_and_is_gone_on_from(place: str) -> None:
    for turn in range(3):
        writer = started(place, 1 + 1000 * turn)
        time.sleep(0.05 + 0.13 * turn)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        for mode in ("r", "a", "r"):
            with Library.open(place, mode=mode, threads=1) as library:  # type: ignore[arg-type]
                whole(library)


def whole(library: Library) -> None:
    readings = {run: library._store.reading(run) for run in library._store.runs()}
    assert sorted(one.article.key for one in readings.values()) == sorted(one.article.key for one in STORY)
    assert {one.article for one in readings.values()} == {one.article for one in STORY}
    assert sorted(found.run for found in library._store.find(CLAIM, 99)) == sorted(readings)
    assert {quad.graph_name.value for quad in library._store.quads()} == set(readings)  # type: ignore[union-attr]


def started(place: str, version: int) -> subprocess.Popen[str]:
    support = os.pathsep.join([str(Path(__file__).parents[1] / "support"), str(Path(__file__).parents[2])])
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, place, str(version)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": support},
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == f"{version}\n"
    return writer


def test_one_writes_at_a_time(place: str) -> None:
    with Library.open(place, threads=1) as library:
        library.add(STORY[0])
        with pytest.raises(StoreLockedError, match="another process is writing to it"):
            Library.open(place)
        with Library.open(place, mode="r", threads=1) as reader:
            assert len(reader.articles()) == 1
            library.add(STORY[1])
            assert len(reader.articles()) == 2
    with Library.open(place, threads=1) as library:
        assert len(library.articles()) == 2


def test_another_machine_brings_itself_in_line(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(place, threads=1) as library:
        for one in STORY[:5]:
            library.add(one)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "elsewhere"))
    with Library.open(place, threads=1) as library:
        for one in STORY[5:]:
            library.add(one)
        library._kept.update(replace(STORY[0], article=replace(STORY[0].article, title="The dam")))
        everything = told(library)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    with Library.open(place, mode="r", threads=1) as library:
        assert {one.key for one in library.articles()} == {one.article.key for one in STORY}
        assert len(library.trace(CLAIM).statements) == len(STORY)
    with Library.open(place, threads=1) as library, Library.memory(threads=1) as fresh:
        library.add(STORY[0])
        assert told(library) == everything
        for one in (replace(STORY[0], article=replace(STORY[0].article, title="The dam")), *STORY[1:]):
            fresh.add(one)
        assert library.trace(CLAIM) == fresh.trace(CLAIM)


def test_what_is_the_servers_own_business_is_said_so(place: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store is there"):
        Library.open(place, mode="r")
    with Library.open(place, threads=1) as library:
        library.add(STORY[0])
        for ask in (lambda: library.backup(tmp_path / "b.zip"), library.verify, lambda: library.dataset):
            with pytest.raises(UsageError) as caught:
                ask()
            assert LOGIN not in str(caught.value)
        with pytest.raises(UsageError, match="FROM"):
            library.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        run_ = library._store.runs()[0]
        asked = f"CONSTRUCT {{ ?s ?p ?o }} FROM <{run_}> WHERE {{ ?s ?p ?o }}"
        assert len(library.query(asked).graph) == len(set(library._store.quads(run_)))
        with pytest.raises(UsageError, match="does not take the query"):
            library.query("SELECT ?s WHERE { ?s ?p")
        assert library.compact().after > 0
        assert [one.article.key for one in library.forget(STORY[0].article.key)] == [STORY[0].article.key]
        assert not list(library._store.quads())
    assert run("restore", tmp_path / "b.zip", "--store", place).code == 2


def test_nothing_of_theirs_is_touched(place: str) -> None:
    with Library.open(place, threads=1) as library:
        library.add(STORY[0])
        library.remove(STORY[0].article.key)
    with closing(Client(address(place))) as client:
        assert len(client.ask("SELECT ?s ?p ?o WHERE { GRAPH <urn:theirs> { ?s ?p ?o } }").rows) == 4
        assert client.ask(f"ASK {{ GRAPH <{STATE}> {{ ?s <{STATE}#writer> ?o }} }}").holds is False


@pytest.mark.skipif(not OXIGRAPH.exists(), reason="pip install oxigraph")
def test_one_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    with oxigraph(tmp_path / "data") as place, Library.open(place, threads=1) as library:
        for one in STORY:
            library.add(one)
    with oxigraph(tmp_path / "data", read_only=True) as place:
        with Library.open(place, mode="r", threads=1) as library:
            assert len(library.trace(CLAIM).statements) == len(STORY)
        refused = run("ingest", EXAMPLES, "--store", place)
        assert refused.code == 4
        assert "may only be read" in refused.err


@pytest.mark.skipif(not VIRTUOSO, reason="apt install virtuoso-opensource-7-bin")
def test_who_may_not_write_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LOGIN_VARIABLE, raising=False)
    with virtuoso(tmp_path / "data") as place:
        open_ = place.replace("/sparql-auth", "/sparql").replace(f"{LOGIN}@", "")
        for where in (open_, place.replace(LOGIN, "dba:wrong"), place.replace(f"{LOGIN}@", "")):
            refused = run("ingest", EXAMPLES, "--store", where)
            assert refused.code == 4, refused.err
            assert "NAME:PASSWORD" in refused.err
            assert "wrong" not in refused.err
            assert len(refused.err.splitlines()) == 1


def test_one_that_is_down_is_one_line(tmp_path: Path) -> None:
    asked = run("trace", CLAIM, "--store", f"http://127.0.0.1:{free_port()}/query")
    assert asked.code == 4
    assert "no server answers there" in asked.err
    assert len(asked.err.splitlines()) == 1
    assert not list(tmp_path.rglob("words.sqlite"))
