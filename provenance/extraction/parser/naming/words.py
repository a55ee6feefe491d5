"""The words of a phrase, with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?![\w,])|@?[^\W_](?:[\w’'&./-]|[^\x00-\x7F\s—–“”‘…«»])*|&|[^\w\s]")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
LONGEST_ABBREVIATION = 4
ACRONYMS = frozenset({"WHO", "US", "IT"})
"""Spelt like small words."""


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is bare of a possessive, which `owns` tells; `start` and `end` are characters of the article."""

    text: str
    start: int
    end: int
    owns: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def is_small(self) -> bool:
        """A word of a closed class, whatever its capitals; WHO is a body."""
        return self.lower in vocabulary.SMALL and self.text not in ACRONYMS

    @property
    def is_capital(self) -> bool:
        """“el-Gamal” is, too."""
        particle, dash, rest = self.text.partition("-")
        return self.text[:1].isupper() or bool(dash and particle in vocabulary.PARTICLES and rest[:1].isupper())

    @property
    def is_mark(self) -> bool:
        return not self.text[:1].isalnum() and self.text[:1] not in "@&"

    @property
    def is_role(self) -> bool:
        return any(part in vocabulary.ROLES for part in (self.lower, *self.lower.split("-")))


def words(text: str, start: int, end: int) -> list[Word]:
    """Those of a stretch of `text`; the stop that ends a sentence is no part of a word."""
    return [_word(found[0], found.start()) for found in WORD.finditer(text, start, end)]


def _word(text: str, start: int) -> Word:
    bare = text.rstrip("-&") if len(text) > 1 else text
    if bare.endswith(".") and len(bare.rstrip(".")) > LONGEST_ABBREVIATION and "." not in bare[:-1]:
        bare = bare[:-1]
    own = POSSESSIVE.sub("", bare)
    return Word(own.strip("’'") or own, start, start + len(bare), owns=own != bare)


def joined(parts: Iterable[Word]) -> str:
    """As written, possessives kept inside, marks close to what is before them."""
    found = ""
    last: Word | None = None
    for word in parts:
        if last is not None:
            found += "’s" if last.owns and not last.text.endswith("s") else "’" if last.owns else ""
            found += (
                ""
                if word.text in {",", ";", ")", "”", ":", "%"} or last.text in {"(", "“"} or last.text.endswith("/")
                else " "
            )
        found += word.text
        last = word
    return found


def undetermined(parts: list[Word]) -> list[Word]:
    """Without the article or the pronoun in front."""
    front = {
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "another",
        "same",
    }
    while len(parts) > 1 and (parts[0].lower in front or parts[0].is_mark):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].is_mark:
        parts = parts[:-1]
    return parts
