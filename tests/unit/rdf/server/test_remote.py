"""A graph on a server: asked in batches, changed all or not at all by who holds the lease, whole where cut short."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from corpus import CLAIM, STORY
from graph_servers import Own, own

from provenance import Library
from provenance.errors import InputError, StoreCorruptError, StoreError, StoreLockedError
from provenance.model import Extractor
from provenance.rdf import stores
from provenance.rdf.server import cache, matching, state
from provenance.rdf.server.address import address
from provenance.rdf.server.client import Client
from provenance.rdf.server.remote import Remote
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.model import Reading


STEPS = 7
"""What is begun, two graphs dropped, quads inserted, the revision taken away and given, what is begun taken away."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def site() -> Iterator[Own]:
    with own() as made:
        yield made


@pytest.fixture(params=[1000, 10])
def in_steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Own]:
    """Its updates are at `/update` as Oxigraph's are, and each operation is one by itself."""
    from provenance.rdf.server import address as addresses

    places = tuple(one._replace(manner=addresses.Manner(triples=request.param)) for one in addresses.PLACES)
    monkeypatch.setattr(addresses, "PLACES", places)
    with own("Apache-Coyote/1.1") as made:
        yield made


def kept(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.quads() if "endedAtTime" not in quad.predicate.value)


def many(count: int) -> Iterator[Reading]:
    """The story again and again, at other addresses."""
    for number in range(count):
        one = STORY[number % len(STORY)]
        yield replace(one, article=replace(one.article, url=f"https://paper-{number}.example/dam", key=f"dam-{number}"))


