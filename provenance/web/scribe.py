"""Whoever writes to the store, or reads a text that was given: one thing at a time, beside the readers."""

from __future__ import annotations

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from provenance.errors import InputError
from provenance.iris import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from provenance.ingest import Extracted, Ingested
    from provenance.library import Library
    from provenance.readers import Skipped

T = TypeVar("T")

LONGEST = 60
"""Characters of a file's name."""
FIELDS = ("title", "publisher", "published", "byline", "url", "language")
"""What is told of a pasted text, as the readers have it (`readers.jsonlines`)."""


class Scribe:
    """Of the store at `path`; `threads` are those of the encoder, `extractor` reads. Close it when all is done."""

    def __init__(self, path: Path, extractor: str, threads: int = 1) -> None:
        self._path = path
        self._extractor = extractor
        self._threads = threads
        self._pool = ThreadPoolExecutor(1, "scribe")

    async def write(self, work: Callable[[Library], T]) -> T:
        """What `work` does with the store, open for writing. Raises as the library does."""
        return await self._run(lambda: self._written(work))

    async def extract(self, document: Document) -> list[Extracted]:
        """What a text attributes to whom; nothing is stored. Raises InputError where nothing of it can be read."""
        from provenance.ingest import extract

        def work() -> list[Extracted]:
            with document.in_a_file() as path:
                return _read(list(extract(path, self._extractor, threads=self._threads)))

        return await self._run(work)

    async def store(self, document: Document) -> list[Ingested]:
        """Keep a text. Raises as `extract`, and as the library does."""

        def work(library: Library) -> list[Ingested]:
            with document.in_a_file() as path:
                return _read(list(library.ingest(path, self._extractor)))

        return await self.write(work)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _written(self, work: Callable[[Library], T]) -> T:
        from provenance.library import Library

        with Library.open(self._path, threads=self._threads) as library:
            return work(library)


class Document:
    """An article as it was given: the name of a file, and its bytes."""

    def __init__(self, name: str, content: bytes) -> None:
        self._name = _plain(name)
        self._content = content

    @classmethod
    def pasted(cls, text: str, told: Mapping[str, str]) -> Document:
        """A text, with what is `told` of it (`FIELDS`). Raises InputError where there is none."""
        if not text.strip():
            raise InputError("there is no text: paste one, or choose a file")
        known = {name: value.strip() for name in FIELDS if (value := told.get(name, "")).strip()}
        record = {"id": f"pasted-{digest(text)[:8]}", "text": text.replace("\r\n", "\n"), **known}
        return cls("pasted.jsonl", json.dumps(record).encode())

    @contextmanager
    def in_a_file(self) -> Iterator[Path]:
        """In a folder of its own, which is gone afterwards."""
        with TemporaryDirectory(prefix="provenance-") as folder:
            path = Path(folder) / self._name
            path.write_bytes(self._content)
            yield path


def _plain(name: str) -> str:
    """The name of a file without its folder, and without what a file system could take for more than a name."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[^\w.-]", "_", last)[-LONGEST:].lstrip(".") or "text.txt"


def _read(items: list[T | Skipped]) -> list[T]:
    from provenance.readers import Skipped

    found = [item for item in items if not isinstance(item, Skipped)]
    if not found:
        reasons = "; ".join(item.reason for item in items if isinstance(item, Skipped))
        raise InputError(reasons or "there is no article in it: give text, HTML or JSON Lines")
    return found
