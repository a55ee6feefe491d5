"""Statements as a graph: who said each, through whom, and whom a pronoun stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.genders import Gender, gender_of
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.naming.page import Page as Names
from provenance.extraction.parser.naming.persons import persons
from provenance.extraction.parser.naming.words import words
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.statements import Said
    from provenance.model import Span

RELAYED, MEANT, UNKNOWN = 0.8, 0.85, 0.45
"""How sure a relay is, whom a pronoun means, and a pronoun of which nobody knows whom it means."""
PRONOUNS = {"he": Gender.MAN, "she": Gender.WOMAN}
NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ (?:[A-Z]\. )?[^\W\d_a-z][\w’'-]+")


def graph(page: Page, found: Sequence[Said]) -> AttributionGraph:
    """One mention for each span, in order; the arcs are as sure as their constructions are."""
    mentions = {step.span: Mention(step.span, step.kind, p=one.p) for one in found for step in one.way}
    order = {span: number for number, span in enumerate(sorted(mentions))}
    meant = dict(_meant(page, found))
    arcs = [Arc(ArcKind.SAME_AS, order[one], order[who], p=MEANT, evidence=(who,)) for one, who in meant.items()]
    for number, one in enumerate(found):
        origin = one.way[0].span
        is_known = origin in meant or page.text[slice(*origin)].lower() not in PRONOUNS
        arcs += _way(number, one, order, one.p if is_known else UNKNOWN)
    nodes = tuple(StatementNode(one.content, (one.cue,), one.stance, one.p) for one in found)
    return AttributionGraph(page.text, nodes, tuple(mentions[span] for span in order), tuple(arcs))


def _way(number: int, one: Said, order: dict[Span, int], p: float) -> Iterable[Arc]:
    yield Arc(ArcKind.SAID_BY, number, order[one.way[0].span], p=p, evidence=(one.cue,))
    for step, onward in zip(one.way, [*one.way[1:], None], strict=True):
        head, shown = (order[onward.span], (onward.span,)) if onward else (None, ())
        yield Arc(ArcKind.THROUGH, order[step.span], head, number, step.relation, min(RELAYED, one.p), shown)


def _meant(page: Page, found: Sequence[Said]) -> Iterator[tuple[Span, Span]]:
    """“He” and “she” are the person who spoke last in the paragraph, if no other who may be meant is named since."""
    names = Names(page.text)
    last: Span | None = None
    paragraph = -1
    for one in found:
        here, (span, kind, _) = page.sentences[one.sentence].paragraph, one.way[0]
        last = last if here == paragraph else None
        paragraph = here
        phrase = page.text[slice(*span)]
        if wanted := PRONOUNS.get(phrase.lower()):
            if last and last < span and _fits(page, last, span, wanted):
                yield span, last
        elif kind is Kind.PERSON and len(persons(phrase, words(page.text, *span), names)) == 1:
            last = span


def _fits(page: Page, last: Span, pronoun: Span, wanted: Gender) -> bool:
    others = NAME.finditer(page.text, last.end, pronoun.start)
    is_odd = gender_of(page.text[slice(*last)]) not in {wanted, Gender.UNKNOWN}
    return not is_odd and all(gender_of(other[0]) is not wanted for other in others)
