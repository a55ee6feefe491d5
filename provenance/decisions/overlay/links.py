"""Links across articles as people judged them; their judgement outranks the program's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions.summary import summary
from provenance.decisions.values import Action, Subject, standing
from provenance.iris import cited_parts, link_iri
from provenance.model import Judgement, Link, LinkKind, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.decisions.values import Decision

METHOD = "reviewed"
SAME = frozenset({Action.CONFIRM, Action.MERGE})
KINDS = {Subject.AGENT: LinkKind.SAME_AGENT, Subject.CLAIM: LinkKind.SAME_CLAIM}


def concluded(decisions: Iterable[Decision]) -> dict[str, Link]:
    """What the decisions themselves say of two things, as links by IRI; the last word on each."""
    links: dict[str, Link] = {}
    for decision in standing(decisions):
        links |= {link_iri(link): link for link in _links(decision)}
    return links


def judged(links: Iterable[Link], decided: Mapping[str, Link]) -> Iterator[Link]:
    """`links`, those that people decided with their judgement; `decided` is what `concluded` gives."""
    return (decided.get(link_iri(link), link) if decided else link for link in links)


def resolved(
    resolutions: Iterable[Resolution], decided: Mapping[str, Link], statements: Iterable[str]
) -> tuple[Resolution, ...]:
    """`resolutions` without those that people rejected, with those that they confirmed among `statements` (IRIs).

    `decided` is what `concluded` gives.
    """
    among = set(statements)
    found = {(one.citing, one.position, one.cited): one for one in resolutions}
    for link in (one for one in decided.values() if one.kind is LinkKind.REPORT):
        citing, position = cited_parts(link.left)
        if position is None:
            continue
        found.pop((citing, position, link.right), None)
        if link.judgement is Judgement.SAME and {citing, link.right} <= among:
            resolution = Resolution(citing, position, link.right, link.evidence, link.confidence)
            others = [key for key in found if key[:2] == (citing, position)]
            for key in others:
                del found[key]
            found[citing, position, link.right] = resolution
    return tuple(found[key] for key in sorted(found))


def _links(decision: Decision) -> Iterator[Link]:
    kind = decision.link or KINDS.get(decision.about)
    if kind is None or len(decision.targets) < 2:
        return
    first, *others = (target.iri for target in decision.targets)
    judgement = Judgement.SAME if decision.action in SAME else Judgement.DIFFERENT
    for other in others:
        yield Link(kind, first, other, judgement, METHOD, 1.0, 1.0, summary(decision))
