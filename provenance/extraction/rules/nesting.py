"""An attribution inside another's content: "W reported that, according to S, C" is one statement through two hops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.hops import believed
from provenance.extraction.rules.lexicon import attitude
from provenance.model import OUTLETS, RELAYS, Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.rules.said import Said
    from provenance.model import Hop

Linked = tuple["Said", "tuple[Hop, ...]"]
NO_MORE = re.compile(r"(?:an? )?(?:(?:new|recent|media|news|press) )*(?:reports?|article|story)", re.IGNORECASE)
"""Names of papers that say no more than that there is one."""
NEARLY_ALL = 0.85
REACH = 30  # statements


def unnested(found: Sequence[Linked]) -> list[Linked]:
    """Inner statements take the outer's hops before their own; an outer one that only frames another goes."""
    made: list[Linked] = []
    for number, (said, chain) in enumerate(found):
        outer = _holder(_near(found, number), said)
        if outer and _topic(said, chain, outer):
            continue
        made.append((said, _behind(outer[1], chain) if outer else chain))
    return [
        (said, chain) for number, (said, chain) in enumerate(made) if not _only_frames(said, chain, _near(made, number))
    ]


def _topic(said: Said, chain: Sequence[Hop], outer: Linked) -> bool:
    """Whether an inner statement is what the outer one tells of somebody's mind, not what they told: "S say N hopes".

    What unnamed people or a body believe, an outlet has from them: "W reported that officials believe that C".
    """
    told = outer[1][-1].kind in OUTLETS and believed(said.verb, chain[-1])
    return attitude(said.verb) and outer[0].sentence == said.sentence and not told


def _near(linked: Sequence[Linked], number: int) -> Sequence[Linked]:
    """Those that may hold, or be held by, the one at `number`."""
    return linked[max(0, number - REACH) : number + REACH]


def _behind(front: Sequence[Hop], chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """`chain` behind those hops of `front` that it does not name itself; `front` alone where it names nobody."""
    if chain[-1].kind is Kind.UNSPECIFIED or (len(chain) == 1 and NO_MORE.fullmatch(chain[0].name)):
        return tuple(front)
    names = {plain_name(hop.name) for hop in chain}
    return (*(hop for hop in front if plain_name(hop.name) not in names), *chain)


def _relays(chain: Sequence[Hop]) -> bool:
    return chain[-1].kind in RELAYS


def _holds(outer: Said, inner: Said) -> bool:
    cue = inner.cue
    return outer is not inner and any(start <= cue.start and cue.end <= end for start, end in outer.content)


def _holder(found: Sequence[Linked], said: Said) -> Linked | None:
    return next((other for other in found if _holds(other[0], said)), None)


def _only_frames(said: Said, chain: Sequence[Hop], made: Sequence[Linked]) -> bool:
    """Whether all that `said` holds is one attribution that another statement gives in full.

    Whoever reports that somebody said a thing may be asked about it; a relay, or a sentence that points back, is not.
    """
    total = sum(end - start for start, end in said.content)
    return any(
        sum(end - start for start, end in (*other.content, other.cue, other.source)) >= NEARLY_ALL * total
        for other, _ in made
        if _holds(said, other) and (_relays(chain) or said.sentence != other.sentence)
    )
