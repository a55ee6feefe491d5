"""Stores that cannot be opened and queries that cannot be asked: one line, with the place and the remedy."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from corpus import CLAIM, STORY

from provenance.errors import (
    StoreCorruptError,
    StoreError,
    StoreLockedError,
    StoreVersionError,
    UsageError,
)
from provenance.rdf.store import Store

BOTH_WAYS = pytest.mark.parametrize("way", [Store.open, Store.read])
REMEDY = "restore it from a backup, or ingest the articles into a new store"
Way = Callable[[Path], Store]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with Store.open(path) as store:
        for one in STORY:
            store.add(one)
    return path


def files(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_no_store_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.read(tmp_path / "none")
    assert str(caught.value) == (
        f"{tmp_path}/none: no store is there; make one with 'provenance ingest FILE --store {tmp_path}/none'"
    )
    assert not (tmp_path / "none").exists()


@BOTH_WAYS
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, way: Way) -> None:
    (tmp_path / "thesis.txt").write_text("all of it")
    with pytest.raises(StoreCorruptError) as caught:
        way(tmp_path)
    assert str(caught.value) == f"{tmp_path}: not a provenance store; give another folder"
    assert files(tmp_path) == {"thesis.txt": b"all of it"}


@BOTH_WAYS
def test_a_file_is_no_store(tmp_path: Path, way: Way) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("{}")
    with pytest.raises(StoreCorruptError) as caught:
        way(path)
    assert str(caught.value) == f"{path}: a file, not a provenance store; give a folder"


def test_a_folder_under_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("{}")
    with pytest.raises(StoreCorruptError) as caught:
        Store.open(path / "store")
    assert str(caught.value) == f"{path}/store: a file, not a provenance store; give a folder"


@BOTH_WAYS
def test_a_newer_store(place: Path, way: Way) -> None:
    (place / "store.json").write_text(json.dumps({"store": "provenance", "format": 4}))
    before = files(place)
    with pytest.raises(StoreVersionError) as caught:
        way(place)
    assert str(caught.value) == (
        f"{place}: written by a newer provenance (store format 4, this one reads 3); "
        "upgrade with 'pip install --upgrade provenance-tracker'"
    )
    assert files(place) == before


@BOTH_WAYS
@pytest.mark.parametrize(
    "record", ["", "{", "[]", "null", "1", '{"format": 1}', '{"store": "provenance", "format": "1"}', "\udcff"]
)
def test_a_damaged_record(place: Path, way: Way, record: str) -> None:
    (place / "store.json").write_bytes(record.encode("utf8", "surrogateescape"))
    with pytest.raises(StoreCorruptError) as caught:
        way(place)
    assert str(caught.value) == f"{place}: its store.json is damaged; {REMEDY}"


def _remove_graph(graph: Path) -> None:
    for path in graph.iterdir():
        path.unlink()
    graph.rmdir()


@BOTH_WAYS
def test_a_graph_that_is_gone(place: Path, way: Way) -> None:
    _remove_graph(place / "graph")
    with pytest.raises(StoreCorruptError) as caught:
        way(place)
    assert str(caught.value) == f"{place}: its graph is missing; {REMEDY}"
    assert not (place / "graph").exists()


def _garble(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x5A for byte in path.read_bytes()))


def _first(graph: Path, pattern: str) -> Path:
    return min(graph.glob(pattern))


@BOTH_WAYS
@pytest.mark.parametrize(
    "harm",
    [
        lambda graph: (graph / "CURRENT").write_text("nothing"),
        lambda graph: _garble(_first(graph, "MANIFEST-*")),
        lambda graph: _first(graph, "MANIFEST-*").unlink(),
        lambda graph: _first(graph, "*.sst").unlink(),
        lambda graph: _first(graph, "*.sst").write_bytes(b"short"),
        lambda graph: _garble(_first(graph, "*.sst")),
    ],
)
def test_a_damaged_graph(place: Path, way: Way, harm: Callable[[Path], object]) -> None:
    harm(place / "graph")
    with pytest.raises(StoreCorruptError) as caught:
        way(place)
    message = str(caught.value)
    assert message.startswith(f"{place}: its files are damaged (")
    assert message.endswith(f"); {REMEDY}")
    assert "\n" not in message


@BOTH_WAYS
def test_an_index_damaged_behind_its_back(place: Path, way: Way) -> None:
    """It says that it is sound, so that it is not searched for damage; the remedy makes it anew from the graph."""
    words = place / "words.sqlite"
    data = words.read_bytes()
    start = 4 * 4096
    words.write_bytes(data[:start] + b"\x5a" * (len(data) - start))
    with pytest.raises(StoreCorruptError) as caught, way(place) as one:
        one.find(CLAIM, 9)
    message = str(caught.value)
    assert message.startswith(f"{place}: its index is damaged (")
    assert message.endswith("; delete its words.sqlite")
    words.unlink()
    with way(place) as one:
        assert len(one.find(CLAIM, 99)) == len(STORY)


def test_one_process_writes_at_a_time(place: Path) -> None:
    with Store.open(place), pytest.raises(StoreLockedError) as caught:
        Store.open(place)
    assert str(caught.value) == f"{place}: another process is writing to it; wait for it to end"


@pytest.mark.parametrize(
    ("name", "text"), [("store.json", '{"store": "provenance", "format": 1}'), ("store.json.partial", "{")]
)
def test_an_interrupted_start_is_started_again(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with Store.open(tmp_path) as store:
        assert store.runs() == []


@pytest.mark.parametrize(
    "left", [[], ["store.json.partial"], ["store.json"], ["store.json", "graph/LOCK", "graph/LOG"]]
)
def test_a_store_whose_first_writer_was_killed_is_none_yet(tmp_path: Path, left: list[str]) -> None:
    for name in left:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"store": "provenance", "format": 2, "graph": "graph"}' if "json" in name else "")
    with pytest.raises(StoreError) as caught:
        Store.read(tmp_path)
    line = f"no store is there; make one with 'provenance ingest FILE --store {tmp_path}'"
    assert str(caught.value) == f"{tmp_path}: {line}"
    with Store.open(tmp_path) as store:
        store.add(STORY[0])
    with Store.read(tmp_path) as store:
        assert len(store.runs()) == 1


@BOTH_WAYS
def test_a_name_with_line_breaks_stays_one_line(tmp_path: Path, way: Way) -> None:
    path = tmp_path / "a\nb"
    path.mkdir()
    (path / "thesis.txt").touch()
    with pytest.raises(StoreCorruptError) as caught:
        way(path)
    assert str(caught.value) == f"{tmp_path}/a b: not a provenance store; give another folder"


# Queries


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.memory() as one:
        for reading in STORY:
            one.add(reading)
        yield one


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "SPARQL query, line 1, column 1: malformed near 'its end'"),
        ("SELECT ?x WHERE {", "SPARQL query, line 1, column 18: malformed near 'SELECT ?x WHERE {'"),
        ("SELECT *\nWHERE { ?s ?p }", "SPARQL query, line 2, column 16: malformed near 'WHERE { ?s ?p }'"),
        (
            "SELECT ?x { ?x a ex:Thing }",
            "SPARQL query, line 1, column 26: unknown prefix near 'SELECT ?x { ?x a ex:Thing }'",
        ),
        (
            "PREFIX ex: <urn:x:> # note\nINSERT DATA { ex:a ex:b ex:c }",
            "SPARQL INSERT: a store is only asked; use SELECT, ASK, CONSTRUCT or DESCRIBE",
        ),
        ("drop all", "SPARQL DROP: a store is only asked; use SELECT, ASK, CONSTRUCT or DESCRIBE"),
        (
            "SELECT *\nWHERE {\n  SERVICE <https://x.example/sparql> { ?s ?p ?o }\n}",
            "SPARQL query, line 3, column 3: SERVICE would fetch from the network; leave it out",
        ),
        (
            "SELECT * { " + "{" * 300 + "}" * 300 + " }",
            "SPARQL query too long: at most 5000 tokens, nested at most 200 deep",
        ),
        (
            "ASK { FILTER(" + "!" * 100_000 + "1) }",
            "SPARQL query too long: at most 5000 tokens, nested at most 200 deep",
        ),
        (
            "ASK { ?s ?p '\udcff' }",
            "SPARQL query: a lone surrogate is no character; decode the query with its right encoding",
        ),
        ("ASK { ?s ?p 'no end }", 'SPARQL query, line 1, column 22: malformed near "ASK { ?s ?p \'no end }"'),
    ],
)
def test_a_query_that_cannot_be_asked(store: Store, query: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        store.query(query)
    assert str(caught.value) == message
    assert len(store.find(CLAIM, 99)) == len(STORY)


def test_a_claim_that_nothing_matches(store: Store) -> None:
    assert store.find("herons nest on the pylons of Ostra", 9) == []
    assert store.find("\udcff\x00'; DROP TABLE entries; --", 9) == []
