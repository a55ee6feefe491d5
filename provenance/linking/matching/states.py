"""Whether two names are of one body of one land: "Kalvonian defence ministry", "Ministry of Defense of Kalvonia".

Every land has a foreign ministry: two of them are one only where the land is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.places import mentions, tokens
from provenance.iris import CHARGES, EVERY_LANDS
from provenance.text import STOP_WORDS, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable

SURE = 0.88
PERHAPS = 0.6
SPELT = {"defense": "defence", "labor": "labour", "transportation": "transport", "courts": "court"}
IDLE = frozenset({"affairs"})
"""A foreign ministry is one of foreign affairs."""
ENDINGS = ("ian", "ean", "an", "ese", "ish", "i", "n", "s")
"""Of words for what belongs to a land: Kalvonia, Kalvonian; Veshna, Veshnan."""
STEM = 4
"""Letters that are left of a land's name at least."""
KNOWN = 10_000
"""Names whose words are kept at hand."""


class StateBody(NamedTuple):
    """What a body is and has in charge, and whose it is: the country or words for a land, none where it is not said."""

    charge: frozenset[str]
    land: frozenset[str]


def is_state_body(name: str) -> bool:
    """Whether a name is of a body that every land has, its own land's name in it or not."""
    found = state_body(name)
    return not found.charge.isdisjoint(EVERY_LANDS) and len(found.land) <= 1


def one_state_body(left: str, right: str, everyone: Iterable[str]) -> float | None:
    """How sure it is that the two are one, among the names of two articles on one story; None where they are two.

    Sure where both lands are told and are one; where one is not told, they may be, unless the articles name two lands'.
    """
    one, other = state_body(left), state_body(right)
    if one.charge != other.charge or (one.land and other.land and one.land != other.land):
        return None
    if one.land and other.land:
        return SURE
    lands = {found.land for found in map(state_body, everyone) if found.charge == one.charge and found.land}
    return PERHAPS if len(lands) <= 1 else None


@lru_cache(KNOWN)
def state_body(name: str) -> StateBody:
    """From such as "the Kalvonian defence ministry"."""
    words = [SPELT.get(word, word) for word in plain_name(name).split() if word not in STOP_WORDS | IDLE]
    own = [word for word in words if word not in EVERY_LANDS | CHARGES]
    charge = frozenset(words) - frozenset(own)
    countries = [mention.countries for mention in mentions(tokens(name))]
    known = frozenset({",".join(sorted(found)) for found in countries})
    return StateBody(charge, known or frozenset(map(_land, own)))


def _land(word: str) -> str:
    """The name of a land and the word for what is its own, alike: "kalvoni", "kalvoni"."""
    bare = next(
        (word.removesuffix(end) for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= STEM), word
    )
    return bare.rstrip("aeiouy")
