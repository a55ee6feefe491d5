"""Queries end: in time, at their limit, and with nothing left running."""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from pyoxigraph import Literal, NamedNode, Quad

from provenance.errors import ProvenanceError, UsageError
from provenance.rdf import answering, asking
from provenance.rdf.bounds import Bounds
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.rdf.asking import Answer

SPREAD = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
SOON = Bounds(timeout=0.5)
SLACK = 5.0
"""Seconds that a busy machine may need beside."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with Store.open(path) as store:
        for one in STORY:
            store.add(one)
    return path


@pytest.fixture(params=["read", "open", "memory"])
def store(request: pytest.FixtureRequest, place: Path) -> Iterator[Store]:
    made = Store.memory() if request.param == "memory" else getattr(Store, request.param)(place)
    with made:
        for one in STORY if request.param == "memory" else ():
            made.add(one)
        yield made


def few(*graphs: str) -> Store:
    """In each graph one triple of its own and one that all share."""
    store = Store.memory()
    for graph in graphs:
        for subject in ("urn:x:all", graph):
            store._graph.store.add(Quad(NamedNode(subject), NamedNode("urn:x:p"), Literal("o"), NamedNode(graph)))
    return store


def first(answer: Answer) -> list[str]:
    return sorted(str(row[0]) for row in answer.stream())


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT (COUNT(*) AS ?n) {{ {SPREAD} }}",
        f"SELECT * {{ {SPREAD} FILTER(STR(?a) = CONCAT(STR(?l), 'x')) }}",
        f"ASK {{ {SPREAD} FILTER(STR(?a) = CONCAT(STR(?l), 'x')) }}",
        f"CONSTRUCT {{ ?a ?b ?l }} {{ {SPREAD} FILTER(STR(?a) = CONCAT(STR(?l), 'x')) }}",
    ],
)
def test_a_cross_product_without_an_end_ends_in_time(store: Store, query: str) -> None:
    began = time.monotonic()
    with pytest.raises(UsageError, match=r"^SPARQL query: not answered within 0.5 seconds; .*--timeout"):
        list(store.query(query, SOON).stream())
    assert time.monotonic() - began < SOON.timeout + SLACK


def test_rows_without_an_end_end_in_time_and_come_before_that(place: Path) -> None:
    with Store.read(place) as store:
        rows = store.query(f"SELECT * {{ {SPREAD} }}", Bounds(timeout=2.0, limit=10**9)).stream()
        assert len(next(rows)) == 12
        with pytest.raises(UsageError, match="not answered within 2 seconds"):
            for _ in rows:
                pass


def test_at_most_as_many_rows_come_as_were_asked_for(store: Store) -> None:
    cut = store.query("SELECT * { ?s ?p ?o }", Bounds(limit=3))
    assert (len(list(cut)), cut.cut) == (3, True)
    whole = store.query("SELECT * { VALUES ?x { 1 2 3 } }", Bounds(limit=3))
    assert (len(list(whole)), whole.cut) == (3, False)
    graph = store.query("CONSTRUCT WHERE { ?s ?p ?o }", Bounds(limit=3))
    assert graph.graph is not None
    assert (len(graph.graph), graph.cut) == (3, True)


def test_who_got_all_rows_that_were_asked_for_need_not_wait_for_one_more(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = """import time
print('{"form": "SELECT", "variables": ["x"]}')
print('[{"type": "uri", "value": "urn:x:a"}]', flush=True)
time.sleep(60)"""
    monkeypatch.setattr(asking, "COMMAND", (asking.COMMAND[0], "-c", slow))
    with Store.read(place) as store:
        answer = store.query("SELECT ?x { ?x ?p ?o }", Bounds(timeout=1.5, limit=1))
        assert (first(answer), answer.cut) == (["urn:x:a"], True)


@pytest.mark.skipif(os.name == "nt", reason="the system bounds no memory")
def test_what_takes_too_much_memory_says_so(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ended as the system ends it: what it would have taken is not taken in a test."""
    monkeypatch.setattr(asking, "COMMAND", (asking.COMMAND[0], "-c", "import os; os.abort()"))
    with Store.read(place) as store, pytest.raises(UsageError, match=f"more than {answering.GIBIBYTES} GiB of memory"):
        store.query("ASK { ?s ?p ?o }")


def test_a_process_that_fails_is_no_lack_of_memory(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "COMMAND", (asking.COMMAND[0], "-c", "raise SystemExit(3)"))
    with Store.read(place) as store, pytest.raises(ProvenanceError, match=r"failed \(exit code 3\)"):
        store.query("ASK { ?s ?p ?o }")


def test_an_answer_that_is_left_halfway_leaves_no_process(place: Path) -> None:
    with Store.read(place) as store:
        answer = store.query(f"SELECT * {{ {SPREAD} }}", Bounds(limit=10**9))
        rows = answer.stream()
        next(rows)
        process = answer._rows.process
        del answer, rows
        gc.collect()
        assert process.poll() is not None


