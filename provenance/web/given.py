"""What is given to be read: a text, a file, or the address of a page."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.fetching import is_address
from provenance.fetching.web import check_extra
from provenance.iris import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 60
"""Characters of a file's name."""
FIELDS = ("title", "publisher", "published", "byline", "url", "language")
"""What is told of a pasted text, as the readers have it (`readers.jsonlines`)."""


class Address:
    """Of a page, which is fetched where it is read."""

    def __init__(self, address: str) -> None:
        self.address = address

    @classmethod
    def pasted(cls, text: str) -> Address | None:
        """None where `text` is more than an address."""
        words = text.split()
        return cls(words[0]) if len(words) == 1 and is_address(words[0]) else None

    @contextmanager
    def source(self) -> Iterator[str]:
        """Raises MissingExtraError where nothing can be fetched."""
        check_extra()
        yield self.address


class Document:
    """An article as it was given: the name of a file, and its bytes."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = _plain(name)
        self.content = content

    @classmethod
    def pasted(cls, text: str, told: Mapping[str, str]) -> Document:
        """A text, with what is `told` of it (`FIELDS`). Raises InputError where there is none."""
        if not text.strip():
            raise InputError("there is no text: paste one, or choose a file")
        known = {name: value.strip() for name in FIELDS if (value := told.get(name, "")).strip()}
        record = {"id": f"pasted-{digest(text)[:8]}", "text": text.replace("\r\n", "\n"), **known}
        return cls("pasted.jsonl", json.dumps(record).encode())

    @contextmanager
    def source(self) -> Iterator[Path]:
        """A file in a folder of its own, which is gone afterwards."""
        with TemporaryDirectory(prefix="provenance-") as folder:
            path = Path(folder) / self.name
            path.write_bytes(self.content)
            yield path


def _plain(name: str) -> str:
    """The name of a file without its folder, and without what a file system could take for more than a name."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[^\w.-]", "_", last)[-LONGEST:].lstrip(".") or "text.txt"
