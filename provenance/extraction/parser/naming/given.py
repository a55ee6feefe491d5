"""The name that stands in a run of words: without the roles, lands and bodies before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

MOST_WORDS = 5
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})
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
        name = _name_in(run, _governing(half, at), page)
        if name and _may_follow(run, following) and not any(_acts(word) for word in half[:at]):
            start = next(place for place, word in enumerate(half) if word is name[0])
            front = undetermined([word for word in half[:start] if word.lower not in vocabulary.COURTESY])
            known = len(name) > 1 and name[0].lower in vocabulary.FIRST_NAMES
            sure = known or page.people.is_name(name[-1].text) or any(w.is_role for w in front[-1:])
            return Named(joined(name), joined(front) if any(word.is_role for word in front) else "", is_sure=sure)
        at = end
    return None


def _acts(word: Word) -> bool:
    """“a rival trying to unseat Ada Brunt” names nobody by herself."""
    return word.lower.endswith("ing") and not word.is_capital and "-" not in word.text


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
    while start and half[start - 1].lower not in OF and (half[start - 1].is_role or half[start - 1].lower in ARTICLES):
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
        or not following.text[0].isalpha()
    )


def _name_in(run: Sequence[Word], governing: Sequence[Word], page: Page) -> list[Word]:
    """The words of a run that are a name, [] where none is."""
    if any(word.text == "&" for word in run):
        return []
    last = max((at for at, word in enumerate(run[:-1]) if _is_front(run, at)), default=-1)
    own = list(run[last + 1 :])
    while own and own[0].lower in vocabulary.NO_NAMES | vocabulary.PARTICLES:
        own = own[1:]
    if governing and (last < 0 or any(word.is_role for word in governing) or _is_title(run[last])):
        own = _after_place(own, page) if last < 0 and len(governing) < 3 else []
    if not own or len(own) > MOST_WORDS:
        return []
    tail = own[-1].lower
    if len(own) == 1:
        return own if _single(own[0], page, titled=last >= 0) else []
    if (
        tail in vocabulary.BODY_WORDS | vocabulary.DATES | vocabulary.DEMONYMS | vocabulary.NEWSY
        or " ".join(w.lower for w in own) in vocabulary.PLACES
    ):
        return []
    if tail in vocabulary.ROLES and own[-2].lower not in vocabulary.FIRST_NAMES:
        return []
    return own


def _is_front(run: Sequence[Word], at: int) -> bool:
    """A role, a body or a place, before the name proper; a first name makes a surname of what follows it."""
    word = run[at]
    if at and run[at - 1].lower in vocabulary.FIRST_NAMES and word.lower not in vocabulary.COURTESY:
        return False
    if word.lower in vocabulary.FIRST_NAMES and not word.text.endswith("."):
        return False
    if word.is_role or word.lower in vocabulary.BODY_WORDS or word.lower in vocabulary.DATES:
        return True
    lands = vocabulary.DEMONYMS | vocabulary.PLACES
    two = f"{run[at - 1].lower} {word.lower}" if at else ""
    return at < len(run) - 2 and (word.lower in lands or two in lands)


def _is_title(word: Word) -> bool:
    """Of somebody, not of an office: "House Speaker", but not "Foreign Affairs"."""
    return word.lower in vocabulary.TITLES | vocabulary.PERSON_NOUNS | vocabulary.COURTESY


def _after_place(own: list[Word], page: Page) -> list[Word]:
    """“ambassador to Britain |Liu Xiaming|”: two words are left after that of the place, else none is meant."""
    if len(own) < 3:
        return []
    if own[0].lower in vocabulary.FIRST_NAMES and own[0].lower not in vocabulary.PLACES:
        return []
    known = (
        own[1].lower in vocabulary.FIRST_NAMES or own[0].lower in vocabulary.PLACES or page.people.is_name(own[-1].text)
    )
    return own[1:] if known else []


def _single(word: Word, page: Page, *, titled: bool) -> bool:
    bare = word.lower
    if bare in vocabulary.NO_NAMES or not any(letter.isalpha() for letter in bare):
        return False
    if page.people.is_name(word.text):
        return True
    if bare in page.small and not titled and bare not in vocabulary.FIRST_NAMES:
        return False
    lists = vocabulary.ROLES | vocabulary.BODY_WORDS | vocabulary.DEMONYMS | vocabulary.PLACES
    if bare in lists or bare.rstrip("s") in vocabulary.DEMONYMS | vocabulary.ROLES:
        return False
    return titled or not word.text.isupper()
