"""A compacted store is the same in fewer bytes; it is replaced at one moment, and readers go on."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from corpus import CLAIM, STORY
from kept import faults, files, filled, quads

from provenance import Library
from provenance.errors import StoreLockedError, UsageError
from provenance.rdf.embedded import Embedded
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return filled(tmp_path / "store")


def test_it_is_the_same_and_smaller(place: Path) -> None:
    with Library.open(place) as library:
        for one in STORY[3:]:
            library.remove(one.article.key)
    before = quads(place)
    with Library.open(place) as library:
        made = library.compact()
        assert made.after < 2 / 3 * made.before
        library.add(STORY[3])
        library.remove(STORY[3].article.key)
        library.compact()
    assert quads(place) == before
    assert faults(place) == []
    assert json.loads((place / "store.json").read_text())["graph"] == "graph-3"
    assert sorted(path.name for path in place.iterdir()) == [
        "graph-3",
        "links.sqlite",
        "receipts.sqlite",
        "store.json",
        "words.sqlite",
    ]


def test_a_reader_goes_on_or_is_told_to_open_it_again(place: Path) -> None:
    with Library.open(place, mode="r") as reader, Library.open(place) as writer:
        assert len(reader.articles()) == len(STORY)
        writer.compact()
        writer.remove("ostra")
        with suppress(StoreLockedError):
            assert len(reader.articles()) == len(STORY)
        with pytest.raises(StoreLockedError) as caught:
            list(reader.query("SELECT ?s { ?s a schema:NewsArticle }").stream())
        assert str(caught.value) == f"{place}: another process rewrote it while it was read; open it again"
    with Library.open(place, mode="r") as reader:
        assert len(reader.articles()) == len(STORY) - 1


def test_the_writer_asks_what_it_has_now(place: Path) -> None:
    with Library.open(place) as library:
        held = library.dataset
        count = len(held)
        library.compact()
        assert len(list(library.query("SELECT ?s { ?s a schema:NewsArticle }").stream())) == len(STORY)
        assert len(library.dataset) == count > 0
        assert library.find(CLAIM)


def test_what_a_killed_writer_left_is_deleted(place: Path) -> None:
    """Whether it was killed before or after its files took the place of the old ones."""
    for name in ("graph-2", "graph-7"):
        (place / name).mkdir()
        (place / name / "000001.sst").write_bytes(b"what was to be forgotten")
    assert [line.partition(":")[0] for line in faults(place)] == ["graph-2", "graph-7"]
    Library.open(place).close()
    assert sorted(path.name for path in place.iterdir()) == [
        "graph",
        "links.sqlite",
        "receipts.sqlite",
        "store.json",
        "words.sqlite",
    ]
    assert faults(place) == []


def test_out_of_room_it_is_as_it_was(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = quads(place)
    with Library.open(place) as library:
        monkeypatch.setattr(Embedded, "fill", full)
        with pytest.raises(Exception, match="No space left on device"):
            library.compact()
        library.remove("ostra")
        library.add(STORY[5])
    assert {quad for quad in quads(place) if "endedAtTime" not in quad} == {
        quad for quad in before if "endedAtTime" not in quad
    }
    assert sorted(path.name for path in place.iterdir()) == [
        "graph",
        "links.sqlite",
        "receipts.sqlite",
        "store.json",
        "words.sqlite",
    ]


def test_one_who_only_reads_cannot(place: Path) -> None:
    before = files(place)
    with Library.open(place, mode="r") as library:
        for ask in (library.compact, lambda: library.forget("ostra")):
            with pytest.raises(UsageError) as caught:
                ask()
            assert str(caught.value) == f"{place}: opened for reading only: use Library.open"
    assert files(place) == before


def test_a_writer_that_opens_the_old_graph_meanwhile_opens_the_new_one(place: Path) -> None:
    """It read which graph it is just before another process replaced it."""
    real, came = Embedded.open, []

    def late(path: Path) -> Embedded:
        if not came:
            came.append(path)
            with Library.open(place) as other:
                other.compact()
        return real(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Embedded, "open", late)
        with Store.open(place) as store:
            assert len(store.runs()) == len(STORY)
    assert came == [place / "graph"]
    assert sorted(path.name for path in place.iterdir()) == [
        "graph-2",
        "links.sqlite",
        "receipts.sqlite",
        "store.json",
        "words.sqlite",
    ]
