"""What a backup is: one ZIP file that holds the graph as N-Quads, what follows from it in SQLite, and what it is.

    backup.json    what `Contents` says, as JSON
    graph.nq       all quads (W3C, RDF 1.1 N-Quads)
    words.sqlite   the words of current statements
    links.sqlite   what articles are compared by

Members go by these names alone: no path of an archive is followed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import IO, TYPE_CHECKING

from provenance.errors import InputError, StoreVersionError
from provenance.rdf import record
from provenance.rdf.folder import LINKS, WORDS, shown

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipFile

FORMAT = 1
CONTENTS = "backup.json"
GRAPH = "graph.nq"
MEMBERS = (GRAPH, WORDS, LINKS)
MOST = 1 << 16
"""Bytes of what a backup says of itself."""


@dataclass(frozen=True, slots=True)
class Contents:
    """`store` is the format of the store, `program` the version that wrote it, `made` the time in UTC (ISO 8601).

    `hashes` are the SHA-256 of the members, in hexadecimal digits, by name.
    """

    store: int
    program: str
    made: str
    quads: int
    hashes: dict[str, str]


class Hashed:
    """A stream of bytes, and the SHA-256 of what passed through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = sha256()

    @property
    def digest(self) -> str:
        """Of all that was read or written, in hexadecimal digits."""
        return self._hash.hexdigest()

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._hash.update(data)
        return data

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        return self._stream.write(data)

    def flush(self) -> None:
        """Nothing is held back here."""


def write_contents(archive: ZipFile, contents: Contents) -> None:
    told = {"backup": "provenance", "format": FORMAT, **asdict(contents)}
    archive.writestr(CONTENTS, json.dumps(told, indent=1) + "\n")


def read_contents(archive: ZipFile, file: Path) -> Contents:
    """Raises InputError where `file` is no backup, StoreVersionError where a newer provenance wrote it."""
    name = shown(file)
    try:
        with archive.open(CONTENTS) as stream:
            told = json.loads(stream.read(MOST))
        is_ours, format_ = told.pop("backup") == "provenance", int(told.pop("format"))
        is_newer = format_ > FORMAT or told["store"] > record.FORMAT
        contents = None if is_newer else Contents(**told)
        is_whole = contents is None or set(contents.hashes) == set(MEMBERS) <= set(archive.namelist())
    except (ValueError, LookupError, TypeError, AttributeError):
        raise no_backup(file) from None
    if is_ours and contents is None:
        raise StoreVersionError(
            f"{name}: written by a newer provenance (backup format {format_} of store format {told['store']}); "
            "upgrade with 'pip install --upgrade provenance-tracker'"
        )
    if not is_ours or contents is None or not is_whole:
        raise no_backup(file)
    return contents


def no_backup(file: Path) -> InputError:
    return InputError(f"{shown(file)}: not a backup of a store; give a file that 'provenance backup' wrote")
