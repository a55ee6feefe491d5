"""The only way by which training reads annotated articles: what is measured on, or sealed, does not pass.

`development.txt` lists by hash what the sets of `splits` hold apart, with the set; `sealed.txt` what is scored
elsewhere. Neither holds a word of an article. `python -m evaluation hashes FILE …` prints lines for them.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from evaluation.splits import SETS, Purpose, text_hash
from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEALED = "sealed"
LISTS = ("development.txt", "sealed.txt")


class HeldOutError(InputError):
    """Training asked for an article that is kept for measuring."""


def training_may_read(text: str, key: str = "", purpose: Purpose = Purpose.READER) -> None:
    """Let a text pass, or raise HeldOutError, which names the article by its `key`, else by its hash."""
    digest = text_hash(text)
    where = _held_out().get(digest, frozenset())
    shut = sorted(name for name in where if name == SEALED or purpose not in SETS[name].open_to)
    if shut:
        kept = f"kept for measuring ({', '.join(shut)}) and may not shape {purpose}"
        raise HeldOutError(f"article {key or digest} is {kept}: leave it out")


def rows(path: Path, purpose: Purpose = Purpose.READER) -> Iterator[dict[str, Any]]:
    """Rows of a file of JSON Lines, gzipped or not; those that hold a text only where `training_may_read` it."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as stream:
        for line in stream:
            if line.strip():
                row = json.loads(line)
                if "text" in row:
                    training_may_read(row["text"], row.get("id") or row.get("doc", ""), purpose)
                yield row


@cache
def _held_out() -> dict[str, frozenset[str]]:
    """The sets that hold each text, by its hash."""
    found: dict[str, set[str]] = {}
    for name in LISTS:
        for line in files(__package__).joinpath(name).read_text(encoding="utf8").splitlines():
            if line and not line.startswith("#"):
                digest, _, where = line.partition(" ")
                found.setdefault(digest, set()).add(where if name != LISTS[1] else SEALED)
    return {digest: frozenset(where) for digest, where in found.items()}
