"""Numbers in running text: "two", "1,200", "5.28%", "$1.2 billion", "about 30"; days and clock times are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import takewhile
from math import floor, isclose, log10
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.lexicon import lexicon
from provenance.model import Span
from provenance.text import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TOKEN = re.compile(r"([$€£¥]?)(\d(?:[\d,.]*\d)?)|[^\W\d_]+(?:['’][^\W\d_]+)*|%")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_PERCENT = frozenset({"%", "percent", "pct"})
_NOT_COUNTED = frozenset("am pm st nd rd th s o".split())
_BEFORE_YEAR = frozenset(
    "after and autumn before by during early fall from in late mid of season since spring summer through to until "
    "winter".split()
)
_NOT_ONE = frozenset("another any each every no only some that the this which".split())
_NOT_OF_ONE = frozenset("another day more of or the thing who".split())
_YEARS = range(1800, 2100)
NEAR = 2
"""Content words beside a number that say what it counts."""
FAR = 0.1
"""How far off, as a share, a number that is said to be near may be."""
YEAR = "year"
LONGEST = 15
"""Digits; more than that are a code, not a quantity."""


class Bound(StrEnum):
    EXACT = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`unit` is "%", a currency sign or empty, or YEAR; `counts` are stems of the content words beside it."""

    value: float
    unit: str
    counts: frozenset[str]
    bound: Bound
    at: Span


class Token(NamedTuple):
    word: str
    start: int
    end: int
    currency: str = ""
    digits: str = ""


class _Number(NamedTuple):
    """A value from token `first` up to, not with, token `last`."""

    value: float
    unit: str
    first: int
    last: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of `text`, in order; `at` is where each stands, with its unit, in characters."""
    tokens = [
        Token(match[0].lower().replace("’", "'"), match.start(), match.end(), match[1] or "", match[2] or "")
        for match in _TOKEN.finditer(text)
    ]
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        number = _digits(text, tokens, index) if tokens[index].digits else _words(tokens, index)
        if number:
            at = Span(tokens[number.first].start, tokens[number.last - 1].end)
            found.append(Quantity(number.value, number.unit, _counts(tokens, number), _bound(tokens, number), at))
        index = number.last if number else index + 1
    return tuple(found)


def agree(before: Quantity, after: Quantity) -> bool:
    """Whether both say the same value."""
    return isclose(before.value, after.value, rel_tol=1e-9)


def rounds(before: Quantity, after: Quantity) -> bool:
    """Whether `after` is `before` in round figures, or bounds it as its words say ("more than 1,000" for 1,187)."""
    exact, said = before.value, after.value
    if exact <= 0 or said <= 0:
        return False
    near = abs(exact - said) <= FAR * exact
    match after.bound:
        case Bound.AT_LEAST:
            return said <= exact and said >= exact / 2
        case Bound.AT_MOST:
            return said >= exact and said <= exact * 2
        case Bound.ABOUT:
            return near
        case _:
            figures = floor(log10(exact)) + 1
            rounded = any(isclose(said, round(exact, place - figures), rel_tol=1e-9) for place in (2, 3, 4))
            return near and (rounded or before.bound is not Bound.EXACT)


def _digits(text: str, tokens: Sequence[Token], index: int) -> _Number | None:
    token = tokens[index]
    if not _GROUPED.fullmatch(token.digits) or len(token.digits) > LONGEST or _is_code(text, token):
        return None
    value = float(token.digits.replace(",", ""))
    last = index + 1
    if _is_time(tokens, last) or _is_day(tokens, index, value):
        return None
    while last < len(tokens) and _scales(tokens, last):
        value *= lexicon().scales[tokens[last].word]
        last += 1
    if last < len(tokens) and tokens[last].word in _PERCENT:
        return _Number(value, "%", index, last + 1)
    if last + 1 < len(tokens) and (tokens[last].word, tokens[last + 1].word) == ("per", "cent"):
        return _Number(value, "%", index, last + 2)
    if last == index + 1 and not token.currency and _is_year(tokens, index):
        return _Number(value, YEAR, index, last)
    return _Number(value, token.currency, index, last)


def _scales(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token multiplies the number before it; a single letter only where it is written to it ("5m")."""
    word = tokens[index].word
    return word in lexicon().scales and (len(word) > 2 or tokens[index].start == tokens[index - 1].end)


