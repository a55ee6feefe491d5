"""Each pair of a claim's origins: why the two may be one or are two, by which words, and what would settle it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from provenance.model import Judgement
from provenance.trace.origin_identity.common import common
from provenance.trace.origin_identity.grouping import fewest
from provenance.trace.origin_identity.judging import Judge
from provenance.trace.origin_identity.pair import OriginPair, Why
from provenance.trace.origin_identity.settling import settling
from provenance.trace.origin_identity.telling import tellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.trace.concluded import Concluded
    from provenance.trace.origin_identity.pair import Verdict
    from provenance.trace.origin_identity.telling import Telling
    from provenance.trace.result import Origin
    from provenance.trace.walk import Walk

COMPARED = 50
"""Origins whose pairs are told, those that most articles lead to; all of them are counted."""
_CLOSEST = {why: rank for rank, why in enumerate(Why)}


def origin_pairs(support: Walk, origins: Sequence[Origin], concluded: Concluded) -> tuple[OriginPair, ...]:
    """Each two of the first `COMPARED` of `origins`, to which `support` leads, once; in their order."""
    judge = Judge(origins, concluded)
    told = tellings(support)
    group = {one: number for number, those in enumerate(fewest(origins, judge)) for one in those}
    return tuple(
        _pair(
            judge(left, right),
            (left, told.get((left.node, left.nature), ())),
            (right, told.get((right.node, right.nature), ())),
            is_merged=group[left] == group[right],
        )
        for left, right in combinations(origins[:COMPARED], 2)
    )


def closest(pairs: Iterable[OriginPair]) -> Iterator[OriginPair]:
    """Of the pairs that are counted as one, as few as join all of these, by the closest reasons."""
    import networkx as nx

    merged = [one for one in pairs if one.is_merged]
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    for number, one in enumerate(merged):
        ends = ((end.node, end.nature) for end in (one.left, one.right))
        graph.add_edge(*ends, weight=_CLOSEST[one.why], number=number)
    for _, _, edge in nx.minimum_spanning_edges(graph):
        yield merged[edge["number"]]


def _pair(
    verdict: Verdict,
    here: tuple[Origin, Sequence[Telling]],
    there: tuple[Origin, Sequence[Telling]],
    *,
    is_merged: bool,
) -> OriginPair:
    (left, ours), (right, theirs) = here, there
    verdict = common(verdict, ours, theirs)
    return OriginPair(
        left=left,
        right=right,
        judgement=verdict.judgement,
        why=verdict.why,
        shared=verdict.shared,
        confidence=verdict.confidence,
        evidence=tuple(told[0].shown for told in (ours, theirs) if told),
        settled_by=tuple(settling(*here, *there)) if verdict.judgement is Judgement.UNDECIDED else (),
        is_merged=is_merged,
    )
