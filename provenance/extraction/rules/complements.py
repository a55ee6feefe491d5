"""Whether a word can be a cue here: a verb, not a noun, with something after it that may be reported."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import FINITE, OPENS_CONTENT, PREPOSITIONS, PRONOUNS, TIMES, verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.lexicon import Verb

NEAR = 6  # tokens
REACH = 14
TOPIC = frozenset("of about to out against at on".split())
NO_OBJECT = frozenset("by in on at with from and or".split())


def plainly_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether "claims", "states" or "reports" at `at` is a verb: what follows can only be its content."""
    if at + 1 >= len(tokens):
        return tokens[at - 1].text == "," or tokens[at - 1].quote
    following = tokens[at + 1]
    return (
        following.quote
        or following.text == ":"
        or following.lower in OPENS_CONTENT | PRONOUNS | {"the", "a", "an"}
        or (following.capital and tokens[at - 1].capital)
    )


def takes(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether what stands at `at`, after a subject and `verb`, may be reported content or closes the clause."""
    if "say" in verb.frames or ("tell" in verb.frames and not _adjunct(tokens, at)):
        return True
    if at >= len(tokens) or tokens[at].text in {".", ","}:
        return bool(verb.frames & {"clause", "report", "write"})
    following = tokens[at]
    adjunct = _adjunct(tokens, at)
    if adjunct and _that_ahead(tokens, at):
        return True
    if "clause" in verb.frames:
        return _marked(following) or following.lower == "to"
    if verb.frames == {"mind"}:
        return _thought(tokens, at)
    if "speak" in verb.frames and following.lower in TOPIC:
        return True
    if verb.frames == {"speak"}:
        return following.quote
    if adjunct and verb.frames & {"report", "write"}:
        return "write" in verb.frames or any(_marked(token) for token in tokens[at + 1 : at + REACH])
    if verb.frames <= {"show", "mind", "speak", "report", "write"}:
        return following.lower not in PREPOSITIONS and (_marked(following) or _clause_ahead(tokens, at))
    return following.lower not in NO_OBJECT


def _that_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" follows soon, before any other verb that could have brought it."""
    words = takewhile(lambda word: word not in verbs(), (token.lower for token in tokens[at : at + NEAR]))
    return "that" in words


def _adjunct(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in PREPOSITIONS | TIMES


def _marked(following: Token) -> bool:
    return following.quote or following.text == ":" or following.lower in OPENS_CONTENT


def _thought(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause may begin at `at`: "believes |it will rain|", not "believes |him|"."""
    word = tokens[at].lower
    return (
        word in {"that", "to", "whether"}
        or word in PRONOUNS
        or tokens[at].capital
        or (word == "the" and _clause_ahead(tokens, at))
    )


def _clause_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb, or a quotation, follows within reach of `at`, before the sentence's next comma."""
    for token in tokens[at : at + REACH]:
        if token.text in {",", ".", ";"}:
            return False
        if token.lower in FINITE or token.quote or (token.lower.endswith("ed") and not token.capital):
            return True
    return False
