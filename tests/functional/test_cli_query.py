"""SPARQL from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command import run

if TYPE_CHECKING:
    from pathlib import Path


def test_ask_is_answered_in_words_and_in_the_exit_code(store: Path) -> None:
    assert run("query", "ASK { ?one schema:name 'Piet Lorrimer' }", "--store", store)[:2] == (0, "true\n")
    assert run("query", "ASK { ?one schema:name 'Nobody' }", "--store", store)[:2] == (1, "false\n")


def test_construct_is_answered_in_turtle(store: Path) -> None:
    import rdflib

    answer = run("query", "CONSTRUCT { ?s schema:name ?o } { ?s a schema:Person ; schema:name ?o }", "--store", store)
    graph = rdflib.Graph().parse(data=answer.out, format="turtle")
    assert "Piet Lorrimer" in map(str, graph.objects())
    assert answer.code == 0


def test_a_query_is_read_from_standard_input(store: Path) -> None:
    answer = run("query", "-", "--store", store, stdin="SELECT (1 AS ?one) {}")
    assert answer.out == "one\n1\n"
