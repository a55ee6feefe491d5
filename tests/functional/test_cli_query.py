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


def test_a_query_that_takes_too_long_ends_with_one_line(store: Path) -> None:
    everything = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    answer = run("query", everything, "--timeout", 0.5, "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "not answered within 0.5 seconds" in answer.err


def test_rows_that_are_left_out_are_told_of(store: Path) -> None:
    answer = run("query", "SELECT ?s { ?s ?p ?o }", "--limit", 2, "--format", "csv", "--store", store)
    assert (answer.code, len(answer.out.splitlines())) == (0, 3)
    assert answer.err == "provenance: only the first 2 are given, there may be more: see --limit\n"
    assert run("query", "SELECT (1 AS ?one) {}", "--limit", 1, "--store", store).err == ""


def test_constructed_triples_bear_the_prefixes(store: Path) -> None:
    out = run("query", "DESCRIBE ?s { ?s a pv:Statement }", "--limit", 50, "--store", store).out
    assert "@prefix pv:" in out
    assert "pv:Statement" in out
