"""What the statements of one part of the graph come to: claims, and the links that say why.

A claim is named by its first statement: that of the earliest article, of equals the first by name. Each other one is
linked to it. Where statements of two claims may be the same, their most likely pair is kept as undecided.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import claim_iri
from provenance.linking.clustering.clusters import clusters
from provenance.linking.fitted import fitted
from provenance.linking.matching.claims import LEAST
from provenance.model import Judgement, Link, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

METHOD = "meaning and words"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Claim IRI → the attributions that make it, and the links between attributions."""

    claims: dict[str, tuple[str, ...]]
    links: tuple[Link, ...]


def grouping(
    days: Mapping[str, int | None],
    pairs: Mapping[tuple[str, str], float],
    apart: Iterable[tuple[str, str]] = (),
) -> Grouping:
    """The claims of the attributions in `days`, which tells when each was published.

    `pairs` gives the probability that two make one claim, in the order of their names; `apart` never do.
    """
    claims = {claim_iri(made[0]): made for made in made_of(days, pairs, apart)}
    home = {iri: claim for claim, made in claims.items() for iri in made}
    return Grouping(claims, linked(claims, home, pairs))


def made_of(
    days: Mapping[str, int | None],
    pairs: Mapping[tuple[str, str], float],
    apart: Iterable[tuple[str, str]] = (),
) -> Iterator[tuple[str, ...]]:
    """As `grouping`: the attributions of each claim, the first one first."""
    for members in clusters(days, pairs, apart):
        first = first_of({iri: days[iri] for iri in members})
        yield first, *(iri for iri in members if iri != first)


def first_of(days: Mapping[str, int | None]) -> str:
    """Of the attributions in `days`, which tells when each was published, that by which their claim is named."""
    return min(days, key=lambda iri: (days[iri] is None, days[iri] or 0, iri))


def linked(
    claims: Mapping[str, tuple[str, ...]], home: Mapping[str, str], pairs: Mapping[tuple[str, str], float]
) -> tuple[Link, ...]:
    """The links within `claims` and from these to any others; `home` tells the claim of each attribution in `pairs`."""
    touching = {pair: share for pair, share in pairs.items() if any(home[iri] in claims for iri in pair)}
    near = _near(home, touching)
    kept = [_same(made, iri, near[iri]) for made in claims.values() for iri in made[1:]]
    return *kept, *undecided(home, touching)


def _near(home: Mapping[str, str], pairs: Mapping[tuple[str, str], float]) -> defaultdict[str, dict[str, float]]:
    """For each attribution how likely it is one with others of its claim, where that is likely at all."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), share in pairs.items():
        if home[one] == home[other]:
            found[one][other] = found[other][one] = share
    return found


def _same(made: Sequence[str], iri: str, near: Mapping[str, float]) -> Link:
    """That an attribution makes the same claim as the first of those that are `made` to one."""
    pairs = len(made) - 1
    mean = sum(near[other] for other in made if other in near) / pairs
    shown = f"as likely one claim as {mean:.2f}, on average over {pairs} pairs of statements"
    return Link(
        LinkKind.SAME_CLAIM, made[0], iri, Judgement.SAME, METHOD, round(mean, 4), round(confidence(mean), 4), shown
    )


def undecided(home: Mapping[str, str], pairs: Mapping[tuple[str, str], float]) -> Iterable[Link]:
    """The most likely of the `pairs` between each two claims; `home` tells the claim of each attribution in them."""
    best: dict[tuple[str, str], tuple[float, str, str]] = {}
    for (one, other), share in sorted(pairs.items()):
        between = tuple(sorted((home[one], home[other])))
        if between[0] != between[1] and share >= LEAST:
            known = best.get((between[0], between[1]), (0.0, "", ""))
            best[between[0], between[1]] = max(known, (share, one, other))
    for share, one, other in best.values():
        shown = f"the most likely pair of two claims, with {share:.2f}"
        yield Link(
            LinkKind.SAME_CLAIM, one, other, Judgement.UNDECIDED, METHOD, round(share, 4), round(share, 4), shown
        )


def confidence(mean: float) -> float:
    """How often statements that are joined with this mean likelihood do make one claim."""
    return fitted().base + fitted().slope * mean
