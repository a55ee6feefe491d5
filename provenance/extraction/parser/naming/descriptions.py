"""What a source without a name is called: the words that describe it, without article; nothing for a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS = 10
UNSPECIFIED = "unspecified"
UNKNOWN = {Kind.GROUP: "unidentified people", Kind.PERSON: "unidentified person", Kind.ANONYMOUS: "unidentified person"}
"""For what nobody describes."""


def description(parts: Sequence[Word]) -> str:
    """A noun phrase up to what tells more of its source; "" where there is none."""
    own = undetermined(_before_more(list(parts)))
    own = own[:MOST_WORDS]
    while own and (own[-1].is_mark or own[-1].lower in vocabulary.PREPOSITIONS | vocabulary.DETERMINERS):
        own = own[:-1]
    if not own or all(_says_nothing(word) for word in own):
        return ""
    words = joined(own)
    capital = own[0].is_capital and own[0].lower not in vocabulary.SMALL and own[0].lower not in vocabulary.ROLES
    return f"the {words}" if capital and own[0] is not parts[0] else words if capital else words[0].lower() + words[1:]


def unnamed(parts: Sequence[Word], kind: Kind) -> str:
    """The name of one whom only a pronoun, a verb or an adverb stands for."""
    told = next((vocabulary.PRONOUNS[word.lower] for word in parts if word.lower in vocabulary.PRONOUNS), "")
    if kind in {Kind.PERSON, Kind.ANONYMOUS, Kind.GROUP}:
        return told if told not in {"", UNSPECIFIED} else UNKNOWN[kind]
    return UNSPECIFIED


def _before_more(parts: list[Word]) -> list[Word]:
    for at, word in enumerate(parts):
        if at and (word.lower in vocabulary.RELATIVES or word.text in {"(", ";", "—", "–", ","}):
            return parts[:at]
    return parts


def _says_nothing(word: Word) -> bool:
    return (
        word.is_mark
        or word.lower in vocabulary.SMALL
        or word.lower in vocabulary.CUES - vocabulary.PAPERS
        or word.text.isdigit()
    )
