"""Statements as a graph: who said each, through whom, and whom a pronoun stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.parser.genders import Gender, gender_of
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.said import Said
    from provenance.model import Span

RELAYED, MEANT, UNKNOWN = 0.8, 0.85, 0.45
"""How sure a relay is, whom a pronoun means, and a pronoun of which nobody knows whom it means."""
PRONOUNS = {"he": Gender.MAN, "she": Gender.WOMAN}
NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ (?:[A-Z]\. )?[^\W\d_a-z][\w’'-]+")


def graph(page: Page, found: Sequence[Said]) -> AttributionGraph:
    """One mention for each span, in order; the arcs are as sure as their constructions are."""
    mentions = {step.span: Mention(step.span, step.kind, step.naming, one.p) for one in found for step in one.way}
    order = {span: number for number, span in enumerate(sorted(mentions))}
    meant = dict(_meant(page, found))
    arcs = [
        Arc(ArcKind.SAME_AS, order[span], order[other], p=MEANT, evidence=(other,)) for span, other in meant.items()
    ]
    for number, one in enumerate(found):
        arcs += _way(number, one, order, one.p if _is_known(page, one, meant) else UNKNOWN)
    nodes = tuple(StatementNode(one.content, (one.cue,), one.stance, one.p) for one in found)
    return AttributionGraph(page.text, nodes, tuple(mentions[span] for span in order), tuple(arcs))


def _way(number: int, one: Said, order: dict[Span, int], p: float) -> Iterable[Arc]:
    yield Arc(ArcKind.SAID_BY, number, order[one.way[0].span], p=p, evidence=(one.cue,))
    for step, onward in zip(one.way, [*one.way[1:], None], strict=True):
        head, shown = (order[onward.span], (onward.span,)) if onward else (None, ())
        yield Arc(ArcKind.THROUGH, order[step.span], head, number, step.relation, min(RELAYED, one.p), shown)


def _is_known(page: Page, one: Said, meant: dict[Span, Span]) -> bool:
    span = one.way[0].span
    return span in meant or page.text[slice(*span)].lower() not in PRONOUNS


def _meant(page: Page, found: Sequence[Said]) -> Iterator[tuple[Span, Span]]:
    """“He” and “she” are the person who spoke last in the paragraph, if no other who may be meant is named since."""
    last: Span | None = None
    paragraph = -1
    for one in found:
        here, origin = page.sentences[one.sentence].paragraph, one.way[0]
        last = last if here == paragraph else None
        paragraph = here
        wanted = PRONOUNS.get(page.text[slice(*origin.span)].lower())
        if wanted is None:
            last = origin.span if origin.kind is Kind.PERSON and origin.naming is Naming.NAMED else last
        elif last and last < origin.span and _fits(page, last, origin.span, wanted):
            yield origin.span, last


def _fits(page: Page, last: Span, pronoun: Span, wanted: Gender) -> bool:
    if gender_of(page.text[slice(*last)]) not in {wanted, Gender.UNKNOWN}:
        return False
    others = NAME.finditer(page.text, last.end, pronoun.start)
    return not any(gender_of(other[0]) is wanted for other in others)
