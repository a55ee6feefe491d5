"""Which of the agents that statements name may be one, and which people hold to be two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Judgement, LinkKind
from provenance.trace.concluded import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.corpus import Corpus
    from provenance.model import Link
    from provenance.trace.concluded import Pair


def alike(corpus: Corpus, agents: Iterable[str], same: Mapping[str, str]) -> dict[Pair, Link]:
    """For two of `agents`, by whom they are one with (`same`), the surest undecided link between them."""
    among = _members(agents, same)
    corpus.ahead_of_links(lambda: among)
    found: dict[Pair, Link] = {}
    for agent in sorted(among):
        for link in corpus.links_of(agent):
            ends = [same.get(end, end) for end in (link.left, link.right)]
            if link.kind is not LinkKind.SAME_AGENT or link.judgement is not Judgement.UNDECIDED or ends[0] == ends[1]:
                continue
            known = found.setdefault(in_order(*ends), link)
            found[in_order(*ends)] = max(known, link, key=lambda one: (one.confidence, one.evidence))
    return found


def different(corpus: Corpus, same: Mapping[str, str]) -> frozenset[Pair]:
    """The pairs that people hold to be two, by whom they are one with (`same`)."""
    ends = ((same.get(one, one), same.get(other, other)) for one, other in corpus.apart)
    return frozenset(in_order(one, other) for one, other in ends if one != other)


def _members(agents: Iterable[str], same: Mapping[str, str]) -> set[str]:
    """`agents`, and all that are one with any of them."""
    heads = {same.get(agent, agent) for agent in agents}
    return heads | {agent for agent, head in same.items() if head in heads}
