"""The index finds what reading every statement would find, and stays in line with what was added and removed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.iris import claim_iri
from provenance.rdf import blocks, lists
from provenance.rdf import index as module
from provenance.rdf.index import Entry, Hit, Index

WIDEST = frozenset("abcdefghijkl")
WORDS = st.frozensets(st.sampled_from(sorted(WIDEST)), max_size=8)
RUNS = st.dictionaries(st.sampled_from(["r1", "r2", "r3", "r4"]), st.lists(WORDS, max_size=8), max_size=4)
SIZES = st.fixed_dictionaries(
    {
        "FEW": st.sampled_from([0, 1, 3, 200]),
        "MANY": st.sampled_from([0, 2, 99]),
        "LOOKUP": st.sampled_from([0, 1, 99]),
    }
)
COUNTED = st.sampled_from([1, 2, 9])
BLOCKS = st.sampled_from([1, 3, 99])
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


def expected(runs: dict[str, list[frozenset[str]]], wanted: frozenset[str]) -> list[Hit]:
    """Every statement read: those with most of the words first, then those whose words fewest have, then by name."""
    every = [(entry, run) for run, statements in runs.items() for entry in entries(run, statements)]
    holders = Counter(word for entry, _ in every for word in entry.words)

    def rank(found: tuple[Entry, str]) -> tuple[int, float, str]:
        common = found[0].words & wanted
        rarity = sum(1 / min(holders[word], module.COUNTED) for word in sorted(common))
        return -len(common), -rarity, found[0].attribution

    matching = [one for one in every if wanted and 5 * len(one[0].words & wanted) >= 3 * len(wanted)]
    return [
        Hit(entry.attribution, run, len(entry.words & wanted) / len(wanted))
        for entry, run in sorted(matching, key=rank)
    ]


@FEW
@given(RUNS, WORDS, SIZES, COUNTED, BLOCKS, st.sampled_from([1, 3, 1000]))
def test_every_statement_with_three_in_five_words_is_found_and_ranked(
    runs: dict[str, list[frozenset[str]]],
    wanted: frozenset[str],
    sizes: dict[str, int],
    counted: int,
    block: int,
    limit: int,
) -> None:
    """However early the search stops narrowing down, in blocks of whatever size."""
    with (
        patch.multiple(lists, **sizes),
        patch.object(module, "COUNTED", counted),
        patch.object(blocks, "BLOCK", block),
        filled(runs) as index,
    ):
        assert index.find(wanted, limit) == expected(runs, wanted)[:limit]


@FEW
@given(RUNS, WORDS, st.permutations(["r1", "r2", "r3", "r4"]), st.integers(1, 5))
def test_the_order_of_arrival_does_not_matter(
    runs: dict[str, list[frozenset[str]]], wanted: frozenset[str], order: list[str], limit: int
) -> None:
    with filled(runs) as one, filled({run: runs[run] for run in order if run in runs}) as other:
        assert one.find(wanted, limit) == other.find(wanted, limit)


@FEW
@given(RUNS, RUNS, WORDS, BLOCKS)
def test_what_is_replaced_is_gone(
    before: dict[str, list[frozenset[str]]], after: dict[str, list[frozenset[str]]], wanted: frozenset[str], block: int
) -> None:
    with patch.object(blocks, "BLOCK", block), filled(before) as index:
        gone = before.keys() - after.keys()
        index.replace(gone, None, ())
        left = {run: statements for run, statements in before.items() if run not in gone}
        assert index.find(wanted, 1000) == expected(left, wanted)
        for run, statements in after.items():
            index.replace([run], run, entries(run, statements))
        assert index.find(wanted, 1000) == expected(after, wanted)
        assert index.runs() == set(after)
        assert index.sizes() == {run: len(statements) for run, statements in after.items() if statements}
        near = index.near(WIDEST, 1000)
        every = [words for statements in after.values() for words in statements]
        assert near.statements == len(every)
        assert near.holders == {word: sum(word in words for words in every) for word in WIDEST}


@FEW
@given(RUNS)
def test_a_claim_leads_to_the_statement_that_names_it_and_to_those_of_the_same_words(
    runs: dict[str, list[frozenset[str]]],
) -> None:
    every = [entry for run, statements in runs.items() for entry in entries(run, statements)]
    with filled(runs) as index:
        for one in every:
            assert index.naming(claim_iri(one.attribution)) == one.attribution
            alike = sorted(other.attribution for other in every if other.wording == one.wording)
            assert [hit.attribution for hit in index.alike(claim_iri(one.attribution))] == alike
        assert index.naming(claim_iri("gone")) is None
        assert index.alike(claim_iri("gone")) == []


SETS = st.lists(st.frozensets(st.integers(0, 70), max_size=20), max_size=9)


@FEW
@given(SETS, st.integers(1, 10))
def test_the_blocks_that_most_sets_have_are_those_counted_one_by_one(sets: list[frozenset[int]], least: int) -> None:
    with patch.object(blocks, "BLOCK", 1):
        found = blocks.common(map(blocks.of, sets), least)
    counts = Counter(block for each in sets for block in each)
    assert list(blocks.numbers(found)) == sorted(block for block, count in counts.items() if count >= least)


@FEW
@given(st.sets(st.integers(0, 999), min_size=1))
def test_sets_of_blocks_come_back_from_their_bytes(entries: set[int]) -> None:
    found = blocks.of(entries)
    first, held = blocks.packed(found)
    assert blocks.unpacked(first, held) == found
    assert len(held) <= (max(entries) - min(entries)) // blocks.BLOCK // 8 + 2
