"""Which words of a capitalised run are a person’s name: not the roles, lands and bodies before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page
    from provenance.extraction.parser.naming.words import Word

MOST_WORDS = 5


def name_in(run: Sequence[Word], governing: Sequence[Word], page: Page) -> list[Word]:
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
    if last >= 0 and _is_title(run[last]) and not {tail, own[0].lower} & vocabulary.BODY_WORDS:
        return own
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
