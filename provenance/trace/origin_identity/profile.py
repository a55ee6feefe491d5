"""What is said of an origin, as far as it tells whether another may be the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from provenance.documents.lexicon import lexicon
from provenance.text import STOP_WORDS, plain_name, words
from provenance.trace.affiliation import NOTHING, Affiliation, of_person, of_unnamed
from provenance.trace.origin_identity.naming import NAMED, UNNAMED, is_named, name_words
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from provenance.trace.origin_identity.naming import Words
    from provenance.trace.result import Origin


class Sort(IntEnum):
    """How an origin is known, the most telling first."""

    NAME = 0
    DESCRIPTION = 1
    PAPER = 2
    """A document without a name of its own."""
    NOTHING = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """Origins of one profile are alike to all others: none is surely two with another of them.

    `words` are those of a name, of a document each without its possessive, `stems` those of a name and its role, or of
    a description that says what someone is; `belongs` what the name and the role each say it belongs to, or both
    together where it is a name. `node` tells apart those that somebody decided upon, or a link concerns.
    """

    sort: Sort
    nature: Nature
    words: Words
    roles: Words
    stems: Words
    belongs: tuple[Affiliation, ...]
    node: str

    @property
    def speaks(self) -> bool:
        """Whether it has an office, so that what it says a body may be held to have said."""
        return self.nature is Nature.PERSON and not self.roles.isdisjoint(lexicon().offices)


def profile(origin: Origin, *, alone: bool) -> Profile:
    """`alone` where it is to be told apart from all others that are described alike."""
    node = origin.node if alone else ""
    if is_named(origin):
        body = [origin.name] if origin.nature is Nature.ORGANIZATION else []
        known = reduce(or_, map(of_person, (origin.role, *body)), NOTHING)
        named, roles = name_words(origin.name), frozenset(plain_name(origin.role).split())
        return Profile(Sort.NAME, origin.nature, named, roles, _stems(named | roles), (known,), node)
    if origin.nature is Nature.DOCUMENT:
        bearing = frozenset(map(plain_name, origin.name.split())) - STOP_WORDS
        return Profile(Sort.PAPER, origin.nature, bearing, frozenset(), frozenset(), (), node)
    if origin.nature in UNNAMED | NAMED:
        said = frozenset(plain_name(f"{origin.name} {origin.role}").split())
        telling = frozenset() if said & lexicon().vague or not said - STOP_WORDS else _stems(said)
        belongs = tuple(map(of_unnamed, (origin.name, origin.role)))
        return Profile(Sort.DESCRIPTION, Nature.ANONYMOUS, frozenset(), frozenset(), telling, belongs, node)
    return Profile(Sort.NOTHING, origin.nature, frozenset(), frozenset(), frozenset(), (), node)


def _stems(plain: Words) -> Words:
    return frozenset(words(" ".join(plain - lexicon().number_words.keys())))
