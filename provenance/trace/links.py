"""How one statement reached its article: whom the whole article credits, then the attribution's own hops."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile
from typing import TYPE_CHECKING

from provenance.iris import agent_iri, link_iri
from provenance.model import Assertion, Hop, Judgement, LinkKind, is_undecided, passage
from provenance.model import Link as AcrossArticles
from provenance.trace.nodes import EdgeKind

if TYPE_CHECKING:
    from provenance.model import Attribution, Derivation, Reading, Spans
    from provenance.trace.traced import TraceGraph


@dataclass(frozen=True, slots=True)
class Link:
    """One hop with the words that show it; `position` counts derivations, then hops, as `Resolution` does.

    `is_doubted` says that its attribution is undecided, or a hop of that.
    """

    position: int
    hop: Hop
    evidence: str
    spans: Spans
    through: tuple[str, ...] = ()
    date: str = ""
    assertion: Assertion = Assertion.ASSERTS
    is_doubted: bool = False


def hops(reading: Reading, attribution: Attribution) -> tuple[Link, ...]:
    """The attribution's chain. The article's own publisher at its head is the article itself, not a hop."""
    chain = attribution.chain
    dated = _dated(attribution)
    links = [
        Link(
            len(reading.derivations) + index,
            hop,
            *_evidence(reading, hop.evidence or hop.mention or attribution.cue),
            through=tuple(before.name for before in chain[:index]),
            date=attribution.date.value if attribution.date and index == dated else "",
            assertion=attribution.assertion if index == len(chain) - 1 else Assertion.ASSERTS,
            is_doubted=attribution.is_undecided,
        )
        for index, hop in enumerate(chain)
    ]
    return tuple(dropwhile(lambda link: _is_publisher(reading, link.hop), links))


def credit(reading: Reading) -> tuple[Link, ...]:
    """Whom the whole article was taken from: each outlet once, shown by the text rather than by metadata alone."""
    chosen: dict[str, Link] = {}
    for position, derivation in enumerate(reading.derivations):
        link = _credited(reading, position, derivation)
        known = chosen.setdefault(_outlet(link.hop), link)
        if link.spans and not known.spans:
            chosen[_outlet(link.hop)] = link
    return tuple(link for link in chosen.values() if not _is_publisher(reading, link.hop))


def credits_above(reading: Reading, chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """The credits a statement falls under: none where its own words name one of the credited outlets first.

    Who gave only a part of the article did not give each of its statements.
    """
    given = [link for link in credit(reading) if reading.derivations[link.position].is_whole]
    return () if chain and any(_outlet(link.hop) == _outlet(chain[0].hop) for link in given) else tuple(given)


def resolutions(graph: TraceGraph) -> list[AcrossArticles]:
    """Which cited report is held to be which statement in a trace's graph, as links between them, by IRI."""
    return sorted(
        (
            AcrossArticles(
                kind=LinkKind.REPORT,
                left=cited,
                right=edge.attribution,
                judgement=Judgement.SAME,
                method="report",
                score=edge.confidence,
                confidence=edge.confidence,
                evidence=edge.evidence,
            )
            for cited, _, _, edge in graph.edges()
            if edge.kind is EdgeKind.RESOLVED
        ),
        key=link_iri,
    )


def _credited(reading: Reading, position: int, derivation: Derivation) -> Link:
    one = derivation
    hop = Hop(one.name, one.kind, one.relation, confidence=one.confidence, made_by=one.made_by, url=one.url or "")
    evidence, spans = _evidence(reading, one.evidence)
    shown = evidence or f"metadata: {one.declared_in}"
    return Link(position, hop, shown, spans, is_doubted=is_undecided(one.confidence))


def _evidence(reading: Reading, spans: Spans) -> tuple[str, Spans]:
    return passage(reading.article.text, spans), spans


def _dated(attribution: Attribution) -> int:
    """The hop that the date's words belong to: the one whose evidence holds them, else the nearest the article."""
    if attribution.date:
        start, end = attribution.date.span
        for index, hop in enumerate(attribution.chain):
            if any(low <= start and end <= high for low, high in hop.evidence):
                return index
    return 0


def _is_publisher(reading: Reading, hop: Hop) -> bool:
    publisher = reading.article.publisher
    return publisher is not None and _outlet(hop) == agent_iri(publisher.name, publisher.kind)


def _outlet(hop: Hop) -> str:
    return agent_iri(hop.name, hop.kind)
