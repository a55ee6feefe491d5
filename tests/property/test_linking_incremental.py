"""What is concluded across articles is the same whatever the order in which they came, and after a coming and going."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from corpus import STORY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from provenance import Library
from provenance.candidates import Candidates, candidates, components, shared_keys
from provenance.encoder.encoded import Encoded
from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meanings
from provenance.extraction.rules import Rules
from provenance.iris import article_iri, run_iri, snapshot_iri
from provenance.linking import prepared
from provenance.linking.batch import linked
from provenance.linking.clustering import clusters
from provenance.linking.incremental import IncrementalLinker
from provenance.model import Article, LinkKind, Reading
from provenance.rdf import inferred
from provenance.rdf.mapping.links import link_quads, links
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import INFERRED, PV
from provenance.readers import Skipped, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FEW = 2
"""First holders of a key: so few that keys change hands."""
MOST = 4
"""Statements of a part: so few that parts are cut, and cut again."""


DAM = (
    Article("dam", "The Harl dam is cracked and leaks, engineer Ilse Maren said on Monday.", published="2031-02-03"),
    Article("leak", "“The Harl dam leaks,” Maren said. The cracked dam is old, she said.", published="2031-02-04"),
)
"""Someone under two names."""


@cache
def encoded(text: str) -> Encoded:
    return encoder().encode(text)


def vectored(reading: Reading) -> tuple[Reading, NDArray[np.float32]]:
    return reading, meanings(encoded(reading.article.text), reading.attributions)


@cache
def corpus() -> tuple[Reading, ...]:
    found = [item.article for item in read(EXAMPLES) if not isinstance(item, Skipped)]
    return (*map(Rules().read, [*found, *DAM]), *STORY)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "encoder", lambda threads: SimpleNamespace(encode=encoded))  # noqa: ARG005
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


KINDS = {LinkKind.SAME_CLAIM, LinkKind.SAME_AGENT, LinkKind.COPY, LinkKind.SHARED_QUOTE}


@pytest.mark.parametrize(
    ("gone", "most", "kinds"),
    [((), MOST, KINDS), (range(0, 99, 7), MOST, {LinkKind.SAME_CLAIM}), ((), 400, {*KINDS, LinkKind.REPORT})],
)
def test_as_all_articles_at_once(
    gone: Sequence[int], most: int, kinds: set[LinkKind], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "MOST", most)
    with Library.memory() as library:
        for reading in corpus():
            library.add(reading)
        left = [reading for number, reading in enumerate(corpus()) if number not in gone]
        for reading in set(corpus()).difference(left):
            library.remove(reading.article.key)
        whole = linked(map(vectored, left), first=FEW)
        made = {claim: set(inferred.passages_of(library._store._graph, claim)) for claim in whole.claims}
        quads = library._store.quads(INFERRED)
        named = {str(quad.object.value) for quad in quads if quad.predicate.value == PV.expresses}
        assert set(library.links()) == {again for link in whole.links for again in links(link_quads(link))}
        assert made == {claim: set(map(library._store._passage, those)) for claim, those in whole.claims.items()}
        assert named == set(whole.claims)
        assert {link.kind for link in whole.links} >= kinds


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


@SLOW
@given(st.data())
def test_however_many_at_a_time(data: st.DataObject) -> None:
    """Also where one is read anew before it was joined, or is gone before; and however few of their claims at once."""
    together = data.draw(st.integers(2, 9))
    at_once = data.draw(st.sampled_from([1, 5, 20, 2000]))
    again = data.draw(st.sets(st.sampled_from(range(len(corpus())))))
    with Store.memory() as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(components, "AT_ONCE", at_once)
        linker = IncrementalLinker(store, Candidates.memory(), together=together)
        for number, reading in enumerate(corpus()):
            older = replace(reading, extractor=replace(reading.extractor, version="0"), attributions=())
            for one in (older, reading) if number in again else (reading,):
                store.add(one)
                linker.put(run_iri(snapshot_iri(one.article), one.extractor), one)
        gone = corpus()[data.draw(st.sampled_from(range(len(corpus()))))]
        store.remove(article_iri(gone.article))
        linker.part(article_iri(gone.article))
        store.add(gone)
        linker.put(run_iri(snapshot_iri(gone.article), gone.extractor), gone)
        linker.close()
        assert {str(quad) for quad in store.quads(INFERRED)} == all_at_once()
