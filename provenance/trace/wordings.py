"""What changed between two wordings of one claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.lexicon import lexicon
from provenance.documents.quantities import Quantity, agree, quantities, rounds
from provenance.model import Span
from provenance.text import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_REACH = 5
"""Words after a negation in which what it denies stands."""
_OUTRIGHT = frozenset("will shall must has have had is are was were be been being to".split())


class ChangeKind(StrEnum):
    HEDGE = "a hedge lost"
    NUMBER = "a number changed"
    ROUNDED = "a number rounded"
    YEAR = "a year changed"
    NEGATION = "a negation flipped"
    DIRECTION = "a direction flipped"
    DROPPED = "an attribution dropped"
    UPGRADED = "a source upgraded"


@dataclass(frozen=True, slots=True)
class Change:
    """`before` became `after`: the words, and where they stand in each wording, in characters."""

    kind: ChangeKind
    before: str
    after: str
    before_at: Span
    after_at: Span


class _Word(NamedTuple):
    word: str
    start: int
    end: int
    capital: bool


def compared(before: str, after: str) -> tuple[Change, ...]:
    """What `after` changes of `before`, two wordings of one claim, in the order of `before`.

    A hedge lost, a number or year changed, a negation or direction flipped; by word lists (`data/wordings.toml`) and
    `quantities`. A word that is only left out or added is no change.
    """
    if before == after:
        return ()
    one, other = _split(before), _split(after)
    found = [
        *_hedges(before, after, one, other),
        *_numbers(before, after),
        *_negations(before, after, one, other),
        *_directions(before, after, one, other),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda change: (change.before_at, change.kind)))


def _split(text: str) -> list[_Word]:
    return [
        _Word(match[0].lower().replace("’", "").replace("'", ""), match.start(), match.end(), match[0][0].isupper())
        for match in _WORD.finditer(text)
    ]


def _hedges(before: str, after: str, one: Sequence[_Word], other: Sequence[_Word]) -> Iterator[Change]:
    """Where the weakest hedge of `before` is weaker than any of `after`, which says the same thing."""
    weak, strong = _weakest(one), _weakest(other)
    if not weak or (strong and strong[0] <= weak[0]):
        return
    _, start, end = weak
    outright = _unhedged(one, start, end, other)
    if not outright:
        return
    first, last = strong[1:] if strong else outright
    at, said = Span(one[start].start, one[end - 1].end), Span(other[first].start, other[last - 1].end)
    yield _change(ChangeKind.HEDGE, before, after, at, said)


def _weakest(told: Sequence[_Word]) -> tuple[int, int, int] | None:
    """(strength, first word, the word after the last) of the weakest hedge, the first of several."""
    found = [
        (strength, start, end)
        for start in range(len(told))
        for end in range(start + 1, min(start + 3, len(told)) + 1)
        if (strength := lexicon().hedges.get(tuple(one.word for one in told[start:end])))
        and not _is_may(told, start)
        and not (told[start].capital and start and end - start == 1)
    ]
    return min(found, default=None)


def _is_may(told: Sequence[_Word], at: int) -> bool:
    """Whether "May" is the month, also where it opens a sentence."""
    following = told[at + 1].word if at + 1 < len(told) else ""
    return told[at].word == "may" and told[at].capital and (at > 0 or following.isdigit())


def _unhedged(one: Sequence[_Word], start: int, end: int, other: Sequence[_Word]) -> tuple[int, int] | None:
    """The words of `other`, by index, that say outright what `one` says under its hedge: "will close"."""
    after, before = (list(filter(_is_content, part)) for part in (one[end:], one[:start]))
    for stem in map(_stem, (after or before[::-1])[:3]):
        for index, told in enumerate(other):
            if _stem(told) == stem:
                first = index
                while first and index - first < 2 and other[first - 1].word in _OUTRIGHT:
                    first -= 1
                return first, index + 1
    return None


def _numbers(before: str, after: str) -> Iterator[Change]:
    """Numbers that count the same thing and differ; a number that stands in both is no change."""
    ours, theirs = quantities(before), quantities(after)
    lost = [one for one in ours if not any(agree(one, other) and _alike(one, other) for other in theirs)]
    come = [one for one in theirs if not any(agree(one, other) and _alike(one, other) for other in ours)]
    alone = len(lost) == len(come) == 1
    for one in lost:
        matching = [other for other in come if _pairs(one, other) or (alone and _may_pair(one, other))]
        if not matching:
            continue
        other = max(matching, key=lambda found: len(one.counts & found.counts))
        come.remove(other)
        yield _change(_kind(one, other), before, after, one.at, other.at)


def _kind(one: Quantity, other: Quantity) -> ChangeKind:
    if one.unit == "year":
        return ChangeKind.YEAR
    return ChangeKind.ROUNDED if rounds(one, other) else ChangeKind.NUMBER


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be of one unit; a currency sign may be spelled out."""
    units = {one.unit, other.unit}
    return len(units) == 1 or ("" in units and not units & {"%", "year"})


