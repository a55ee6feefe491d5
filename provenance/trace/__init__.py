"""From the statements that match a claim back to where they came from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import chain, islice
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.iris import is_minted
from provenance.trace.concluded import NOTHING, Concluded
from provenance.trace.report import Trace
from provenance.trace.result import CITED, Chain, Nature, Origin, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Resolution, Statement
    from provenance.trace.independence import Independence
    from provenance.trace.loops import Loop

__all__ = ["CITED", "Chain", "Concluded", "Nature", "Origin", "Outline", "Step", "Trace", "outline", "trace"]


def trace(
    claim: str,
    statements: Sequence[Statement],
    resolutions: Sequence[Resolution] = (),
    limit: int = 20,
    exact: Sequence[Statement] = (),
    concluded: Concluded = NOTHING,
) -> Trace:
    """The chains and origins of `statements`, in time proportional to their own part of the graph.

    At most `limit` chains, the shortest first; where there are more, those of the statements in `exact`, which make
    the claim in full, come before all others. Raises UsageError where `limit` is under 1.
    """
    from provenance.trace import analyses
    from provenance.trace.analyses import Findings, Grounds
    from provenance.trace.chains import chains
    from provenance.trace.completing import with_wholes
    from provenance.trace.decided import decided
    from provenance.trace.graph import cut, gathered
    from provenance.trace.origins import origins
    from provenance.trace.support import counted, supporting
    from provenance.trace.verdict import verdict
    from provenance.trace.walk import split, walk

    if limit < 1:
        raise UsageError(f"a trace shows at least one chain: the limit must be 1 or more, not {limit}")
    up = walk(gathered(cut(statements), resolutions, concluded.same))
    found = tuple(islice(chains(up), limit + 1))
    more = len(found) > limit
    if more:
        found = tuple(islice(chain.from_iterable(map(chains, split(up, exact))), limit))
    sure = decided(up)
    support, ends, undecided = supporting(sure), origins(sure), len(up.starts) - len(sure.starts)
    worded = "" if is_minted(claim.strip()) else claim
    made = Findings(Grounds(worded, up, sure, support, counted(sure, support), ends, concluded))
    number, chokes, first = made[analyses.INDEPENDENCE], made[analyses.CHOKE_POINTS], made[analyses.EARLIEST]
    return Trace(
        claim=claim,
        judged=verdict(ends, number, chokes, first, undecided),
        statements=tuple(statements),
        chains=with_wholes(found, statements),
        origins=ends,
        independence=number,
        origin_pairs=made[analyses.ORIGIN_PAIRS],
        choke_points=chokes,
        loops=made[analyses.LOOPS],
        drifts=made[analyses.DRIFTS],
        earliest=first,
        disorders=made[analyses.DISORDERS],
        to_fetch=made[analyses.TO_FETCH],
        more=more,
        traced=up.graph,
        undecided=undecided,
        further=made.beyond(frozenset(one.name for one in fields(Trace))),
    )


@dataclass(frozen=True, slots=True)
class Outline:
    """What a listing says of a claim: the least of a trace."""

    origins: tuple[Origin, ...]
    independence: Independence
    loops: tuple[Loop, ...]
    undecided: int


def outline(
    statements: Sequence[Statement], resolutions: Sequence[Resolution] = (), concluded: Concluded = NOTHING
) -> Outline:
    """What `trace` says of `statements` in these fields, for less."""
    from provenance.trace.decided import decided
    from provenance.trace.graph import cut, gathered
    from provenance.trace.independence import independence
    from provenance.trace.loops import loops
    from provenance.trace.origins import origins
    from provenance.trace.support import counted, supporting
    from provenance.trace.walk import walk

    up = walk(gathered(cut(statements), resolutions, concluded.same))
    sure = decided(up)
    ends = origins(sure)
    number = independence(counted(sure, supporting(sure)), ends, concluded)
    return Outline(ends, number, loops(up.graph), len(up.starts) - len(sure.starts))
