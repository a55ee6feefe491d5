"""A query reads the store and nothing else: no server is asked, however SERVICE is hidden, and nothing is changed."""

from __future__ import annotations

from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from corpus import STORY
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.rdf.sparql import SERVICE, check
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

HIDDEN = (
    "{{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
    "{{ service silent <{at}> {{ ?s ?p ?o }} }}",
    "{{ SERVICE#\n<{at}>#\n{{ ?s ?p ?o }} }}",
    "{{ BIND(1 AS ?a) FILTER(?a<2)SERVICE#>\n<{at}> {{ ?x ?y ?z }} }}",
    "{{ OPTIONAL {{ ?s <a:\\u0041'> ?o }} SERVICE <{at}> {{ ?x ?y ?z }} OPTIONAL {{ ?q <a:\\u0041'> ?r }} }}",
    "{{ {{}} UNION {{ ?s ?p 1SERVICE<{at}>{{ ?x ?y ?z }} }} SERVICESILENT<{at}>{{ ?x ?y ?z }} }}",
    "{{ ?s ?p 1SERVICE<{at}>{{ ?x ?y ?z }} }}",
    "{{ ?s ?p trueSERVICE<{at}>{{ ?x ?y ?z }} }}",
    '{{ ?s ?p "x"SERVICE<{at}>{{ ?x ?y ?z }} }}',
    "{{ ?s ?p 1.SERVICE<{at}>{{ ?x ?y ?z }} }}",
    "{{ ?s ?p a:.SERVICE<{at}>{{ ?x ?y ?z }} }}",
    "{{ SERVICEa:b{{ ?x ?y ?z }} }}",
    "{{ SERVICE a:b\\'c {{ ?x ?y ?z }} }}",
    "{{ SERVICE : {{ ?x ?y ?z }} }}",
    "{{ VALUES ?at {{ <{at}> }} SERVICE ?at {{ ?x ?y ?z }} }}",
    "{{ SELECT * {{ GRAPH ?g {{ SERVICE <{at}> {{ ?x ?y ?z }} }} }} }}",
)
PREFIXES = "PREFIX a: <{at}> PREFIX : <{at}>\n"
HARMLESS = (
    'SELECT ?service ?x { ?service ?x ?o FILTER(CONTAINS(STR(?o), "service a:b")) }',
    "SELECT * { ?s pv:service ?service } # SERVICE <x:y>",
    'SELECT * { ?s ?p "SERVICE to the island: {closed}" }',
    "SELECT ?my_service ?other { ?my_service ?p ?other }",
)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.memory() as store:
        store.add(STORY[0])
        yield store


@pytest.mark.parametrize("pattern", HIDDEN)
def test_no_server_is_asked(pattern: str, server: tuple[str, list[str]], store: Store) -> None:
    address, asked = server
    with pytest.raises(UsageError, match=r"SERVICE would fetch from the network; leave it out$"):
        store.query(PREFIXES.format(at=address) + "SELECT * " + pattern.format(at=address))
    assert asked == []


@pytest.mark.parametrize("form", ["FROM <{at}>", "FROM NAMED <{at}>"])
def test_no_graph_is_fetched(form: str, server: tuple[str, list[str]], store: Store) -> None:
    address, asked = server
    assert list(store.query(f"SELECT * {form.format(at=address)} {{ GRAPH <{address}> {{ ?s ?p ?o }} }}")) == []
    assert asked == []


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_speaks_of_a_service_is_asked(text: str, store: Store) -> None:
    list(store.query(text))


@pytest.mark.parametrize(
    "update",
    [
        "DROP ALL",
        "# only a comment\nPREFIX a: <b:> delete where { ?s ?p ?o }",
        "BASE <x:y> INSERT DATA { <a> <b> <c> }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR SILENT ALL",
        "WITH <x:y> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ASK {} ; DROP ALL",
        "SELECT * {} DELETE WHERE { ?s ?p ?o }",
        "\\u0044ROP ALL",
    ],
)
def test_nothing_is_changed(update: str, store: Store) -> None:
    before = len(list(store.quads()))
    with pytest.raises(UsageError):
        store.query(update)
    assert len(list(store.quads())) == before > 0


PIECES = st.sampled_from(
    "SERVICE service SILENT <http://127.0.0.1:9/> ?v a:b : { } {?x?y?z} # \n \t ' \" \\ ( ) . ; 1 true "
    "<1)SERVICE#> a:. ?s ?p ?o <a:\\u0041'> FILTER(1<1)".split(" ")
)


@settings(deadline=None, max_examples=500)
@given(st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join))
def test_whatever_passes_asks_no_server(text: str) -> None:
    """The engine itself says so: it refuses this port, which it would not come to."""
    asked = f"PREFIX a: <http://127.0.0.1:9/> PREFIX : <http://127.0.0.1:9/> SELECT * {{ {text} }}"
    with suppress(UsageError, SyntaxError):
        check(asked)
        list(pyoxigraph.Store().query(asked))


def test_a_search_takes_no_long_time() -> None:
    begun = perf_counter()
    for piece in ("SERVICE ", "SERVICE<", "SERVICE#\n", "SERVICE\n" * 9):
        assert SERVICE.search(piece * 2_000) is None
    assert perf_counter() - begun < 5
