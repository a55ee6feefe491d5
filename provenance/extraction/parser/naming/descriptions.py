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
JOINS = vocabulary.PREPOSITIONS | {"of", "and", "or"}
SELVES = frozenset({"himself", "herself", "itself", "themselves"})
UNSPECIFIED = "unspecified"
UNKNOWN = {Kind.GROUP: "unidentified people", Kind.PERSON: "unidentified person", Kind.ANONYMOUS: "unidentified person"}
"""For what nobody describes."""


def description(parts: Sequence[Word], small: frozenset[str] = frozenset()) -> str:
    """A noun phrase up to what tells more of its source; "" where there is none. `small` are words the text writes so.

    Where it only points or counts ("one of them, a clerk"), what is set beside it.
    """
    first = _before_more(list(parts))
    beside = list(parts[len(first) + 1 :])
    if beside and beside[0].lower in vocabulary.ARTICLES and all(_says_nothing(word) for word in first):
        return description(beside, small)
    own = undetermined(first)
    while own and own[0].lower in vocabulary.PREPOSITIONS | {"least"} and len(own) > 1:
        own = undetermined(own[1:])
    own = _whole(own)
    while own and (own[-1].is_mark or own[-1].lower in vocabulary.PREPOSITIONS | vocabulary.DETERMINERS | SELVES):
        own = own[:-1]
    if not own or all(_says_nothing(word) for word in own):
        return ""
    words = joined(own)
    if own[0].is_capital and not _is_common(own, small if own[0] is parts[0] else frozenset()):
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


def _is_common(own: Sequence[Word], small: frozenset[str]) -> bool:
    """Whether the first word owes its capital to its place: "Families there", but not "Republicans", "Whole Foods"."""
    first = own[0].lower
    if first in vocabulary.PARTIES | vocabulary.DEMONYMS:
        return False
    begins_name = len(own) > 1 and own[1].is_capital
    return first in vocabulary.SMALL | vocabulary.ROLES - vocabulary.COURTESY or (first in small and not begins_name)


def _whole(own: list[Word]) -> list[Word]:
    """As many words as a name may have, cut before what joins, never inside what it joins."""
    if len(own) <= MOST_WORDS:
        return own
    joins = [at for at, word in enumerate(own[: MOST_WORDS + 1]) if word.lower in JOINS]
    cut = own[: joins[-1]] if joins else []
    return own[:MOST_WORDS] if all(_says_nothing(word) for word in cut) else cut


def _says_nothing(word: Word) -> bool:
    return (
        word.is_mark
        or word.lower in vocabulary.SMALL
        or word.lower in vocabulary.CUES - vocabulary.PAPERS
        or word.text.isdigit()
    )
