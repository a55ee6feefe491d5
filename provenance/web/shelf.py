"""The store, open for reading: a few threads, each with a library of its own, opened anew once the store moved on."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from provenance.errors import StoreLockedError
from provenance.rdf.stores import revision
from provenance.web.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from provenance.library import Library
    from provenance.queries.overview import Overview

T = TypeVar("T")

READERS = 4
"""Threads that read the store."""
REST = 10.0
"""A library is kept for so many times as long as opening it took, whatever was written meanwhile."""
LEAST, MOST = 1.0, 10.0
"""Seconds that it is kept so at the least, and at the most."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open library, and what was worked out of the same state of the store by any of its kind.

    `glance` gives the overview of a revision, if it is there already.
    """

    library: Library
    revision: str
    glance: Callable[[str], Overview | None]
    found: dict[Hashable, object] = field(default_factory=dict)

    def once(self, name: Hashable, work: Callable[[Library], T]) -> T:
        """What `work` makes of the library: worked out once for each state of the store."""
        if name not in self.found:
            self.found[name] = work(self.library)
        return self.found[name]  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Opened:
    desk: Desk
    opened: float
    until: float


class Shelf:
    """Readers of the store at `path`; `glance` is for `Desk`, `threads` are the encoder's. Close it at the end."""

    def __init__(self, path: str | Path, glance: Callable[[str], Overview | None], threads: int = 1) -> None:
        self.path = path
        self._glance = glance
        self._renewed = 0.0
        self.threads = threads
        self._free: SimpleQueue[_Opened] = SimpleQueue()
        self._pool = ThreadPoolExecutor(READERS, "reader")
        self._lock = Lock()
        self._found: tuple[str, dict[Hashable, object]] = ("", {})
        self._kept = Kept()
        self._made: dict[Hashable, asyncio.Future[bytes]] = {}

    async def ask(self, question: Callable[[Desk], T]) -> T:
        """As `answer`, in one of the threads that read."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.answer, question)

    async def page(self, name: Hashable, make: Callable[[Desk], bytes]) -> bytes:
        """What `make` makes: once for each state of the store, and once for all who ask for it at the same time."""
        asked = (name, self._renewed)
        if asked not in self._made:
            self._made[asked] = asyncio.ensure_future(self.ask(partial(self._page, name, make)))
            self._made[asked].add_done_callback(lambda _: self._made.pop(asked))
        return await asyncio.shield(self._made[asked])

    def renew(self) -> None:
        """From now on show what is in the store now, as something was just written here."""
        self._renewed = monotonic()

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        while True:
            try:
                self._free.get_nowait().desk.library.close()
            except Empty:
                return

    def answer(self, question: Callable[[Desk], T]) -> T:
        """What `question` comes to.

        Where another process rewrote what was being read, the store is opened anew, once. Raises as the library does:
        StoreLockedError where that is of no use, StoreError where the store cannot be read.
        """
        opened = self._take()
        try:
            found = question(opened.desk)
        except StoreLockedError:
            opened.desk.library.close()
            opened = self._open()
            found = _again(opened.desk, question)
        except BaseException:
            self._free.put(opened)
            raise
        self._free.put(opened)
        return found

    def _page(self, name: Hashable, make: Callable[[Desk], bytes], desk: Desk) -> bytes:
        found = self._kept.get((desk.revision, name))
        if found is None:
            found = make(desk)
            self._kept.put((desk.revision, name), found)
        return found

    def _take(self) -> _Opened:
        try:
            opened = self._free.get_nowait()
        except Empty:
            return self._open()
        is_kept = opened.opened > self._renewed and monotonic() < opened.until
        if is_kept or opened.desk.revision == opened.desk.library.revision:
            return opened
        opened.desk.library.close()
        return self._open()

    def _open(self) -> _Opened:
        from provenance.library import Library

        began, state = monotonic(), revision(self.path)
        library = Library.open(self.path, mode="r", threads=self.threads)
        took = monotonic() - began
        desk = Desk(library, state, self._glance, self._worked_out(state))
        return _Opened(desk, began, began + took + min(MOST, max(LEAST, REST * took)))

    def _worked_out(self, state: str) -> dict[Hashable, object]:
        """Shared by all that read the same state; what was known of another is forgotten."""
        with self._lock:
            if self._found[0] != state:
                self._found = (state, {})
            return self._found[1]


def _again(desk: Desk, question: Callable[[Desk], T]) -> T:
    try:
        return question(desk)
    except BaseException:
        desk.library.close()
        raise
