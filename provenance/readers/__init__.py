"""From a file, a folder or standard input to articles: one file for each format, one line for each in `formats`."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import category

from provenance.errors import InputError, MissingExtraError
from provenance.readers import standard_input
from provenance.readers.formats import READERS
from provenance.readers.outcome import Document, Read, Skipped
from provenance.readers.saved import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.outcome import Format

__all__ = ["READERS", "Document", "Read", "Skipped", "documents", "held", "read", "read_page"]

STORE = "store.json"
"""By which the folder of a store is known: nothing in it is an article."""


def read(source: str | Path) -> Iterator[Read | Skipped]:
    """Every article of `source`, as `documents` finds and raises."""
    for found in documents(source):
        yield found.read() if isinstance(found, Document) else found


def documents(source: str | Path) -> Iterator[Document | Read | Skipped]:
    """What lies in `source`, not read yet where reading costs more than finding.

    `source` is a file, a folder with all that lies under it, or "-" for standard input. A file is read by its suffix,
    standard input by what it begins with (`sniffing.sniff`). In a folder, files are taken in the order of their
    names; hidden files and folders, linked folders, stores and files of other suffixes are left out. What cannot be
    read is a `Skipped`; InputError is raised, when the first document is asked for, only where the source itself does
    not exist, cannot be opened, or holds no file of a format that can be read.
    """
    path, name = Path(source), _shown(source)
    if name == "-":
        stream, suffix = standard_input.opened()
        yield from _outcomes(READERS[suffix], stream, name)
        return
    if not name:
        raise InputError("the path is empty: give a file, a folder, or - for standard input")
    try:
        outcomes = _folder(path) if S_ISDIR(path.stat().st_mode) else _file(path, name)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_why(error)}") from None
    yield from outcomes


def held(stream: BinaryIO, name: str) -> Iterator[Document | Read | Skipped]:
    """What lies in `stream`, the bytes of a file that is called `name`, by its suffix; `name` is shown as it is."""
    reader = _reader(Path(name))
    if reader is None:
        yield Skipped(name, f"no reader for such a file: give {_suffixes()}")
        return
    yield from _outcomes(reader, stream, name)


def _file(path: Path, name: str) -> Iterator[Document | Read | Skipped]:
    reader = _reader(path)
    if reader is None:
        raise InputError(f"{name}: no reader for such a file: give {_suffixes()}, or pipe its text into -")
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(f"{name}: {_why(error)}") from None
    with stream:
        yield from _outcomes(reader, stream, name)


def _folder(folder: Path) -> Iterator[Document | Read | Skipped]:
    """Depth first, without recursion, since folders may be nested deeper than the interpreter's stack."""
    waiting, found = [os.fspath(folder)], False
    while waiting:
        path = Path(waiting.pop())
        reader = _reader(path)
        try:
            mode = path.stat().st_mode
            if S_ISDIR(mode) and (path == folder or not (path.is_symlink() or (path / STORE).is_file())):
                shown = (entry.name for entry in path.iterdir() if not entry.name.startswith("."))
                waiting.extend(str(path / name) for name in sorted(shown, reverse=True))
            elif S_ISREG(mode) and reader:
                found = True
                with path.open("rb") as stream:
                    yield from _outcomes(reader, stream, _shown(path))
        except OSError as error:
            yield Skipped(_shown(path), _why(error))
    if not found:
        raise InputError(f"{_shown(folder)}: nothing to read in this folder: give {_suffixes()}")


def _outcomes(format_: Format, stream: BinaryIO, name: str) -> Iterator[Document | Read | Skipped]:
    try:
        yield from format_(stream, name)
    except (InputError, MissingExtraError) as error:
        yield Skipped(name, str(error))
    except OSError as error:
        yield Skipped(name, _why(error))


def _reader(path: Path) -> Format | None:
    """By the longest suffix that is in the table."""
    suffixes = path.name.lower().split(".")[1:]
    tails = (".".join(["", *suffixes[i:]]) for i in range(len(suffixes)))
    return next((READERS[tail] for tail in tails if tail in READERS), None)


def _suffixes() -> str:
    return ", ".join(READERS)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "permission denied: make it readable"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"


def _shown(path: str | Path) -> str:
    """The path, with undecodable bytes and control characters written out, so that it can be printed and stored."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(repr(c)[1:-1] if category(c) == "Cc" else c for c in text)
