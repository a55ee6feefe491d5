"""The noun phrase after a cue, found without a parser: whom "said Caddell" and "according to the agency" name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
)
from provenance.extraction.rules.phrases import HARD, Range, between_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

INNER_MARKS = frozenset("&’'/$-")
LONGEST_NICKNAME = 5  # words
YEAR = 4  # digits
LONGEST_BRACKET = 8  # tokens
HIDING = frozenset("anonymity named identified authorized authorised".split())
REASON = frozenset("because given since as due".split())
ENDING = frozenset("during after before about regarding following amid adding citing saying".split())
ALSO_NAMES = frozenset({"may", "march"})
BEGINS_ADJUNCT = TIMES | frozenset("a an his her their twitter facebook".split())
OFFICES = frozenset(
    "director president chief executive professor spokesman spokeswoman head chairman author editor co-founder "
    "founder".split()
)
PAST_APPOSITION = frozenset("said regarding during adding as after when while but".split())


def phrase_from(tokens: Sequence[Token], place: int) -> Range | None:
    """The noun phrase that begins with the first token at or after the character `place`."""
    first = next((i for i, token in enumerate(tokens) if token.start >= place), None)
    return phrase_after(tokens, first) if first is not None else None


def phrase_after(tokens: Sequence[Token], start: int) -> Range | None:
    """The noun phrase that begins at `start`: name or description, with its apposition where one closes it."""
    if start < len(tokens) and tokens[start].quote:
        return None
    at = start
    while at < len(tokens):
        if at > start and (past := _past_bracket(tokens, at)):
            at = past
            continue
        if not _belongs(tokens[at]) and not _before_year(tokens, at):
            break
        if at > start and _gives_reason(tokens, start, at):
            return Range(start, next((i for i in range(at, len(tokens)) if tokens[i].text in {".", ","}), len(tokens)))
        if at > start and _ends_phrase(tokens, start, at):
            break
        if tokens[at].lower in PRONOUNS - {"who"}:
            return Range(start, max(at, start + 1))
        at += 1
    if at == start or tokens[start].lower in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS:
        return None
    return Range(start, _over_apposition(tokens, at))


def _past_bracket(tokens: Sequence[Token], at: int) -> int | None:
    """Past the bracket that opens at `at`, if one does and it is short."""
    if tokens[at].text != "(":
        return None
    return next((i + 1 for i in range(at, min(at + LONGEST_BRACKET, len(tokens))) if tokens[i].text == ")"), None)


def _belongs(token: Token) -> bool:
    """Whether a noun phrase may hold this token: a word, a mark inside names, a nickname in quotation marks."""
    if token.quote:
        return len(token.text.split()) <= LONGEST_NICKNAME
    return token.word or token.text in INNER_MARKS


def _before_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at `at` is the comma of a date: "a May 6|,| 2024 letter"."""
    if tokens[at].text != "," or at + 2 >= len(tokens) or tokens[at - 1].quote:
        return False
    year = tokens[at + 1].text
    return tokens[at - 1].text.isdigit() and year.isdigit() and len(year) == YEAR and tokens[at + 2].word


def _gives_reason(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the word at `at` begins why the source is not named."""
    return tokens[at].lower in REASON and any(token.lower in HIDING for token in tokens[start:at])


def _ends_phrase(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the word at `at` is the first past a noun phrase that begins at `start`."""
    word = tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in CONJUNCTIONS:
        joins = following is not None and (following.capital or following.lower in DETERMINERS)
        return not (word == "and" and joins)
    if word in SUBORDINATORS:
        return word not in {"who", "whose"}
    if word in {"with", "in"} and following and following.lower == "reference":
        return True
    if word in {"in", "on", "at"}:
        named = tokens[start].capital
        return following is None or following.lower in BEGINS_ADJUNCT or (named and not following.capital)
    if word in ENDING or (word in TIMES - ALSO_NAMES and tokens[at - 1].lower not in DETERMINERS):
        return True
    return word in FINITE and not any(token.lower == "who" for token in tokens[start:at])


def _over_apposition(tokens: Sequence[Token], at: int) -> int:
    """Past the description that a comma at `at` begins: "Caddell|, a pollster in Ohio|, said"."""
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return at
    relative = tokens[at + 1].lower in {"who", "whose"}
    if not relative and tokens[at + 1].lower not in DETERMINERS | OFFICES:
        return at
    for i in range(at + 1, len(tokens)):
        if not relative and tokens[i].lower in FINITE and tokens[i - 1].lower not in RELATIVES:
            return at
        if _ends_apposition(tokens, i) or (i > at + 1 and tokens[i].lower in PAST_APPOSITION):
            return i
    return len(tokens)


def _ends_apposition(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == ",":
        return not between_names(tokens, at)
    return token.quote or token.text in HARD | {".", "!", "?"}
