"""The store as readers have it: opened anew where it moved on, and once more where it was rewritten meanwhile."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from explorer import AT
from starlette.testclient import TestClient

from provenance import Library
from provenance.errors import StoreLockedError
from provenance.rdf.folder import revision
from provenance.web import shelf
from provenance.web.application import application
from provenance.web.glance import Glance
from provenance.web.shelf import Desk, Shelf

if TYPE_CHECKING:
    from pathlib import Path

REWRITTEN = StoreLockedError("another process rewrote it")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "store") as library:
        library.add(STORY[0])
    return tmp_path / "store"


def articles(desk: Desk) -> int:
    return len(desk.library.articles())


def test_a_store_that_was_rewritten_is_opened_anew_once(store: Path) -> None:
    asked: list[Library] = []

    def stale(desk: Desk) -> int:
        asked.append(desk.library)
        if len(asked) == 1:
            raise REWRITTEN
        return articles(desk)

    readers = Shelf(store, lambda _: None)
    assert readers.answer(stale) == 1
    assert asked[0] is not asked[1]
    readers.close()


def test_where_that_is_of_no_use_the_page_says_so(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Library) -> None:
        raise REWRITTEN

    monkeypatch.setattr(Library, "articles", locked)
    with TestClient(application(store), AT) as client:
        page = client.get("/articles", headers={"accept": "text/html"})
        assert page.status_code == 503
        assert page.headers["retry-after"]
        assert "another process rewrote it" in page.text
        assert client.get("/api/articles").status_code == 503
        assert client.get("/api/claims").status_code == 200


def test_what_was_written_is_seen_after_a_moment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST", 0.0)
    readers = Shelf(store, lambda _: None)
    assert readers.answer(articles) == 1
    with Library.open(store) as library:
        library.add(STORY[1])
    assert readers.answer(articles) == 2
    readers.close()


def test_what_is_dear_is_worked_out_once_for_each_state(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST", 0.0)
    readers, worked = Shelf(store, lambda _: None), []

    def work(library: Library) -> int:
        worked.append(library)
        return len(library.articles())

    def ask() -> int:
        return readers.answer(lambda desk: desk.once("articles", work))

    assert [ask(), ask()] == [1, 1]
    assert len(worked) == 1
    with Library.open(store) as library:
        library.add(STORY[1])
    assert [ask(), ask()] == [2, 2]
    assert len(worked) == 2
    readers.close()


def test_the_glance_is_counted_once_for_each_state(store: Path) -> None:
    glance = Glance(store)
    state = revision(store)
    while (counted := glance.last(state)) is None:
        sleep(0.01)
    assert counted.claims == 1
    assert glance.last(state) is counted
    assert glance.last("another state, but counted a moment ago") is counted
    glance.close()


def test_a_store_that_is_gone_is_a_page_not_a_fault(store: Path) -> None:
    with TestClient(application(store.with_name("none")), AT) as client:
        assert client.get("/articles").status_code == 503
        assert client.get("/sparql?query=ASK%20%7B%7D").status_code == 503
