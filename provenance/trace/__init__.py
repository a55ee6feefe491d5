"""From the statements that match a claim back to where they came from."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.trace.result import CITED, Chain, Nature, Origin, Step, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Resolution, Statement

__all__ = ["CITED", "Chain", "Nature", "Origin", "Step", "Trace", "trace"]


def trace(
    claim: str,
    statements: Sequence[Statement],
    resolutions: Sequence[Resolution] = (),
    limit: int = 20,
    exact: Sequence[Statement] = (),
) -> Trace:
    """The chains and origins of `statements`, in time proportional to their own part of the graph.

    At most `limit` chains, the shortest first; where there are more, those of the statements in `exact`, which make
    the claim in full, come before all others. Raises UsageError where `limit` is under 1.
    """
    from provenance.trace.chains import chains
    from provenance.trace.graph import build, cut
    from provenance.trace.origins import origins
    from provenance.trace.walk import split, walk

    if limit < 1:
        raise UsageError(f"a trace shows at least one chain: the limit must be 1 or more, not {limit}")
    graph = build(cut(statements), resolutions)
    up = walk(graph)
    found = tuple(islice(chains(up), limit + 1))
    more = len(found) > limit
    if more:
        found = tuple(islice(chain.from_iterable(map(chains, split(up, exact))), limit))
    return Trace(
        claim=claim,
        statements=tuple(statements),
        chains=found,
        origins=origins(up),
        more=more,
        graph=graph,
    )
