"""What is concluded across articles is the same whatever the order in which they came, and after a coming and going."""

from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from corpus import STORY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import Library
from provenance.candidates import candidates, shared_keys
from provenance.encoder.encoded import Encoded
from provenance.encoder.encoder import encoder
from provenance.extraction.rules import Rules
from provenance.iris import link_iri
from provenance.linking import incremental
from provenance.linking.clustering import clusters
from provenance.linking.clustering.grouping import grouping
from provenance.model import LinkKind, Reading
from provenance.rdf import inferred
from provenance.rdf.vocabulary import INFERRED, PV
from provenance.readers import Skipped, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FEW = 2
"""First holders of a key: so few that keys change hands."""
MOST = 4
"""Statements of a part: so few that parts are cut, and cut again."""


@cache
def encoded(text: str) -> Encoded:
    return encoder().encode(text)


@cache
def corpus() -> tuple[Reading, ...]:
    found = [item.article for item in read(EXAMPLES) if not isinstance(item, Skipped)]
    return (*map(Rules().read, found), *STORY)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "encoder", lambda threads: SimpleNamespace(encode=encoded))  # noqa: ARG005
    monkeypatch.setattr(candidates, "SharedKeys", partial(shared_keys.SharedKeys, first=FEW))
    monkeypatch.setattr(clusters, "MOST", MOST)


def concluded(library: Library) -> set[str]:
    return {str(quad) for quad in library._store.quads(INFERRED)}


@cache
def all_at_once() -> set[str]:
    with Library.memory() as library:
        for reading in corpus():
            library.add(reading)
        return concluded(library)


def regrouped(library: Library) -> tuple[dict[str, set[str]], set[str]]:
    """Claims, and links of one claim, as grouping all statements at once gives them."""
    connection = library._linker().candidates._connection
    iris = dict(connection.execute("SELECT id, iri FROM statements"))
    days = dict(connection.execute("SELECT s.iri, nullif(day, -1) FROM statements s JOIN articles a ON a.id = article"))
    pairs = {
        (iris[one], iris[other]): share
        for one, other, share in connection.execute("SELECT * FROM pairs")
        if iris[one] < iris[other]
    }
    found = grouping(days, pairs)
    passages = {claim: set(map(library._store._passage, made)) for claim, made in found.claims.items()}
    return passages, {link_iri(link) for link in found.links}


def test_as_all_statements_at_once() -> None:
    with Library.memory() as library:
        for reading in corpus():
            library.add(reading)
        for gone in corpus()[::7]:
            library.remove(gone.article.key)
        claims, links = regrouped(library)
        held = {link_iri(link) for link in library.links() if link.kind is LinkKind.SAME_CLAIM}
        made = {claim: set(inferred.passages_of(library._store._graph, claim)) for claim in claims}
        quads = library._store.quads(INFERRED)
        named = {str(quad.object.value) for quad in quads if quad.predicate.value == PV.expresses}
    assert (made, held, named) == (claims, links, set(claims))


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
