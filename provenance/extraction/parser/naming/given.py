"""Whoever is named in words without a mark: where a run of capitals stands that may be a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.proper import name_in
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

FRONT = vocabulary.ARTICLES | {"his", "her", "their"}
OF = frozenset("of for at from in to with by on against under near".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name, and what the phrase calls them."""

    name: str
    role: str
    is_sure: bool = True


def first_named(half: list[Word], page: Page) -> Named | None:
    """Whoever is named first in words without a mark, a relative or an “and”."""
    at = 0
    while at < len(half):
        if not _begins(half[at]):
            at += 1
            continue
        end = _run_end(half, at)
        run = half[at:end]
        following = half[end] if end < len(half) else None
        name = name_in(run, _governing(half, at), page)
        if name and _may_follow(run, following) and not any(_acts(word) for word in half[:at]):
            start = next(place for place, word in enumerate(half) if word is name[0])
            front = undetermined([word for word in half[:start] if word.lower not in vocabulary.COURTESY])
            known = len(name) > 1 and name[0].lower in vocabulary.FIRST_NAMES
            sure = known or page.people.is_name(name[-1].text) or any(w.is_role for w in front[-1:])
            return Named(joined(name), joined(front) if _is_role(front, half[0]) else "", is_sure=sure)
        at = end
    return None


def _is_role(front: Sequence[Word], first: Word) -> bool:
    """Whether the words before a name tell what somebody is: a noun of a role, or one made like those of work."""
    if any(word.is_role for word in front):
        return True
    return first.lower in vocabulary.ARTICLES and bool(front) and front[-1].text.endswith(vocabulary.WORKERS)


def _acts(word: Word) -> bool:
    """“a rival trying to unseat Ada Brunt” names nobody by herself."""
    return word.lower.endswith("ing") and not word.is_capital and "-" not in word.text and not word.is_role


def _begins(word: Word) -> bool:
    return word.is_capital and word.lower not in vocabulary.SMALL


def _run_end(half: Sequence[Word], at: int) -> int:
    """Past the capitalised words that stand together, the particles of a name among them; a possessor ends them."""
    end = at
    while end < len(half):
        word = half[end]
        particle = word.lower in vocabulary.PARTICLES and end + 1 < len(half) and half[end + 1].is_capital
        if not (word.is_capital or particle or word.text == "&"):
            break
        end += 1
        if word.owns:
            break
    return end


def _governing(half: Sequence[Word], at: int) -> list[Word]:
    """The preposition before the words, with what is between: whoever is named there is somebody else, or a place."""
    start = at
    while start and half[start - 1].lower not in OF and (half[start - 1].is_role or half[start - 1].lower in FRONT):
        start -= 1
    return list(half[start - 1 : at]) if start and half[start - 1].lower in OF else []


def _may_follow(run: Sequence[Word], following: Word | None) -> bool:
    if following is None:
        return True
    if run[-1].owns:
        return False
    return (
        following.lower in vocabulary.FOLLOW | vocabulary.PREPOSITIONS | vocabulary.RELATIVES
        or following.lower in vocabulary.CUES
        or (following.lower.endswith("ly") and not following.is_role and following.lower not in vocabulary.NOT_ADVERBS)
        or not following.text[0].isalpha()
    )
