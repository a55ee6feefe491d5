"""A text of which a page shows a part, made whole by the copy that its metadata hold (https://schema.org/articleBody)."""

from __future__ import annotations

import re
from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.readers.page.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FULLER = 1.3
"""How many times the letters shown a copy has at least, for it to be the fuller one."""
MOST = 0.5
"""Share of the letters shown that the copy must say too, or else it is another text; few copies have the standfirst."""
SHORTEST = 25
"""Letters between two paragraphs that are a passage of their own."""
COMPARED = 10**9
"""Letters of a copy that are gone through for all of the paragraphs shown; of a page of news it is a hundredth."""
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\])$")
_CLOSED = re.compile(r"""^[^\w\s“„«‘(\[<]*\s*""")
_OPENED = re.compile(r"""(?:^|\s+)["'“„«‘(\[]+$""")


def completed(shown: Sequence[str], stated: str) -> Sequence[str]:
    """The paragraphs shown, with those that only the copy `stated` has before, between and behind them.

    They stay as they are where the copy is not much fuller, or another text. A paragraph that breaks off is the copy's.
    InputError where both are too long to compare.
    """
    wanted = [(one, plain(_CUT.sub("", one))) for one in shown]
    whole = sum(len(letters) for _, letters in wanted)
    if len(stated) < FULLER * whole:
        return shown
    copy = _Copy(_once(stated))
    if len(wanted) * len(copy.letters) > COMPARED:
        raise InputError("a page that states a text and shows another, both too long to compare: save it as .txt")
    said = sum(len(letters) for _, letters in wanted if letters in copy.letters)
    if not whole or len(copy.letters) < FULLER * whole or said < MOST * whole:
        return shown
    return list(_woven(wanted, copy))


def _woven(wanted: Sequence[tuple[str, str]], copy: _Copy) -> Iterator[str]:
    done = 0
    for paragraph, letters in wanted:
        at = copy.letters.find(letters, done)
        if at < 0:
            yield paragraph
            continue
        yield from copy.between(done, at)
        if _CUT.search(paragraph):
            done = at
        else:
            yield paragraph
            done = at + len(letters)
    yield from copy.between(done, len(copy.letters))


class _Copy:
    """A text, and its letters and digits alone, each with the place where it stands in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = plain(text)

    @cached_property
    def _places(self) -> Sequence[int]:
        if self.text.isascii():
            return array("I", (place for place, sign in enumerate(self.text) if sign.isalnum()))
        return array("I", (place for place, sign in enumerate(self.text) for _ in plain(sign)))

    def place(self, letter: int) -> int:
        """Where a letter stands in the text."""
        return self._places[letter]

    def between(self, start: int, end: int) -> Iterator[str]:
        """The paragraphs from one letter to another, without the marks that belong to what is beside them."""
        if end - start < SHORTEST:
            return
        first = self._places[start - 1] + 1 if start else 0
        last = self._places[end] if end < len(self._places) else len(self.text)
        passage = self.text[first:last]
        if start:
            passage = _CLOSED.sub("", passage)
        yield from (part.strip() for part in _OPENED.sub("", passage).split("\n\n") if plain(part))


def _once(text: str) -> str:
    """A text that a page states twice over, once."""
    letters = plain(text)
    half = len(letters) // 2
    if not half or letters[:half] != letters[half:]:
        return text
    copy = _Copy(text)
    return text[: copy.place(half)]
