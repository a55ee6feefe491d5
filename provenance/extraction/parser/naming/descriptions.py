"""What a source without a name is called: the words that describe it, without article; nothing for a pronoun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS = 10
SELVES = frozenset({"himself", "herself", "itself", "themselves"})
UNSPECIFIED = "unspecified"
UNKNOWN = {Kind.GROUP: "unidentified people", Kind.PERSON: "unidentified person", Kind.ANONYMOUS: "unidentified person"}
"""For what nobody describes."""


def description(parts: Sequence[Word]) -> str:
    """A noun phrase up to what tells more of its source; "" where there is none."""
    own = undetermined(_before_more(list(parts)))
    own = own[:MOST_WORDS]
    while own and own[0].lower in vocabulary.PREPOSITIONS and len(own) > 1:
        own = undetermined(own[1:])
    while own and (own[-1].is_mark or own[-1].lower in vocabulary.PREPOSITIONS | vocabulary.DETERMINERS | SELVES):
        own = own[:-1]
    if not own or all(_says_nothing(word) for word in own):
        return ""
    words = joined(own)
    if own[0].is_capital and own[0].lower not in vocabulary.SMALL | vocabulary.ROLES - vocabulary.COURTESY:
        return words
    return words if words[1:2].isupper() else words[0].lower() + words[1:]


def person_described(parts: Sequence[Word]) -> str:
    """As `description`, with no capital in front by which it might be taken for a name."""
    own = undetermined(_before_more(list(parts)))
    owner = next((at for at, word in enumerate(own) if word.owns and at + 1 < len(own)), None)
    if own and own[0].is_capital and owner is not None and (rest := description(own[owner + 1 :])):
        return f"{rest} of {joined([*own[:owner], replace(own[owner], owns=False)])}"
    words = description(parts)
    return f"the {words}" if words[:1].isupper() else words


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
