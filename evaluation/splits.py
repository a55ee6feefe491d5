"""The sets: what may be learnt from, what is only measured on, what is sealed; and folds that keep an event together.

Sealed is every annotated article that no set here names: PolNeAR's test part, and whatever else is scored elsewhere.
`gate` keeps training away from all that it may not read, by the hash of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")


class Purpose(StrEnum):
    """What is learnt from articles."""

    READER = "the reader's weights and how sure it is"
    LINKING = "the weights of linking"


LEARNT = frozenset(Purpose)


@dataclass(frozen=True, slots=True)
class Set:
    """Annotated articles: `path` of their texts in the folder of the data, what may be learnt from them.

    `view` says what was chosen or fitted with them in view, so that figures on them flatter; empty for nothing.
    """

    name: str
    path: str
    open_to: frozenset[Purpose]
    view: str = ""


SETS = {
    one.name: one
    for one in (
        Set("polnear.train", "polnear/train.jsonl.gz", LEARNT, "the reader is trained on it"),
        Set("basil.train", "reading/basil.train.articles.jsonl", LEARNT, "the reader is trained on it"),
        Set("web.train", "reading/web.train.articles.jsonl", LEARNT, "the reader is trained on it"),
        Set("invented", "invented/articles.jsonl", LEARNT, "the reader is trained on it"),
        Set(
            "events",
            "events/articles.jsonl",
            frozenset({Purpose.LINKING}),
            "linking is fitted on it, and its errors were read while the rules before the parser were written",
        ),
        Set(
            "polnear.dev",
            "polnear/dev.jsonl.gz",
            frozenset(),
            "windows and decoding of spans were chosen with it in view",
        ),
        Set("modern.dev", "reading/modern.dev.articles.jsonl", frozenset()),
        Set("seed", "seed/troib-south-korea-arms.txt", frozenset(), "the project starts from this article"),
        Set("pages", "pages/truth.jsonl", frozenset(), "the readers of pages were written with some of them in view"),
    )
}
"""By name."""

EVENT = re.compile(r"(?P<event>w\d+-e\d+)-|(?P<basil>basil-[\da-f-]{36})_|(?P<real>d\d+)-")
"""How the keys of articles name their event, in `invented`, `basil.train` and `events`."""


def text_hash(text: str) -> str:
    """The SHA-256 of a text in hexadecimal digits, white space left out."""
    return sha256("".join(text.split()).encode("utf8", "surrogatepass")).hexdigest()


def group(key: str, text: str) -> str:
    """What an article must stay together with: others on its event, else only the same text."""
    found = EVENT.match(key)
    return found[0] if found else text_hash(text)


def fold(group: str, folds: int) -> int:
    """In which of so many folds a group is; the same whatever else there is."""
    return int(sha256(group.encode()).hexdigest(), 16) % folds


def held_out(items: Sequence[T], part: Callable[[T], str | int]) -> Iterator[tuple[str | int, list[T], list[T]]]:
    """For each part of `items` in turn: its name, the items of all others, its own.

    By the corpus of an article this leaves one corpus out, by its event one event, by its fold one fold.
    """
    for name in sorted({part(item) for item in items}, key=str):
        yield name, [one for one in items if part(one) != name], [one for one in items if part(one) == name]
