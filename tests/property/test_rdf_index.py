"""The index finds what reading every statement would find, and stays in line with what was added and removed."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.rdf import index as module
from provenance.rdf.index import Entry, Hit, Index

WORDS = st.frozensets(st.sampled_from("abcdefghijkl"), max_size=8)
RUNS = st.dictionaries(st.sampled_from(["r1", "r2", "r3", "r4"]), st.lists(WORDS, max_size=8), max_size=4)
FEW = settings(deadline=None, max_examples=200)


@contextmanager
def filled(runs: dict[str, list[frozenset[str]]]) -> Iterator[Index]:
    index = Index.memory()
    for run, statements in runs.items():
        index.replace((), run, entries(run, statements))
    yield index
    index.close()


def entries(run: str, statements: list[frozenset[str]]) -> list[Entry]:
    return [Entry(f"{run}-{number}", " ".join(sorted(words)), 0.5, words) for number, words in enumerate(statements)]


def expected(runs: dict[str, list[frozenset[str]]], wanted: frozenset[str]) -> set[Hit]:
    every = [(entry, run) for run, statements in runs.items() for entry in entries(run, statements)]
    return {
        Hit(entry.attribution, run, len(entry.words & wanted) / len(wanted))
        for entry, run in every
        if wanted and 5 * len(entry.words & wanted) >= 3 * len(wanted)
    }


@FEW
@given(RUNS, WORDS, st.sampled_from([0, 1, 3, 200]))
def test_every_statement_with_three_in_five_words_is_found(
    runs: dict[str, list[frozenset[str]]], wanted: frozenset[str], few: int
) -> None:
    """However early the search stops narrowing down."""
    with filled(runs) as index, patch.object(module, "FEW", few):
        found = index.find(wanted, 1000)
    assert set(found) == expected(runs, wanted)
    assert len(found) == len(set(found))
    assert [hit.coverage for hit in found] == sorted((hit.coverage for hit in found), reverse=True)


@FEW
@given(RUNS, WORDS, st.permutations(["r1", "r2", "r3", "r4"]), st.integers(1, 5))
def test_the_order_of_arrival_does_not_matter(
    runs: dict[str, list[frozenset[str]]], wanted: frozenset[str], order: list[str], limit: int
) -> None:
    with filled(runs) as one, filled({run: runs[run] for run in order if run in runs}) as other:
        assert one.find(wanted, limit) == other.find(wanted, limit)


@FEW
@given(RUNS, RUNS, WORDS)
def test_what_is_replaced_is_gone(
    before: dict[str, list[frozenset[str]]], after: dict[str, list[frozenset[str]]], wanted: frozenset[str]
) -> None:
    with filled(before) as index:
        for run in before:
            index.replace([run], None, ())
        assert index.find(wanted, 1000) == []
        for run, statements in after.items():
            index.replace([run], run, entries(run, statements))
        assert set(index.find(wanted, 1000)) == expected(after, wanted)
        assert index.runs() == set(after)
        assert index.sizes() == {run: len(statements) for run, statements in after.items() if statements}
