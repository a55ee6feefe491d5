"""Answers that are kept: by their states, within bounds, made once, and known again by a browser."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from explorer import OWN

from provenance import Library
from provenance.errors import NotFoundError
from provenance.web import addresses, shelf
from provenance.web.kept import Kept
from provenance.web.shelf import Desk, Shelf

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from starlette.testclient import TestClient


def test_the_last_asked_for_are_kept_within_bounds() -> None:
    kept = Kept(10)
    kept.put("a", b"12345")
    kept.put("b", b"12345")
    assert kept.get("a") == b"12345"
    kept.put("c", b"1")
    assert [kept.get(name) for name in "abc"] == [b"12345", None, b"1"]
    kept.put("c", b"1234567890")
    assert [kept.get(name) for name in "abc"] == [None, None, b"1234567890"]
    kept.put("d", b"12345678901")
    assert [kept.get(name) for name in "abcd"] == [None] * 4


def running(work: Coroutine[object, object, bytes | list[bytes]]) -> bytes | list[bytes]:
    """In a thread of its own: a browser that other tests drive has a loop running in theirs."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "store") as library:
        library.add(STORY[0])
    return tmp_path / "store"


def test_a_page_is_made_once_for_all_who_ask_for_it_and_for_each_state(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST", 0.0)
    readers, made = Shelf(store, lambda _: None), []

    def make(desk: Desk) -> bytes:
        sleep(0.05)
        made.append(desk)
        return str(len(desk.library.articles())).encode()

    async def ask() -> list[bytes]:
        return list(await asyncio.gather(*(readers.page("articles", make) for _ in range(20))))

    assert running(ask()) == [b"1"] * 20
    assert running(ask()) == [b"1"] * 20
    assert len(made) == 1
    with Library.open(store) as library:
        library.add(STORY[1])
    assert running(ask()) == [b"2"] * 20
    assert len(made) == 2
    readers.close()


def test_one_who_goes_away_takes_the_page_from_nobody(store: Path) -> None:
    readers = Shelf(store, lambda _: None)

    def make(_: Desk) -> bytes:
        sleep(0.2)
        return b"page"

    async def ask() -> bytes:
        first = asyncio.ensure_future(readers.page("page", make))
        await asyncio.sleep(0.05)
        second = asyncio.ensure_future(readers.page("page", make))
        await asyncio.sleep(0.05)
        first.cancel()
        return await second

    assert running(ask()) == b"page"
    readers.close()


def test_what_went_wrong_is_not_kept(store: Path) -> None:
    readers, asked = Shelf(store, lambda _: None), []

    def make(desk: Desk) -> bytes:
        asked.append(desk)
        raise NotFoundError("nothing")

    for _ in range(2):
        with pytest.raises(NotFoundError):
            running(readers.page("page", make))
    assert len(asked) == 2
    readers.close()


def test_a_browser_is_told_that_nothing_changed_until_something_did(writable: TestClient) -> None:
    [row, *_] = writable.get("/api/claims").json()["rows"]
    claim = addresses.address(row["id"])
    for path in (claim, "/articles", f"{claim}/chain.svg"):
        first = writable.get(path)
        tag = first.headers["etag"]
        again = writable.get(path, headers={"if-none-match": f'"other", W/{tag}'})
        assert (again.status_code, again.content) == (304, b"")
        assert "default-src 'none'" in again.headers["content-security-policy"]
        assert writable.get(path, headers={"if-none-match": '"other"'}).content == first.content
    tag = writable.get("/articles").headers["etag"]
    told = {"text": "“The weir will hold,” Ada Brunt said.", "do": "store"}
    assert writable.post("/read", data=told, headers=OWN).status_code == 200
    assert writable.get("/articles", headers={"if-none-match": tag}).status_code == 200
