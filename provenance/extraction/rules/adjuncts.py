"""What may stand between a cue and its content: who was told, when, where and on what occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    OPENS_CONTENT,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from provenance.extraction.rules.phrases import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

REACH = 25  # tokens
LONGEST_NICKNAME = 5  # words
AFTER_ADDRESSEE = TIMES | frozenset("in on at during after before for".split())


def past_adjuncts(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Past "said |in an interview with CNN on Sunday| that" to the content, or no further than a time."""
    while at < limit and (tokens[at].lower in TIMES or tokens[at].text.isdigit() or tokens[at].text == "."):
        at += 1
    if at >= limit or tokens[at].lower not in PREPOSITIONS | {"as"}:
        return at
    for i in range(at, min(limit, at + REACH)):
        if tokens[i].lower == "that" and i > at + 1:
            return i
        if tokens[i].quote and tokens[i - 1].text in {",", ":"}:
            return i
        if tokens[i].text == ",":
            return i + 1 if limit - i > 3 else limit
    return next((i for i in range(at + 1, limit) if tokens[i].lower in PRONOUNS - {"who"}), at)


def addressee(tokens: Sequence[Token], at: int, limit: int) -> tuple[Range | None, int]:
    """Who is told, from `at`, and where the content may begin: past "told |CNN on Sunday| that"."""
    start = at + 1 if at < limit and tokens[at].lower == "to" else at
    if start < limit and tokens[start].lower in PREPOSITIONS:
        return None, at
    end = next((i for i in range(start, limit) if _ends_addressee(tokens, start, i)), limit)
    if end <= start:
        return None, at
    content = end
    if end < limit and tokens[end].lower in PREPOSITIONS | TIMES:
        content = next((i for i in range(end + 1, limit) if _opens_content(tokens[i])), limit)
    return Range(start, end), content


def _ends_addressee(tokens: Sequence[Token], start: int, at: int) -> bool:
    token, word = tokens[at], tokens[at].lower
    if token.quote and len(token.text.split()) > LONGEST_NICKNAME:
        return True
    if token.text in {",", ":", ".", "—"} or word in OPENS_CONTENT | PRONOUNS | {"to", "about"}:
        return True
    if at == start:
        return False
    previous = tokens[at - 1]
    another_noun = word in DETERMINERS and previous.lower not in PREPOSITIONS | CONJUNCTIONS
    verb_of_name = word in FINITE | AUXILIARIES and previous.capital and not token.capital
    return word in AFTER_ADDRESSEE or another_noun or verb_of_name


def _opens_content(token: Token) -> bool:
    return token.quote or token.text in {",", ":"} or token.lower in OPENS_CONTENT | PRONOUNS
