"""Whoever writes to the store, or reads a text that was given: one thing at a time, beside the readers."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from provenance.errors import InputError
from provenance.fetching import Fetching
from provenance.web.given import Document
from provenance.web.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from provenance.ingest import Extracted, Ingested
    from provenance.library import Library
    from provenance.readers import Skipped
    from provenance.web.given import Address

T = TypeVar("T")

READERS = 2
"""Texts that are read at a time without being stored."""
PAGES = 5
"""Of a feed or sitemap, the most pages that are fetched."""
AT_HAND = 32 * 2**20
"""Bytes of what was read and may yet be stored (32 MiB)."""


class Scribe:
    """Of the store at `path`; `threads` are those of the encoder, `extractor` reads. Close it when all is done.

    Addresses are fetched from the public network, and from the hosts `private`.
    """

    def __init__(
        self, path: str | Path, extractor: str, private: frozenset[str] = frozenset(), threads: int = 1
    ) -> None:
        self._path = path
        self._extractor = extractor
        self._threads = threads
        self._fetching = Fetching(PAGES, private)
        self._at_hand = Kept(AT_HAND)
        self._writer = ThreadPoolExecutor(1, "scribe")
        self._readers = ThreadPoolExecutor(READERS, "reader of texts")

    async def write(self, work: Callable[[Library], T]) -> T:
        """What `work` does with the store, open for writing. Raises as the library does."""
        return await _in(self._writer, partial(self._written, work))

    async def extract(self, given: Document | Address) -> list[Extracted]:
        """What a text attributes to whom; nothing is stored. Raises InputError where nothing of it can be read."""
        from provenance.ingest import extract

        def work() -> list[Extracted]:
            with given.source() as source:
                return _read(list(extract(source, self._extractor, threads=self._threads, fetching=self._fetching)))

        return await _in(self._readers, work)

    async def store(self, given: Document | Address) -> list[Ingested]:
        """Keep a text. Raises as `extract`, and as the library does."""

        def work(library: Library) -> list[Ingested]:
            with given.source() as source:
                return _read(list(library.ingest(source, self._extractor, fetching=self._fetching)))

        return await self.write(work)

    def lay_by(self, given: Document) -> str:
        """Keep what was read at hand for a while; by what name it is had again."""
        name = f"{secrets.token_urlsafe()}/{given.name}"
        self._at_hand.put(name, given.content)
        return name

    def laid_by(self, name: str) -> Document:
        """Raises InputError where it is no longer at hand."""
        content = self._at_hand.get(name)
        if content is None:
            raise InputError("what was read is no longer at hand: give it once more")
        return Document(name.rpartition("/")[2], content)

    def close(self) -> None:
        for pool in (self._writer, self._readers):
            pool.shutdown(cancel_futures=True)

    def _written(self, work: Callable[[Library], T]) -> T:
        from provenance.library import Library

        with Library.open(self._path, threads=self._threads) as library:
            return work(library)


async def _in(pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(pool, work)


def _read(items: list[T | Skipped]) -> list[T]:
    from provenance.readers import Skipped

    found = [item for item in items if not isinstance(item, Skipped)]
    if not found:
        reasons = "; ".join(item.reason for item in items if isinstance(item, Skipped))
        raise InputError(reasons or "there is no article in it: give text, HTML or JSON Lines")
    return found
