"""The phrase before a verb, and the one after it, that may be whoever says something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.extraction.rules import words
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

MOST = 16
"""Words of a phrase."""
POSSESSIVES = ("’s", "'s", "s’", "s'")
FAR = 30
"""Words of what stands between commas after a name."""
MARKS = frozenset("&/’'")
BREAKS = (
    words.SUBORDINATORS - words.PREPOSITIONS | words.MODALS | words.BE | words.FINITE | words.AUXILIARIES
    | {"but", "or", "nor", "yet", "that"}
)  # fmt: skip
NOBODY = frozenset(
    "there this that these those what which who whom whose how when where why one nobody no none".split()
)
AFTER = frozenset("on in to during after before as that when because while since until by at via through".split())


class Range(NamedTuple):
    """Words of a sentence, from `start` to before `end`."""

    start: int
    end: int

    def span(self, tokens: Sequence[Token]) -> Span:
        """Its characters."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)


def before(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """The subject that ends before the word `end`, with what commas add: "Ada Brunt, the minister, |said|"."""
    right, last = end, end
    if end > floor and tokens[end - 1].text == ",":
        last = end - 1
        right = _opened(tokens, last, floor)
        if right == floor:
            return None
    start = right
    while start > floor and right - start < MOST and _goes_on(tokens, start - 1):
        start -= 1
    while start < right and (tokens[start].lower in words.OPENERS | words.CONJUNCTIONS):
        start += 1
    start = _after_and(tokens, start, right)
    return Range(start, last) if _is_phrase(tokens, start, right) else None


def after(tokens: Sequence[Token], start: int) -> Range | None:
    """The phrase from the word `start` on: "|Ada Brunt|, the minister"."""
    end = start
    while end < len(tokens) and end - start < MOST and _goes_on(tokens, end) and not _closes(tokens, start, end):
        end += 1
    while end > start and tokens[end - 1].lower in words.PREPOSITIONS | words.CONJUNCTIONS:
        end -= 1
    return Range(start, end) if _is_phrase(tokens, start, end) else None


def with_addition(tokens: Sequence[Token], phrase: Range) -> Range:
    """With what a comma adds to a name: "|Ada Brunt, the minister|, on Monday"."""
    start, end = phrase
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower in {"a", "an", "the", "who"}:
        close = end + 1
        while close < len(tokens) and close - end < FAR and tokens[close].text not in {",", ".", ";"}:
            if tokens[close].quote or (close > end + 2 and tokens[end + 1].lower != "who" and _is_verb(tokens[close])):
                return Range(start, end)
            close += 1
        return Range(start, close)
    return Range(start, end)


def _opened(tokens: Sequence[Token], close: int, floor: int) -> int:
    """The comma that opens what the one at `close` closes; `floor` where nothing is added to a name there."""
    for at in range(close - 1, max(floor, close - FAR), -1):
        if tokens[at].quote or tokens[at].text in {";", ":"}:
            break
        if tokens[at].text == "," and (_adds(tokens[at + 1]) or _names(tokens[at - 1 : close])):
            is_age = at - 2 > floor and tokens[at - 1].text.isdigit() and tokens[at - 2].text == ","
            return at - 2 if is_age else at
    return floor


def _adds(token: Token) -> bool:
    return token.word and (not token.capital or token.lower in words.TITLES) and token.lower not in words.CONJUNCTIONS


def _names(tokens: Sequence[Token]) -> bool:
    """Whether a name, or one word, stands behind a comma, told of the noun before it: "the mayor|, Otto Lund|"."""
    noun, _, *own = tokens
    is_name = noun.lower in words.KINDS.keys() | words.TITLES and all(token.capital and token.word for token in own)
    return len(own) == 1 or is_name


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "." and 0 < at < len(tokens) - 1:
        return len(tokens[at - 1].text) == 1 and tokens[at - 1].capital and tokens[at + 1].capital
    return not token.quote and (token.word or token.text in MARKS) and token.lower not in BREAKS and not _is_verb(token)


def _is_verb(token: Token) -> bool:
    _, form = words.VERBS.get(token.lower, (None, None))
    said = form is words.Form.PAST and token.lower not in {"found", "read"}
    return token.lower in words.FINITE | words.MODALS | words.BE or (said and not token.capital)


def _closes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a phrase that began at `start` is over: at a time, at a preposition of when and where."""
    word = tokens[end].lower
    if word in words.TIMES and end > start:
        return True
    if word == "in":
        return end + 1 >= len(tokens) or not tokens[end + 1].capital or tokens[end + 1].lower in words.TIMES
    if word == "by" and words.KINDS.get(tokens[end - 1].lower) is Kind.DOCUMENT:
        return False
    return word in AFTER or word in words.RELATIVES


def _after_and(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past an "and" that joins clauses: what stands before it is no phrase like what follows."""
    for at in range(end - 1, start, -1):
        if tokens[at].lower == "and":
            both = tokens[at + 1 : end]
            if not both or not (tokens[start].capital or tokens[start].lower in words.DETERMINERS):
                return at + 1
            return start if tokens[at - 1].capital == both[-1].capital else at + 1
    return start


def _is_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    if start >= end or tokens[end - 1].lower in words.DETERMINERS - {"all", "both", "many", "others"}:
        return False
    if tokens[end - 1].text.endswith(POSSESSIVES):
        return False
    first = tokens[start].lower
    if end - start == 1 and first in words.PRONOUNS - {"you", "who"}:
        return True
    if first in words.PREPOSITIONS | words.TIMES | NOBODY | words.PRONOUNS or words.is_adverb(first):
        return False
    return not any(token.lower in words.PRONOUNS for token in tokens[start:end])
