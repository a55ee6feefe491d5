"""The articles of a set, as files that `provenance extract` reads."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from evaluation.splits import Set

FIELDS = ("url", "publisher", "title", "published", "byline", "text")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a file of JSON Lines, gzipped or not. For measuring: training reads through `gate`."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


def texts(data: Path, of: Set) -> Iterator[tuple[str, str]]:
    """The key and the text of each article of a set; `data` is the folder that holds all sets."""
    path = data / of.path
    if path.suffix == ".txt":
        yield path.stem, path.read_text(encoding="utf8")
    else:
        yield from ((_key(row), row["text"]) for row in rows(path))


def laid_out(data: Path, of: Set, folder: Path, keys: Collection[str] = ()) -> Path:
    """A file or a folder with the articles of a set, written into `folder` where they are packed; only `keys` if given.

    An article bears its metadata and its key, nothing that was annotated.
    """
    path = data / of.path
    if path.suffix == ".txt":
        return path
    if (pages := path.parent / "html").is_dir():
        return _unpacked(pages, folder / of.name)
    target = folder / f"{of.name}.jsonl"
    with target.open("w", encoding="utf8") as stream:
        for row in rows(path):
            if not keys or _key(row) in keys:
                stream.write(json.dumps({"id": _key(row), **{name: row.get(name) for name in FIELDS}}) + "\n")
    return target


def _unpacked(pages: Path, folder: Path) -> Path:
    folder.mkdir()
    for page in sorted(pages.glob("*.html.gz")):
        (folder / page.stem).write_bytes(gzip.decompress(page.read_bytes()))
    return folder


def _key(row: dict[str, Any]) -> str:
    return str(row.get("id") or row["doc"])