def _pairs(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same, as what stands beside them says."""
    return _alike(one, other) and bool(one.counts & other.counts)


def _may_pair(one: Quantity, other: Quantity) -> bool:
    """Whether nothing says that two numbers count different things."""
    return _alike(one, other) and (bool(one.unit) or not one.counts or not other.counts)


def _negations(before: str, after: str, one: Sequence[_Word], other: Sequence[_Word]) -> Iterator[Change]:
    """A word that one wording denies and the other says."""
    ours, theirs = _negated(one), _negated(other)
    said, retold = _said(one, ours), _said(other, theirs)
    for stem in ours.keys() & retold.keys() - theirs.keys():
        yield _change(ChangeKind.NEGATION, before, after, ours[stem], retold[stem])
    for stem in theirs.keys() & said.keys() - ours.keys():
        yield _change(ChangeKind.NEGATION, before, after, said[stem], theirs[stem])


def _negated(told: Sequence[_Word]) -> dict[str, Span]:
    """The stem of the first content word that each negation reaches → from the negation to that word."""
    found: dict[str, Span] = {}
    for index, one in enumerate(told):
        if one.word in lexicon().negations and not _only(told, index):
            denied = next(
                (
                    near
                    for near in told[index + 1 : index + 1 + _REACH]
                    if near.word not in lexicon().auxiliaries and near.word not in STOP_WORDS
                ),
                None,
            )
            if denied:
                found.setdefault(_stem(denied), Span(one.start, denied.end))
    return found


def _only(told: Sequence[_Word], index: int) -> bool:
    """Whether a negation denies nothing: "not only", "no fewer than", "no longer than"."""
    following = told[index + 1].word if index + 1 < len(told) else ""
    return following in ("only", "just", "fewer", "less", "more", "later", "earlier", "doubt")


def _said(told: Sequence[_Word], negated: dict[str, Span]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for one in told:
        if _is_content(one) and _stem(one) not in negated:
            found.setdefault(_stem(one), Span(one.start, one.end))
    return found


def _directions(before: str, after: str, one: Sequence[_Word], other: Sequence[_Word]) -> Iterator[Change]:
    """A word of one side of a pair where the other wording has only the other side, neither of them denied."""
    ours, theirs = _sides(one), _sides(other)
    for pair, side in sorted(ours.keys() & {(pair, 1 - side) for pair, side in theirs}):
        if (pair, 1 - side) not in ours and (pair, side) not in theirs:
            yield _change(ChangeKind.DIRECTION, before, after, ours[pair, side], theirs[pair, 1 - side])


def _sides(told: Sequence[_Word]) -> dict[tuple[int, int], Span]:
    denied = _negated(told)
    found: dict[tuple[int, int], Span] = {}
    for one in told:
        if _stem(one) not in denied:
            for side in lexicon().sides.get(one.word, ()):
                found.setdefault(side, Span(one.start, one.end))
    return found


def _change(kind: ChangeKind, before: str, after: str, at: Span, said: Span) -> Change:
    return Change(kind, before[at.start : at.end], after[said.start : said.end], at, said)


def _is_content(one: _Word) -> bool:
    return one.word not in STOP_WORDS and one.word not in lexicon().auxiliaries


def _stem(one: _Word) -> str:
    return _stem_of(one.word)


@lru_cache(4096)
def _stem_of(word: str) -> str:
    return next(iter(words(word)), word)
