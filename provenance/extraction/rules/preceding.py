"""The noun phrase before a verb, found without a parser: its subject, with the apposition between them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    NUMBERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    adverb,
    verbs,
)
from provenance.extraction.rules.phrases import DASHES, HARD, Range, between_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

INNER_MARKS = frozenset("&$%./'’")
LONGEST_NICKNAME = 4  # words
LONGEST_APPOSED_QUOTE = 8
VERB_REACH = 6  # tokens
TURNS = frozenset("after before since until said says told".split())
LONE_DETERMINERS = frozenset("some many others another both all few several".split())


def phrase_before(tokens: Sequence[Token], end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends just before `end`, none of it before `floor`."""
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.text == ",":
        return _with_apposition(tokens, end, floor)
    if last.text in DASHES:
        return _between_dashes(tokens, end, floor)
    if last.text == ")":
        opening = _opening_bracket(tokens, end - 1, floor)
        inner = phrase_before(tokens, opening, floor) if opening is not None else None
        return Range(inner.start, end) if inner else None
    if last.quote or not last.word:
        return None
    return _trimmed(tokens, _run_start(tokens, end, floor), end)


def _run_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Where the run of words that may hold the phrase begins: no mark and no other clause between it and `end`."""
    at = end
    while at > floor:
        opening = _opening_bracket(tokens, at - 1, floor) if tokens[at - 1].text == ")" else None
        if opening is not None:
            at = opening
        elif _bounds(tokens, at - 1, end, floor):
            break
        else:
            at -= 1
    return at


def _bounds(tokens: Sequence[Token], at: int, end: int, floor: int) -> bool:
    """Whether the token at `at` cannot stand in a noun phrase that goes on to `end`."""
    token = tokens[at]
    if token.quote:
        return len(token.text.split()) > LONGEST_NICKNAME or token.text.rstrip("\"'”’»")[-1:] in set(",.!?…")
    if not token.word and token.text not in INNER_MARKS:
        return not (token.text == "," and between_names(tokens, at))
    if token.lower in RELATIVES and floor < at < end - 1 and _nominal(tokens[at - 1]):
        return False
    return token.lower in SUBORDINATORS or (token.lower in CONJUNCTIONS and not _joins(tokens, at, floor))


def _nominal(token: Token) -> bool:
    return token.word and token.lower not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | verbs().keys()


def _joins(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Whether the conjunction at `at` joins two nouns rather than two clauses."""
    if tokens[at].lower == "but" or at <= floor or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if not left.word or right.lower in PRONOUNS:
        return False
    if left.capital and (right.capital or right.lower in DETERMINERS):
        return True
    return (
        not right.capital
        and right.lower not in DETERMINERS
        and not any(t.lower in FINITE or t.lower in verbs() for t in tokens[max(floor, at - VERB_REACH) : at])
    )


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The noun phrase at the end of a run of words, without the adverbs, adjuncts, times and clauses before it."""
    while start < end and _only_opens(tokens[start]):
        start += 1
    if start < end and tokens[start].lower in PREPOSITIONS:
        start = _last_noun_start(tokens, start + 1, end)
    if start < end and tokens[start].lower in TIMES:
        start = _after_time(tokens, start, end)
    if tokens[end - 1].lower in PRONOUNS and end - start > 1 and tokens[end - 2].lower not in CONJUNCTIONS:
        return Range(end - 1, end)
    turn = max((i for i in range(start + 1, end - 1) if tokens[i].lower in TURNS), default=None)
    if turn is not None and not any(token.lower in RELATIVES for token in tokens[start:turn]):
        start = turn + 1
    finite = [i for i in range(start, end) if tokens[i].lower in FINITE | AUXILIARIES]
    if finite and not any(token.lower in RELATIVES for token in tokens[start : finite[0]]):
        start = _last_noun_start(tokens, finite[-1] + 1, end)
    if start >= end or (end - start == 1 and not _may_stand_alone(tokens[start])):
        return None
    return Range(start, end)


def _only_opens(token: Token) -> bool:
    return token.lower in OPENERS or adverb(token.lower) or not (token.word or token.quote)


def _may_stand_alone(token: Token) -> bool:
    return token.word and token.lower not in AUXILIARIES | PREPOSITIONS | (DETERMINERS - LONE_DETERMINERS)


def _after_time(tokens: Sequence[Token], start: int, end: int) -> int:
    at = start
    while at < end and (tokens[at].lower in TIMES or tokens[at].lower.isdigit()):
        at += 1
    return at if at < end else start


def _last_noun_start(tokens: Sequence[Token], floor: int, end: int) -> int:
    """Where the last noun phrase of a run begins: a pronoun, a determiner, or a name with what describes it."""
    if tokens[end - 1].lower in PRONOUNS:
        return end - 1
    for at in range(end - 1, floor, -1):
        if _starts_noun(tokens[at - 1], tokens[at]):
            return at
    return end if tokens[end - 1].lower in TIMES else end - 1


def _starts_noun(previous: Token, token: Token) -> bool:
    """Whether `token` begins a noun phrase of which `previous` is no part."""
    determiner = token.lower in DETERMINERS | NUMBERS or token.text[0].isdigit()
    if determiner and previous.lower not in PREPOSITIONS:
        return True
    if not token.capital:
        return False
    named = not previous.capital and previous.word and previous.lower not in PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    return named or (previous.lower in TIMES and token.lower not in TIMES)


def _with_apposition(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """Back over "Kim Jung, a professor, |said|" to the name before the commas."""
    for comma in range(end - 2, floor, -1):
        token = tokens[comma]
        if token.text in HARD or (token.quote and len(token.text.split()) > LONGEST_APPOSED_QUOTE):
            return None
        if token.text != "," or between_names(tokens, comma) or not tokens[comma - 1].word:
            continue
        head = phrase_before(tokens, comma, floor)
        if head and _describable(tokens, head) and _describes(tokens[comma + 1 : end - 1]):
            return Range(head.start, end)
    return None


def _describable(tokens: Sequence[Token], head: Range) -> bool:
    capital = any(token.capital for token in tokens[head.start : head.end])
    return capital or tokens[head.start].lower in DETERMINERS | NUMBERS


def _describes(words: Sequence[Token]) -> bool:
    """Whether `words`, from comma to comma, describe the name before them rather than say what it did."""
    if not words:
        return False
    first = words[0]
    if first.lower in RELATIVES | {"whom", "now", "then", "formerly"}:
        return True
    main = takewhile(lambda word: word not in RELATIVES, (token.lower for token in words))
    if any(word in FINITE for word in main):
        return False
    return first.capital or (first.word and first.lower not in PREPOSITIONS | PRONOUNS | CONJUNCTIONS)


def _between_dashes(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    for dash in range(end - 2, floor, -1):
        if tokens[dash].text in DASHES and tokens[dash - 1].word:
            head = phrase_before(tokens, dash, floor)
            return Range(head.start, end) if head else None
    return None


def _opening_bracket(tokens: Sequence[Token], at: int, floor: int) -> int | None:
    return next((i for i in range(at, floor - 1, -1) if tokens[i].text == "("), None)
