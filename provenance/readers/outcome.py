"""What reading gives for each article: the article, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from provenance.model import Article


@dataclass(frozen=True, slots=True)
class Read:
    """An article and where it stood: a path as given, "-" for standard input."""

    input: str
    article: Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be read: `input` is the path, with ":LINE" for JSON Lines; `reason` one line with the remedy."""

    input: str
    reason: str


Reader = Callable[[BinaryIO, str], Iterator[Read | Skipped]]
"""One format's reader: a binary stream and the name it is shown by. It raises InputError where the whole stream is
unreadable, which `read` turns into a `Skipped`."""
