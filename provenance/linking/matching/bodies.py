"""Whether two names are of one body: "Harbour Authority", "Port Tarsk Harbour Authority"; "Calder", "Calder Ltd"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[str, ...]

FORMS = frozenset(
    "ag bv co company corp corporation group gmbh holding holdings inc limited llc llp ltd plc sa se spa".split()
)
"""What a firm is by law, which its name may be given without."""
OF = frozenset("at for from in of".split())
SURE = 0.88
PERHAPS = 0.6
TELLING = 2
"""Words of a short name that say what the body is: there are many authorities."""


def one_body(left: Words, right: Words, everyone: Iterable[Words]) -> float | None:
    """How sure it is that the two are one, among the names of two articles on one story; None where nothing shows it.

    Sure where the longer name only adds where, or what the law calls it, and no other name in the articles does.
    """
    one, other = _telling(left), _telling(right)
    if set(one) == set(other):
        return SURE
    short, full = sorted((one, other), key=lambda name: (len(name), name))
    if not short or not set(short) < set(full) or _is_owner(short, left if set(short) < set(left) else right):
        return None
    holding = {frozenset(name) for name in map(_telling, everyone) if set(short) < set(name)}
    alone = len(holding) == 1
    ends_alike = short[-1] == full[-1] and len(short) >= TELLING
    return SURE if alone and ends_alike else PERHAPS


def _is_owner(short: Words, full: Words) -> bool:
    """Whether `short` only says whose or where the body `full` is: "Tollund", "energy ministry of Tollund"."""
    start = next((index for index, word in enumerate(full) if word in OF), len(full))
    return set(short).isdisjoint(full[:start])


def _telling(name: Words) -> Words:
    return tuple(word for word in name if word not in STOP_WORDS and word not in FORMS) or name
