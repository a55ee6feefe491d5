"""Noun phrases beside a cue, found without a parser: the subject before it, the speaker after it.

Positions are indices into a sentence's tokens; a phrase is a `Range` of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.extraction.lexicon import (
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
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.segment import Token


class Range(NamedTuple):
    """Tokens of a sentence: indices, half-open."""

    start: int
    end: int

    def span(self, tokens: Sequence[Token]) -> Span:
        """Where these tokens stand in the text."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)


HIDING = frozenset("anonymity named identified authorized authorised".split())
HARD = frozenset(";:—–") | {"--", "...", "…"}


def before(tokens: Sequence[Token], end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends just before `end`, none of it before `floor`."""
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.text == ",":
        return _with_apposition(tokens, end, floor)
    if last.text in {"—", "–", "--"}:
        return _between_dashes(tokens, end, floor)
    if last.text == ")":
        opening = _matching(tokens, end - 1, floor)
        inner = before(tokens, opening, floor) if opening is not None else None
        return Range(inner.start, end) if inner else None
    if last.quote or not last.word:
        return None
    return _trimmed(tokens, _walk(tokens, end, floor), end)


def _walk(tokens: Sequence[Token], end: int, floor: int) -> int:
    at = end
    while at > floor:
        token = tokens[at - 1]
        word = token.lower
        if token.text == ")" and (opening := _matching(tokens, at - 1, floor)) is not None:
            at = opening
            continue
        if token.quote and (len(token.text.split()) > 4 or token.text.rstrip("\"'”’»")[-1:] in set(",.!?…")):
            break
        if not token.word and not token.quote and token.text not in "&$%./'’":
            if token.text == "," and _between_names(tokens, at - 1):
                at -= 1
                continue
            break
        if word in RELATIVES and at - 1 > floor and _nominal(tokens[at - 2]) and at < end:
            at -= 1
            continue
        if word in SUBORDINATORS:
            break
        if word in CONJUNCTIONS and not _joins(tokens, at - 1, floor):
            break
        at -= 1
    return at


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
        and not any(t.lower in FINITE or t.lower in verbs() for t in tokens[max(floor, at - 6) : at])
    )


def _between_names(tokens: Sequence[Token], at: int) -> bool:
    """A comma inside a list of names or a place: "Tulsa, Okla., police", "Ohio, Florida and Nevada"."""
    if at == 0 or at + 2 >= len(tokens):
        return False
    left, right, then = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    return left.capital and right.capital and then.text in {",", "."} and right.text.endswith(".")


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    while start < end and (
        tokens[start].lower in OPENERS or adverb(tokens[start].lower) or not (tokens[start].word or tokens[start].quote)
    ):
        start += 1
    if start < end and tokens[start].lower in PREPOSITIONS:
        start = _after_adjunct(tokens, start, end)
    if start < end and tokens[start].lower in TIMES:
        start = _after_time(tokens, start, end)
    if tokens[end - 1].lower in PRONOUNS and end - start > 1 and tokens[end - 2].lower not in CONJUNCTIONS:
        return Range(end - 1, end)
    turn = [
        i
        for i in range(start + 1, end - 1)
        if tokens[i].lower in {"after", "before", "since", "until", "said", "says", "told"}
    ]
    if turn and not any(tokens[i].lower in RELATIVES for i in range(start, turn[-1])):
        start = turn[-1] + 1
    clause = [i for i in range(start, end) if tokens[i].lower in FINITE or tokens[i].lower in AUXILIARIES]
    relative = [i for i in range(start, end) if tokens[i].lower in RELATIVES]
    if clause and not (relative and relative[0] < clause[0]):
        start = _last_noun_start(tokens, clause[-1] + 1, end)
    if start >= end:
        return None
    if end - start == 1 and not _may_stand_alone(tokens[start]):
        return None
    return Range(start, end)


def _may_stand_alone(token: Token) -> bool:
    word = token.lower
    return token.word and not (
        word in AUXILIARIES
        or word in PREPOSITIONS
        or (word in DETERMINERS and word not in {"some", "many", "others", "another", "both", "all", "few", "several"})
    )


def _after_adjunct(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past "In a statement on Friday" to the noun phrase that follows it without a comma."""
    return _last_noun_start(tokens, start + 1, end)


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
        previous = tokens[at - 1]
        if (
            tokens[at].lower in DETERMINERS | NUMBERS or tokens[at].text[0].isdigit()
        ) and previous.lower not in PREPOSITIONS:
            return at
        if (
            tokens[at].capital
            and not previous.capital
            and previous.word
            and previous.lower not in PREPOSITIONS | DETERMINERS | CONJUNCTIONS
        ):
            return at
        if tokens[at].capital and previous.lower in TIMES and tokens[at].lower not in TIMES:
            return at
    return end if tokens[end - 1].lower in TIMES else end - 1


def _with_apposition(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """Back over "Kim Jung, a professor, |said|" to the name before the commas."""
    for comma in range(end - 2, floor, -1):
        token = tokens[comma]
        if token.text in HARD or (token.quote and len(token.text.split()) > 8):
            return None
        if token.text != ",":
            continue
        first = tokens[comma + 1]
        if _between_names(tokens, comma) or not tokens[comma - 1].word:
            continue
        head = before(tokens, comma, floor)
        if head is None:
            continue
        relative = first.lower in RELATIVES | {"whom"} or first.lower in {"now", "then", "formerly"}
        noun = (
            first.lower in DETERMINERS | NUMBERS
            or first.capital
            or first.lower in {"speaking", "writing", "citing", "quoting", "quoted"}
        )
        inner = [t.lower for t in tokens[comma + 1 : end - 1]]
        wordy = any(w in FINITE for w in inner[: next((i for i, w in enumerate(inner) if w in RELATIVES), len(inner))])
        name = (
            any(t.capital for t in tokens[head.start : head.end]) or tokens[head.start].lower in DETERMINERS | NUMBERS
        )
        if name and (
            relative
            or (noun and not wordy)
            or (first.word and not wordy and first.lower not in PREPOSITIONS | PRONOUNS | CONJUNCTIONS)
        ):
            return Range(head.start, end)
    return None


def _between_dashes(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    for dash in range(end - 2, floor, -1):
        if tokens[dash].text in {"—", "–", "--"} and tokens[dash - 1].word:
            head = before(tokens, dash, floor)
            return Range(head.start, end) if head else None
    return None


def _matching(tokens: Sequence[Token], at: int, floor: int) -> int | None:
    for i in range(at, floor - 1, -1):
        if tokens[i].text == "(":
            return i
    return None


def _nominal(token: Token) -> bool:
    return token.word and token.lower not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | verbs().keys()


def after(tokens: Sequence[Token], start: int) -> Range | None:
    """The noun phrase that begins at `start`: name or description, with its apposition where one closes it."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        word = token.lower
        if token.text == "(" and at > start:
            close = next((i for i in range(at, len(tokens)) if tokens[i].text == ")"), None)
            if close is not None and close - at < 8:
                at = close + 1
                continue
            break
        if token.quote and (at == start or len(token.text.split()) > 5):
            break
        if not token.word and not token.quote and token.text not in {"&", "’", "'", "/", "$", "-"}:
            break
        if at > start and _gives_reason(tokens, start, at):
            return Range(start, next((i for i in range(at, len(tokens)) if tokens[i].text in {".", ","}), len(tokens)))
        if at > start and _ends_phrase(tokens, start, at):
            break
        if word in PRONOUNS and word != "who":
            return Range(start, at + 1) if at == start else Range(start, at)
        at += 1
    if at == start or tokens[start].lower in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS:
        return None
    return Range(start, _over_apposition(tokens, at))


def _gives_reason(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the word at `at` begins why the source is not named."""
    return tokens[at].lower in {"because", "given", "since", "as", "due"} and any(
        token.lower in HIDING for token in tokens[start:at]
    )


def _ends_phrase(tokens: Sequence[Token], start: int, at: int) -> bool:
    word = tokens[at].lower
    if word in CONJUNCTIONS:
        return not (
            at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].lower in DETERMINERS) and word == "and"
        )
    if word in SUBORDINATORS:
        return word not in {"who", "whose"}
    if word in {"with", "in"} and at + 1 < len(tokens) and tokens[at + 1].lower == "reference":
        return True
    if word in {"in", "on", "at"}:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            following is None
            or following.lower in TIMES | {"a", "an", "his", "her", "their", "twitter", "facebook"}
            or (tokens[start].capital and not following.capital)
        )
    if word in {
        "during",
        "after",
        "before",
        "about",
        "regarding",
        "following",
        "amid",
        "adding",
        "citing",
        "saying",
    }:
        return True
    if word in TIMES and word not in {"may", "march"}:
        return True
    return word in FINITE and not any(t.lower == "who" for t in tokens[start:at])


def _over_apposition(tokens: Sequence[Token], at: int) -> int:
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return at
    first = tokens[at + 1]
    described = first.lower in DETERMINERS | {
        "who",
        "whose",
        "director",
        "president",
        "chief",
        "executive",
        "professor",
        "spokesman",
        "spokeswoman",
        "head",
        "chairman",
        "author",
        "editor",
        "co-founder",
        "founder",
    }
    if not described:
        return at
    relative = first.lower in {"who", "whose"}
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        if not relative and token.lower in FINITE and tokens[i - 1].lower not in RELATIVES:
            return at
        if token.quote or token.text in HARD or token.text in {".", "!", "?"}:
            return i
        if token.text == "," and not _between_names(tokens, i):
            return i
        if i > at + 1 and token.lower in {
            "said",
            "regarding",
            "during",
            "adding",
            "as",
            "after",
            "when",
            "while",
            "but",
        }:
            return i
    return len(tokens)
