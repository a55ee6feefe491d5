"""From a trace to its picture: each article, each source and each missing report once."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from provenance.model import RELAYS, Assertion, Kind
from provenance.trace.nodes import ArticleNode, CitedNode, StatementNode
from provenance.trace.result import CITED, RESOLVED, Nature
from provenance.trace.wording import one_line, shortened
from provenance.views.diagram.changes import changed
from provenance.views.diagram.model import Box, Line, Picture, Proof, Shape, joined
from provenance.views.prose import UNNAMED, passes
from provenance.views.prose.verdict import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Step
    from provenance.trace.traced import TraceGraph

LONGEST = 150
"""Characters of a name, a wording, a role or a reason."""
KINDS = {
    Kind.OUTLET: Shape.REPORT,
    Kind.WIRE: Shape.REPORT,
    Kind.PLATFORM: Shape.PLATFORM,
    Kind.DOCUMENT: Shape.DOCUMENT,
    Kind.PERSON: Shape.PERSON,
    Kind.ORGANIZATION: Shape.ORGANIZATION,
    Kind.GROUP: Shape.GROUP,
    Kind.ANONYMOUS: Shape.ANONYMOUS,
    Kind.UNSPECIFIED: Shape.UNSPECIFIED,
}


def picture(trace: Trace) -> Picture:
    """The chains of `trace`, drawn the way that the claim went: from its origins to the articles.

    All statements of one article are one box, and what they cite of one teller another. A cited report that was
    retrieved is the article that it is; what an outlet learned itself starts at its article. A line back to an article
    whose chains are beyond the trace's limit is left out.
    """
    boxes: dict[str, Box] = {}
    lines: dict[tuple[str, str, bool], Line] = {}
    for chain in trace.chains:
        for box in _boxes(trace.traced, chain):
            boxes[box.node] = _joined(boxes[box.node], box) if box.node in boxes else box
        for line in _lines(trace.traced, chain):
            place = line.tail, line.head, line.assertion is Assertion.ASSERTS
            lines[place] = joined(lines.get(place, line), line)
    narrow = {point.report or point.node for point in trace.choke_points if len(point.articles) > 1}
    marked = (
        replace(box, is_bottleneck=True) if narrow & {box.key or box.node, box.node} else box for box in boxes.values()
    )
    shown = tuple(marked)
    drawn = [line for line in lines.values() if line.tail in boxes]
    return Picture(
        shortened(one_line(trace.claim), LONGEST),
        sentence(trace.judged),
        shown,
        tuple(changed(drawn, shown, trace.drifts)),
        trace.more,
    )


def _boxes(graph: TraceGraph, chain: Chain) -> Iterator[Box]:
    first, last = chain.steps[0], chain.steps[-1]
    for step, after in zip_longest(chain.steps, chain.steps[1:]):
        if step.statement:
            own = after is last and chain.nature is Nature.OWN_REPORTING
            yield _article(graph, step, chain if own else None)
        elif chain.nature is Nature.CIRCLE and step is last:
            continue
        elif not (step is last and chain.nature is Nature.OWN_REPORTING) and not (after and after.relation == RESOLVED):
            yield _source(graph, step, chain.nature if step is last and step is not first else None)


def _lines(graph: TraceGraph, chain: Chain) -> Iterator[Line]:
    """From each teller to the one who had it from there, nearest the article first."""
    head, report = chain.steps[0], None
    for step, after in zip_longest(chain.steps[1:], chain.steps[2:]):
        if chain.nature is Nature.OWN_REPORTING and after is None:
            return
        if after and after.relation == RESOLVED:
            report = step
            continue
        circle = chain.nature is Nature.CIRCLE and after is None
        yield Line(
            tail=_article_of(graph, step.reached) if circle else _node(graph, step),
            head=_node(graph, head),
            how=passes(report or step),
            confidence=min(step.confidence, report.confidence if report else 1.0),
            proofs=tuple(_proof(one) for one in (report, step) if one),
            assertion=step.assertion,
            is_undecided=step.undecided,
            is_matched=report is not None,
            closes_circle=circle,
        )
        head, report = step, None


def _proof(step: Step) -> Proof:
    return Proof(one_line(step.evidence), step.told_in, step.spans, step.made_by)


def _node(graph: TraceGraph, step: Step) -> str:
    """An article, or whoever tells it: what is cited of one teller on one claim is one report."""
    match graph[step.node]:
        case StatementNode(article=article):
            return article
        case CitedNode(agent=agent):
            return agent
        case _:
            return step.node


def _article_of(graph: TraceGraph, key: str) -> str:
    return next(iri for iri, node in graph.nodes() if isinstance(node, ArticleNode) and node.article_key == key)


def _article(graph: TraceGraph, step: Step, own: Chain | None) -> Box:
    denied = own is not None and own.steps[-1].assertion is not Assertion.ASSERTS
    return Box(
        _node(graph, step),
        Shape.ARTICLE,
        _name(step),
        step.date,
        (str(Nature.OWN_REPORTING),) if own else (),
        (shortened(one_line(step.statement), LONGEST),),
        step.reached,
        is_origin=own is not None and not denied,
    )


def _source(graph: TraceGraph, step: Step, end: Nature | None) -> Box:
    """`end` is what it is as the last of a chain, None for one who only passes on."""
    missing = [CITED] if step.reached == CITED and step.kind in RELAYS else []
    halt = [str(end)] if end is Nature.TRAIL_ENDS else []
    if step.kind == Kind.UNSPECIFIED:
        return Box(_node(graph, step), Shape.UNSPECIFIED, "no one named", notes=(f"“{shortened(step.who, LONGEST)}”",))
    role = [shortened(one_line(step.role), LONGEST)] if step.role else []
    reason = [f"“{shortened(one_line(step.reason), LONGEST)}”"] if step.reason else []
    unnamed = [str(Nature.ANONYMOUS)] if step.anonymous else []
    return Box(
        _node(graph, step),
        Shape.ANONYMOUS if step.anonymous else KINDS[step.kind],
        _name(step),
        notes=(*role, *missing, *halt, *unnamed, *reason),
        is_origin=end not in (None, Nature.TRAIL_ENDS) and step.assertion is Assertion.ASSERTS,
    )


def _name(step: Step) -> str:
    return shortened(one_line(step.who), LONGEST) or UNNAMED


def _joined(one: Box, other: Box) -> Box:
    """Two sightings of one box: what either says of it."""
    return replace(
        one,
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        wordings=tuple(dict.fromkeys((*one.wordings, *other.wordings))),
        is_origin=one.is_origin or other.is_origin,
    )