@pytest.mark.parametrize(("timeout", "limit"), [(0, 1), (-1, 1), (float("nan"), 1), (float("inf"), 1), (1, 0)])
def test_bounds_that_are_none(timeout: float, limit: int) -> None:
    with Store.memory() as store, pytest.raises(UsageError, match=r"^a query's (time limit|limit) is .*, not"):
        store.query("ASK {}", Bounds(timeout, limit))


def test_terms_come_as_they_are() -> None:
    with Store.memory() as store:
        answer = store.query(
            "SELECT * { VALUES (?a ?b ?c ?d ?e) { (<urn:x:a> 'b\\n\"' 'c'@en-GB UNDEF '2031-02-05'^^xsd:date) } }"
        )
        [row] = answer
        assert [None if term is None else term.n3() for term in (row.a, row.b, row.c, row.d, row.e)] == [
            "<urn:x:a>",
            '"""b\n\\""""',
            '"c"@en-gb',
            None,
            '"2031-02-05"^^<http://www.w3.org/2001/XMLSchema#date>',
        ]
        assert list(answer) == [row]


def test_a_triple_is_no_value() -> None:
    with Store.memory() as store, pytest.raises(UsageError, match=r"SUBJECT\(\)"):
        list(store.query("SELECT * { BIND(TRIPLE(<urn:x:a>, <urn:x:b>, <urn:x:c>) AS ?t) }"))


def test_what_was_written_just_now_is_asked(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new") as store:
        assert store.query("ASK { ?s a pv:Statement }").askAnswer is False
        store.add(STORY[0])
        assert store.query("ASK { ?s a pv:Statement }").askAnswer is True


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT DISTINCT ?s { ?s ?p ?o }", ["urn:x:all", "urn:x:one", "urn:x:two"]),
        ("SELECT ?s FROM <urn:x:one> { ?s ?p ?o }", ["urn:x:all", "urn:x:one"]),
        ("select distinct ?s from <urn:x:one> from <urn:x:two> { ?s ?p ?o }", ["urn:x:all", "urn:x:one", "urn:x:two"]),
        ("PREFIX x: <urn:x:> SELECT ?s FROM x:one { ?s ?p ?o }", ["urn:x:all", "urn:x:one"]),
        ("SELECT ?s FROM <urn:x:nowhere> { ?s ?p ?o }", []),
        ("SELECT ?s FROM NAMED <urn:x:one> { ?s ?p ?o }", []),
        ("SELECT ?g FROM NAMED <urn:x:one> { GRAPH ?g { <urn:x:all> ?p ?o } }", ["urn:x:one"]),
        ("SELECT ?g FROM <urn:x:one> { GRAPH ?g { ?s ?p ?o } }", []),
        ("SELECT ?s FROM <urn:x:one> { GRAPH <urn:x:two> { ?s ?p ?o } }", []),
        ("SELECT ?s FROM <urn:x:one> FROM NAMED <urn:x:two> { ?s ?p ?o GRAPH ?g { ?s ?p ?o } }", ["urn:x:all"]),
        ("SELECT ?g { GRAPH ?g { <urn:x:all> ?p ?o } }", ["urn:x:one", "urn:x:two"]),
        ("SELECT DISTINCT ?s { ?s ?p ?from } # FROM <urn:x:one>", ["urn:x:all", "urn:x:one", "urn:x:two"]),
        ("SELECT DISTINCT ?s { ?s ?p 'o' FILTER('FROM' != ?s) }", ["urn:x:all", "urn:x:one", "urn:x:two"]),
    ],
)
def test_a_query_is_asked_of_the_graphs_that_it_names(query: str, found: list[str]) -> None:
    with few("urn:x:one", "urn:x:two") as store:
        assert first(store.query(query)) == found


@pytest.mark.parametrize("query", ["ASK FROM <urn:x:nowhere> { ?s ?p ?o }", "ASK FROM NAMED <urn:x:one> { ?s ?p ?o }"])
def test_of_a_graph_that_is_not_there_nothing_is_true(query: str) -> None:
    with few("urn:x:one") as store:
        assert store.query(query).askAnswer is False


@pytest.mark.parametrize("query", ["DESCRIBE ?s { ?s a pv:Statement }", "CONSTRUCT WHERE { ?s a pv:Statement }"])
def test_a_graph_that_answers_is_written_with_the_prefixes(place: Path, query: str) -> None:
    with Store.read(place) as store:
        written = store.query(query).serialize(format="turtle")
    assert written is not None
    assert b"@prefix pv: <https://w3id.org/provenance-tracker/ns#> ." in written
    assert b" a " in written
    assert b"ns1:" not in written
