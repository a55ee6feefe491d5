"""What would settle whether two origins are one: a report to read, an outlet to ask, or somebody who knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.trace.origin_identity.naming import is_named
from provenance.trace.origin_identity.pair import Settle, Settling
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.trace.origin_identity.telling import Telling
    from provenance.trace.result import Origin

NOBODY = frozenset({Nature.TRAIL_ENDS, Nature.OWN_REPORTING, Nature.UNSPECIFIED, Nature.CIRCLE})
"""Ends that are nobody whom another could be: what they rest on is not told."""


def settling(left: Origin, here: Sequence[Telling], right: Origin, there: Sequence[Telling]) -> Iterator[Settling]:
    """The reports to fetch first, then whom to ask, then whether the two are known to be one; each once."""
    found = dict.fromkeys([*_known(left, here), *_known(right, there)])
    yield from sorted(found, key=lambda one: one.how is not Settle.FETCH)
    if not {left.nature, right.nature} & NOBODY:
        yield Settling(Settle.DECIDE, sources=(left.node, right.node))


def _known(origin: Origin, told: Sequence[Telling]) -> Iterator[Settling]:
    """How to learn more of an origin: nothing where it is known by name, or its trail runs in a circle."""
    if origin.nature is Nature.CIRCLE or is_named(origin):
        return
    for one in told[:1]:
        if origin.nature is Nature.TRAIL_ENDS:
            yield Settling(Settle.FETCH, who=origin.name, date=one.day)
            continue
        if one.is_retold:
            yield Settling(Settle.FETCH, who=one.outlet, date=one.day)
        about = "" if origin.nature in NOBODY else origin.name
        yield Settling(Settle.ASK, who=one.outlet, about=about)
