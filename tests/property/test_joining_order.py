"""What is concluded across articles is the same whatever the order in which they came, and after a coming and going."""

from functools import cache, partial
from pathlib import Path

import pytest
from corpus import STORY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import Library, joining
from provenance.extraction import meaning
from provenance.extraction.rules import Rules
from provenance.linking import meeting, neighbours
from provenance.model import Reading
from provenance.rdf.vocabulary import INFERRED
from provenance.readers import Skipped, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FEW = 2
"""First holders of a key: so few that keys change hands."""


MEANINGS = cache(meaning.meanings)


@cache
def corpus() -> tuple[Reading, ...]:
    found = [item.article for item in read(EXAMPLES) if not isinstance(item, Skipped)]
    return (*map(Rules().read, found), *STORY)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "meanings", MEANINGS)
    monkeypatch.setattr(neighbours, "Meeting", partial(meeting.Meeting, first=FEW))


def concluded(library: Library) -> set[str]:
    return {str(quad) for quad in library._store.quads(INFERRED)}


@cache
def all_at_once() -> set[str]:
    with Library.memory() as library:
        for reading in corpus():
            library.add(reading)
        return concluded(library)


SLOW = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(st.permutations(range(20)))
def test_any_order(order: list[int]) -> None:
    readings = corpus()
    with Library.memory() as library:
        for number in order:
            if number < len(readings):
                library.add(readings[number])
        for reading in readings[20:]:
            library.add(reading)
        assert concluded(library) == all_at_once()


@SLOW
@given(st.data())
def test_added_removed_and_added_again(data: st.DataObject) -> None:
    readings = corpus()
    gone = data.draw(st.sets(st.sampled_from(range(len(readings))), max_size=4))
    with Library.memory() as library:
        for reading in readings:
            library.add(reading)
        for number in gone:
            library.remove(readings[number].article.key)
        for number in gone:
            library.add(readings[number])
        assert concluded(library) == all_at_once()


def test_what_is_removed_leaves_nothing() -> None:
    with Library.memory() as library:
        for reading in corpus():
            library.add(reading)
        for reading in corpus():
            library.remove(reading.article.key)
        assert concluded(library) == set()
        assert library.info().quads == 0
