"""How many articles there are to come, where that is cheap to tell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable

ONE = (".txt", ".md", ".html", ".htm", ".xhtml")
"""Suffixes of files that hold one article."""
LINES = (".jsonl", ".ndjson")
"""Of those that hold one on each line."""
COUNTED = 2**28
"""Bytes of a file whose lines are counted (256 MiB), which takes a few tenths of a second."""
LISTED = 100_000
"""Files that are looked at, which takes a second or two."""


def expected(sources: str | Path | Iterable[str | Path]) -> int | None:
    """The number of articles in `sources`, somewhat too high at most; None where to tell would mean to read it all."""
    total = 0
    looked_at = 0
    for source in [sources] if isinstance(sources, str | Path) else sources:
        for path in _files(Path(source)):
            looked_at += 1
            number = _articles(path)
            if number is None or looked_at > LISTED:
                return None
            total += number
    return total


def _files(source: Path) -> Iterable[Path]:
    """As the readers go: hidden files and folders, linked folders and files of other formats left out."""
    if not source.is_dir():
        yield source
        return
    for folder, folders, files in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in files if name.lower().endswith(tuple(READERS)) and name[0] != ".")


def _articles(path: Path) -> int | None:
    name = path.name.lower()
    if name.endswith(ONE):
        return 1
    try:
        if not name.endswith(LINES) or path.stat().st_size > COUNTED:
            return None
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except (OSError, ValueError):
        return 0