def _is_code(text: str, token: Token) -> bool:
    """Part of a name ("F-16"), a clock time ("3:30"), a fraction or a date in figures."""
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    if before[-1:].isalnum() or before[-1:] in ("_", "/", ":", "."):
        return True
    if before[-1:] in ("-", "–") and before[:1].isalnum():
        return True
    return after[:1] in (":", "/", "_") or (after[:1] == "-" and after[1:].isdigit())


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows makes the number an hour, an ordinal or a decade: "10 a.m.", "30th", "1990s"."""
    following = [token.word for token in tokens[index : index + 2]]
    if following in (["a", "m"], ["p", "m"]):
        return True
    return bool(following) and following[0] in _NOT_COUNTED and tokens[index].start == tokens[index - 1].end


def _is_day(tokens: Sequence[Token], index: int, value: float) -> bool:
    around = [tokens[near] for near in (index - 1, index + 1) if 0 <= near < len(tokens)]
    return value <= 31 and any(one.word in lexicon().months for one in around)


def _is_year(tokens: Sequence[Token], index: int) -> bool:
    digits = tokens[index].digits
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in _YEARS:
        return False
    before = tokens[index - 1] if index else None
    return not before or bool(before.digits) or before.word in _BEFORE_YEAR | lexicon().months


def _words(tokens: Sequence[Token], index: int) -> _Number | None:
    """A number in words: "two hundred and five", "a dozen", "1" as "one" only where it counts something."""
    small: Mapping[str, int] = lexicon().number_words
    scales = _spelt()
    total, current, last = 0, 0, index
    word = tokens[index].word
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if (word in ("a", "an") and following in scales) or (word == "one" and _counts_one(tokens, index)):
        current, last = 1, index + 1
    elif word in small:
        current, last = small[word], index + 1
    else:
        return None
    while last < len(tokens):
        word = tokens[last].word
        if word in scales and scales[word] < 1000:
            current *= scales[word]
        elif word in scales:
            total, current = total + current * scales[word], 0
        elif word in small and _fits_under(current, small[word]) and (total or current):
            current += small[word]
        elif not (word == "and" and _goes_on(tokens, last, small, scales)):
            break
        last += 1
    unit = "%" if last < len(tokens) and tokens[last].word in _PERCENT else ""
    return _Number(float(total + current), unit, index, last + bool(unit))


@cache
def _spelt() -> Mapping[str, int]:
    """The scales that are written out: "m" and "bn" go with digits."""
    return {word: scale for word, scale in lexicon().scales.items() if len(word) > 2}


def _fits_under(current: int, small: int) -> bool:
    """Whether `small` goes on a number in words: "two hundred five", "fifty two"."""
    return current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and small < 10)


def _goes_on(tokens: Sequence[Token], index: int, small: Mapping[str, int], scales: Mapping[str, int]) -> bool:
    """Whether "and" joins parts of one number."""
    return tokens[index - 1].word in scales and index + 1 < len(tokens) and tokens[index + 1].word in small


def _counts_one(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1].word if index else ""
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return before not in _NOT_ONE and bool(after) and after not in _NOT_OF_ONE | STOP_WORDS


def _counts(tokens: Sequence[Token], number: _Number) -> frozenset[str]:
    """What follows the number, or, where nothing does, what stands before it."""
    after = _content(tokens[number.last : number.last + NEAR + 1])
    return frozenset(after[:NEAR] or _content(tokens[max(0, number.first - NEAR - 1) : number.first][::-1])[:NEAR])


def _content(tokens: Sequence[Token]) -> list[str]:
    """The stems of content words up to the next number."""
    plain = (token.word for token in takewhile(lambda one: not _is_number(one), tokens) if token.word != "%")
    return [stem for word in plain if word not in lexicon().empty for stem in words(word)]


def _is_number(token: Token) -> bool:
    return bool(token.digits) or token.word in lexicon().number_words


def _bound(tokens: Sequence[Token], number: _Number) -> Bound:
    for length in (3, 2, 1):
        before = tuple(token.word for token in tokens[max(0, number.first - length) : number.first])
        for bound, phrases in (
            (Bound.AT_LEAST, lexicon().at_least),
            (Bound.AT_MOST, lexicon().at_most),
            (Bound.ABOUT, lexicon().approximate),
        ):
            if before in phrases:
                return bound
    return Bound.EXACT
