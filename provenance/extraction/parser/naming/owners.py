"""Owners in a phrase: a body stands before what it owns ("Tarn Trust survey"), a person owns it ("Brunt’s letter")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.parser.naming.page import Page
    from provenance.extraction.parser.naming.words import Word


def told(parts: Sequence[Word], page: Page) -> list[Word]:
    """The words, those of bodies no possessives any more."""
    return list(_told(parts, page))


def _told(parts: Sequence[Word], page: Page) -> Iterator[Word]:
    for at, word in enumerate(parts):
        bodily = word.owns and word.is_capital and at + 1 < len(parts) and not _is_person(parts[: at + 1], page)
        yield replace(word, owns=False) if bodily else word


def _is_person(before: Sequence[Word], page: Page) -> bool:
    """Whether a person’s name ends the words."""
    *_, last = before
    if page.people.is_name(last.text) or last.lower in vocabulary.FIRST_NAMES:
        return True
    titled = len(before) > 1 and (before[-2].lower in vocabulary.FIRST_NAMES or before[-2].is_role)
    return titled and last.lower not in vocabulary.BODY_WORDS
