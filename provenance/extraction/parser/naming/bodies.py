"""Bodies: the longest capitalised name, with the noun after it where that is what speaks ("the Brunt campaign")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

LINKS = frozenset("of for the and on in de la del & to".split())
FOR = frozenset("of for".split())


def body(parts: Sequence[Word], page: Page) -> str:
    """The name of a body in a phrase; "" where it bears none."""
    own = undetermined(list(parts))
    run = longest_run(own)
    if not run:
        return ""
    at = next(place for place, word in enumerate(own) if word is run[0])
    after = own[at + len(run) :]
    head = _head(after)
    if head:
        return joined([*_untitled(run), *head])
    before = own[at - 2 : at] if at > 1 else []
    if before and _noun_of(before):
        return joined([before[0], before[1], *run])
    if run[-1].owns and after:
        return ""
    name = joined(run)
    return page.acronyms.get(name, name)


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


def _begins(word: Word) -> bool:
    return (word.is_capital or word.text[:1].isdigit()) and word.lower not in vocabulary.SMALL and not word.text.isdigit()


def _end(parts: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(parts):
        ahead = end
        while ahead < len(parts) and ahead - end < 2 and parts[ahead].lower in LINKS and not parts[ahead].is_capital:  # noqa: PLR2004
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


def _untitled(run: list[Word]) -> list[Word]:
    """ "Special Counsel Ada Brunt’s inquiry" is Ada Brunt’s."""
    last = max((at for at, word in enumerate(run[:-1]) if word.is_role), default=-1)
    return run[last + 1 :] if run[-1].owns else run
