"""What finding a claim costs: the steps that SQLite takes, which do not depend on the machine."""

from collections.abc import Iterable
from contextlib import closing

import pytest

from provenance.rdf.index import Entry, Index

STORY = frozenset({"maren", "tarsk", "sluice", "council", "close", "bridge", "monday", "year"})
COMMON = ("council", "close", "monday", "year", "bridge")


def steps(index: Index, wanted: Iterable[str]) -> int:
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    index._connection.set_progress_handler(step, 10)
    index.find(wanted, 1000)
    index._connection.set_progress_handler(None, 0)
    return taken


def filled(others: int) -> Index:
    """Five statements of one story, among others that each share two common words with it."""
    index = Index.memory()
    said = [Entry(f"s{number}", "c", 0.5, STORY - {word}) for number, word in enumerate(COMMON)]
    for number in range(others):
        first, second = COMMON[number % 5], COMMON[(number + 1) % 5]
        said.append(Entry(f"o{number}", f"c{number}", 0.5, frozenset({first, second, f"w{number}"})))
    index.replace((), "run", said)
    return index


def test_the_cost_of_finding_a_claim_follows_its_rare_words_and_not_the_store() -> None:
    """Of the six words two may be missing: each match has one of the three names, and no other list is read."""
    wanted = STORY - {"monday", "year"}
    with closing(filled(400)) as few, closing(filled(40_000)) as many:
        assert few.find(wanted, 9) == many.find(wanted, 9)
        assert len(many.find(wanted, 1000)) == 5
        assert steps(many, wanted) <= 1.5 * steps(few, wanted)


@pytest.mark.parametrize(("wanted", "found"), [(COMMON, 5), (("council", "nowhere"), 0), (("council", "maren"), 4)])
def test_common_words_are_found_too(wanted: tuple[str, ...], found: int) -> None:
    with closing(filled(50)) as index:
        assert len(index.find(wanted, 1000)) == found
