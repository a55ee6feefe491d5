"""Statements of nobody inside an account of somebody's: "It is expected to open in May", after "W reported that …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.hops import taken_over
from provenance.model import RELAYS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.rules.context import Context, Resolved
    from provenance.model import Hop

IMPERSONAL = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?"
    r"(?:expected|argued|believed|thought|seen|noted|stressed|stated|claimed|alleged|said|hoped|understood|planned)\b"
)
NEXT = 1  # sentences


def accounted(context: Context, found: Sequence[Resolved], chains: Sequence[tuple[Hop, ...]]) -> list[tuple[Hop, ...]]:
    """`chains` of `found`; what is said impersonally has that of the relayed statement just before in its paragraph.

    Hops taken over so are less sure than those which a sentence shows.
    """
    made: list[tuple[Hop, ...]] = []
    for number, (resolved, chain) in enumerate(zip(found, chains, strict=True)):
        before = made[number - 1] if number else ()
        if before and _nobodys(context, resolved, chain) and _goes_on(found[number - 1], resolved) and _relayed(before):
            made.append(taken_over(before))
        else:
            made.append(chain)
    return made


def _nobodys(context: Context, resolved: Resolved, chain: Sequence[Hop]) -> bool:
    alone = len(chain) == 1 and chain[0].kind is Kind.UNSPECIFIED
    return alone and IMPERSONAL.search(context.words(resolved.said.cue)) is not None


def _goes_on(before: Resolved, resolved: Resolved) -> bool:
    near = resolved.said.sentence - before.said.sentence <= NEXT
    return near and before.said.paragraph == resolved.said.paragraph


def _relayed(chain: Sequence[Hop]) -> bool:
    return chain[0].kind in RELAYS