def test_a_trace_asks_a_few_times_however_many_articles_there_are(site: Own, tmp_path: Path) -> None:
    asked = []
    for count in (30, 300):
        with Store.open(tmp_path / str(count)) as here, stores.opened(site.address) as there:
            for one in many(count):
                here.add(one)
                there.add(one)
        with Library.open(site.address, mode="r", threads=1) as there, Library.open(tmp_path / str(count)) as here:
            before = len(site.asked)
            assert there.trace(CLAIM) == here.trace(CLAIM)
            asked.append(len(site.asked) - before)
    assert asked[0] < 30
    assert asked[1] < asked[0] + 12 * -(-300 // matching.BATCH)


def test_nothing_is_asked_twice(site: Own) -> None:
    with stores.opened(site.address) as store:
        for one in STORY:
            store.add(one)
        runs = store.runs()
        list(store.readings())
        before = len(site.asked)
        assert [store.reading(run) for run in runs] == list(store.readings())
        assert [store.is_current(run) for run in runs] == [True] * len(runs)
        assert len(site.asked) == before


@pytest.mark.parametrize("rows", [12, 13, 50])
def test_what_the_server_cuts_is_asked_in_parts(site: Own, rows: int) -> None:
    with stores.opened(site.address) as store, Store.memory() as here:
        for one in STORY:
            store.add(one)
            here.add(one)
        expected = kept(here)
        site.rows = rows
        store.home.graph._forget()  # type: ignore[attr-defined]
        assert kept(store) == expected
        assert store.runs() == here.runs()


def test_one_term_with_more_than_the_server_gives_is_an_error(site: Own) -> None:
    with stores.opened(site.address) as store:
        store.add(STORY[0])
        site.rows = 2
        store.home.graph._forget()  # type: ignore[attr-defined]
        with pytest.raises(StoreError, match="gives 2 rows at most"):
            list(store.quads())


@pytest.mark.parametrize("left", range(12))
def test_cut_short_at_any_step_it_is_the_old_or_the_new_reading(
    in_steps: Own, left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = replace(STORY[0], extractor=Extractor("by hand", "2.0"))
    with Store.open(tmp_path / "folder") as before, Store.memory() as after:
        for one in STORY[:2]:
            before.add(one)
            after.add(one)
        after.add(later)
        either = (kept(before), kept(after))
        with stores.opened(in_steps.address) as store:
            for one in STORY[:2]:
                store.add(one)
        with monkeypatch.context() as patched:
            patched.setattr(state.os, "getpid", gone)
            store = stores.opened(in_steps.address)
        in_steps.left = left
        cut = False
        try:
            store.add(later)
        except StoreError:
            cut = True
        assert cut or left >= STEPS
        dead(store)
        in_steps.left = None
        with stores.read(in_steps.address) as reader:
            seen = kept(reader)
            assert seen in either
            assert len(reader.find(CLAIM, 9)) == 2
        with stores.opened(in_steps.address) as writer:
            assert kept(writer) == seen
            assert sorted(one.run for one in writer.find(CLAIM, 9)) == writer.runs()
        with stores.read(in_steps.address) as reader:
            assert kept(reader) == seen
            assert state.read(reader.home.graph.client).begun is None  # type: ignore[attr-defined]


def test_after_a_failure_the_same_writer_goes_on(in_steps: Own) -> None:
    with stores.opened(in_steps.address) as store, Store.memory() as here:
        in_steps.left = 4
        with pytest.raises(StoreError, match="out of disk space"):
            store.add(STORY[0])
        in_steps.left = None
        for one in STORY:
            store.add(one)
            here.add(one)
        assert kept(store) == kept(here)
        assert len(store.find(CLAIM, 99)) == len(here.find(CLAIM, 99))


def gone() -> int:
    """A process that is over."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def dead(store: Store) -> None:
    """Its process is gone: nothing is written any more, and the lease is not let go."""
    graph = store.home.graph
    graph._lease._held = ""  # type: ignore[attr-defined]
    store._index.close()
    graph.client.close()  # type: ignore[attr-defined]
    store.home.cache.close()  # type: ignore[attr-defined]


def test_a_lease_ends_with_its_process_or_its_time(site: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    store = stores.opened(site.address)
    store.add(STORY[0])
    with pytest.raises(StoreLockedError, match="another process is writing to it"):
        stores.opened(site.address)
    monkeypatch.setattr(state.platform, "node", lambda: "another.example")
    with pytest.raises(StoreLockedError, match="another process is writing to it"):
        stores.opened(site.address)
    monkeypatch.undo()
    monkeypatch.setenv(cache.VARIABLE, os.environ.get(cache.VARIABLE, str(store.home.files.parent)))  # type: ignore[union-attr]
    monkeypatch.setattr(Client, "now", property(lambda _: 4e9))
    store.home.cache.unlock()  # type: ignore[attr-defined]
    with stores.opened(site.address) as other:
        other.add(STORY[1])
        monkeypatch.setattr(state, "RENEWED", 0.0)
        with pytest.raises(StoreLockedError, match="another process is writing to it"):
            store.add(STORY[2])
        assert len(other.runs()) == 2
    store.close()


def test_two_who_take_it_at_once_both_let_go(site: Own) -> None:
    one, other = Client(address(site.address)), Client(address(site.address))
    with closing(one), closing(other):
        empty = state.read(one)
        first, second = state.Lease(one), state.Lease(other)
        first.take(empty)
        with pytest.raises(StoreLockedError):
            second.take(empty)
        assert len(state.read(one).writers) == 1
        first.let_go()
        assert state.read(one).writers == ()


def test_what_another_wrote_there_is_no_lease_and_no_change(site: Own) -> None:
    with closing(Client(address(site.address))) as client:
        for said in ("{}", "null", '{"until": "x"}', "x" * 100):
            client.update(state._said("INSERT", state.WRITER, said))
        with closing(Remote.open(client)):
            pass
    with closing(Client(address(site.address))) as other:
        other.update(state._said("INSERT", state.BEGUN, "0 1 !"))
        with pytest.raises(StoreCorruptError, match="began cannot be read"):
            Remote.read(other)


def test_no_iri_gets_anything_else_into_a_query(site: Own) -> None:
    with stores.opened(site.address) as store:
        store.add(STORY[0])
        for hostile in ("urn:a> ?p ?o } } #", 'urn:x"', "urn:\n", "", "urn:{}"):
            before = len(site.asked)
            assert store.find(f"https://w3id.org/provenance-tracker/id/attribution/{hostile}", 9) == []
            assert store.claim_of(hostile) is None
            assert len(site.asked) == before or "}" not in hostile


def test_a_text_too_long_for_the_server_costs_nothing(in_steps: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    with stores.opened(in_steps.address) as store:
        store.add(STORY[0])
        manner = store.home.graph.client.address.manner._replace(literal=100)  # type: ignore[attr-defined]
        monkeypatch.setattr(
            store.home.graph.client,  # type: ignore[attr-defined]
            "address",
            replace(store.home.graph.client.address, manner=manner),  # type: ignore[attr-defined]
        )
        with pytest.raises(InputError, match="takes no text so long"):
            store.add(STORY[1])
        assert len(store.runs()) == 1
        assert len(store.find(CLAIM, 9)) == 1


def test_the_cache_may_be_lost(site: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stores.opened(site.address) as store:
        for one in STORY:
            store.add(one)
        found = store.find(CLAIM, 99)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "elsewhere"))
    with stores.read(site.address) as reader:
        assert reader.find(CLAIM, 99) == found
    before = len(site.asked)
    with stores.read(site.address) as reader:
        assert reader.find(CLAIM, 99) == found
    assert len(site.asked) - before == 1
