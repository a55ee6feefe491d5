"""Bodies: the longest capitalised name, with the noun after it where that is what speaks ("the Brunt campaign")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

LINKS = frozenset("of for the and on in de la del & to".split())
CAMPAIGNS = frozenset("campaign campaigns administration".split())
FOR = frozenset("of for".split())


def body(parts: Sequence[Word], page: Page) -> str:
    """The name of a body in a phrase; "" where it bears none."""
    own = undetermined(list(parts))
    best: list[Word] = []
    at = 0
    while run := next_run(own, at):
        at = own.index(run[0], at)
        after = own[at + len(run) :]
        if head := _head(after):
            return _with_head(run, head)
        if at > 1 and _noun_of(own[at - 2 : at]):
            return joined([*own[_start_of(own, at - 2) : at], *run])
        governed = at and own[at - 1].lower in vocabulary.PREPOSITIONS | {"the"} and _is_told_before(own[:at])
        if not governed and not modifies(run, after) and _weight(run) > _weight(best):
            best = run
        at += len(run)
    name = joined(best)
    return page.acronyms.get(name, name)


def modifies(run: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether the capitalised words only tell more of the noun that follows them: "the Tarn team"."""
    if run[-1].lower.endswith("-based"):
        return True
    if not after or after[0].is_mark:
        return False
    return run[-1].owns or not (
        after[0].is_small or after[0].lower in vocabulary.FOLLOW or after[0].lower in vocabulary.CUES
    )


def _is_told_before(before: Sequence[Word]) -> bool:
    """Whether a noun is the head of the phrase already: "the government in |Tarn|"."""
    return any(not word.is_small and not word.is_mark for word in before)


def _with_head(run: list[Word], head: list[Word]) -> str:
    """“Brunt’s campaign” is the Brunt campaign."""
    own = _untitled(run)
    if head[-1].lower in CAMPAIGNS:
        own = [*own[:-1], replace(own[-1], owns=False)]
    return joined([*own, *head])


def is_body(own: Sequence[Word]) -> bool:
    """A body, a firm or a land that stands alone is no person."""
    run = longest_run(own)
    if not run or len(run) != sum(not word.is_mark for word in own) or run[-1].owns:
        return False
    bodily = run[-1].lower in vocabulary.BODY_WORDS or any(word.text == "&" for word in run)
    return bodily or joined(run).lower() in vocabulary.PLACES


def longest_run(parts: Sequence[Word]) -> list[Word]:
    """The capitalised words that stand together, small links between them, and say most."""
    best: list[Word] = []
    at = 0
    while at < len(parts):
        if not _begins(parts[at]):
            at += 1
            continue
        end = _end(parts, at)
        if _weight(parts[at:end]) > _weight(best):
            best = list(parts[at:end])
        at = end
    return best


def next_run(parts: Sequence[Word], at: int) -> list[Word]:
    """The first capitalised words from the place `at` on, [] where there are none."""
    while at < len(parts) and not _begins(parts[at]):
        at += 1
    return list(parts[at : _end(parts, at)]) if at < len(parts) else []


def _begins(word: Word) -> bool:
    return (word.is_capital or word.text[:1].isdigit()) and not word.is_small and not word.text.isdigit()


def _end(parts: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(parts):
        ahead = end
        while ahead < len(parts) and ahead - end < 2 and parts[ahead].lower in LINKS and not parts[ahead].is_capital:
            ahead += 1
        if ahead >= len(parts) or not (parts[ahead].is_capital or parts[ahead].text == "&"):
            break
        end = ahead + 1
    return end


def _weight(run: Sequence[Word]) -> int:
    """Bodies before lands; else the longer."""
    if len(run) == 1 and run[0].lower in vocabulary.DEMONYMS:
        return 1
    bodily = any(word.lower in vocabulary.BODY_WORDS for word in run)
    return sum(len(word.text) + 1 for word in run) + 20 * bodily


def _head(after: Sequence[Word]) -> list[Word]:
    """The small words up to the noun of a body, where it follows the name with at most two words before it."""
    for at, word in enumerate(after[:3]):
        if word.is_mark or word.lower in vocabulary.SMALL:
            return []
        if word.lower in vocabulary.BODY_NOUNS:
            return list(after[: at + 1])
    return []


def _noun_of(before: Sequence[Word]) -> bool:
    return before[0].lower in vocabulary.BODY_NOUNS and before[1].lower in FOR


def _start_of(own: Sequence[Word], at: int) -> int:
    """Where the words begin that tell which body: |harbour council| of Harl."""
    while at and not (own[at - 1].is_mark or own[at - 1].is_small or own[at - 1].is_capital or own[at - 1].owns):
        at -= 1
    return at


def _untitled(run: list[Word]) -> list[Word]:
    """“Special Counsel Ada Brunt’s inquiry” is Ada Brunt’s."""
    last = max((at for at, word in enumerate(run[:-1]) if word.is_role), default=-1)
    return run[last + 1 :] if run[-1].owns else run
