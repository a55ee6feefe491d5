"""The whole store at a glance, counted beside the readers: it takes too long for a page to wait for it."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from provenance.rdf.stores import revision
from provenance.web.shelf import REST

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.queries.overview import Overview


@dataclass(frozen=True, slots=True)
class Counted:
    """An overview of the store in the state `revision`; `until` it is not counted anew, whatever is written."""

    overview: Overview
    revision: str
    until: float


class Glance:
    """Counts the store at `path`, once at a time. Close it when all is done."""

    def __init__(self, path: str | Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, "glance")
        self._lock = Lock()
        self._last: Counted | None = None
        self._next: Future[Counted] | None = None

    def last(self, state: str) -> Overview | None:
        """The newest that was counted, None where none was; a count of `state` begins if that is another state."""
        self._begun(state)
        return self._last.overview if self._last else None

    async def now(self, state: str) -> Overview:
        """Of `state`, or of the state that was counted a moment ago. Raises as the library does."""
        begun = self._begun(state)
        if begun is None and self._last:
            return self._last.overview
        return (await asyncio.wrap_future(begun)).overview if begun else await self.now(state)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _begun(self, state: str) -> Future[Counted] | None:
        """The count that goes on, if one does or must."""
        with self._lock:
            if self._next and not self._next.done():
                return self._next
            if self._last and (self._last.revision == state or monotonic() < self._last.until):
                return None
            self._next = self._pool.submit(self._count)
            return self._next

    def _count(self) -> Counted:
        from provenance.library import Library

        began, state = monotonic(), revision(self._path)
        with Library.open(self._path, mode="r") as library:
            overview = library.overview()
        now = monotonic()
        self._last = Counted(overview, state, now + REST * (now - began))
        return self._last
