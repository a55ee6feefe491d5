"""From an encoded page to its graph: what is tagged, what is on the page, who is pointed at, decoded."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from provenance.documents.layout import pulled
from provenance.extraction.decode import allowed, best_tags, linked, mentions, ranges
from provenance.extraction.parser.bounds import bounded
from provenance.extraction.parser.decode import Decoder
from provenance.extraction.parser.page import laid
from provenance.extraction.parser.pointers import Pointing
from provenance.extraction.parser.sections import sections
from provenance.extraction.parser.voices import voiced

if TYPE_CHECKING:
    from provenance.encoder.encoded import Encoded
    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.graph import AttributionGraph, Place
    from provenance.extraction.parser.heads import Heads

ATTRIBUTIONS = 2
"""The levels of tags that mark attributions; the third marks mentions."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's graph, what was tagged for each of its statements, and the places of the arcs that its layout tells."""

    graph: AttributionGraph
    tagged: tuple[Tagged, ...]
    laid_out: frozenset[Place] = frozenset()


def parsed(encoded: Encoded, heads: Heads) -> Parsed:
    """The graph of a page of at least one word; empty where nothing on it may be a source."""
    statements, mentioned = found(encoded)
    page = laid(encoded, statements, mentioned)
    decoder = Decoder(encoded, page, statements)
    for section in sections(page.nodes):
        if len(section.mentions):
            part = page.of(section.mentions, section.statements)
            decoder.take(Pointing.of(part, heads, encoded.states), section)
    tagged = [statements[one] for one in decoder.kept]
    made = voiced(decoder.graph(), tagged, encoded.page, encoded.tokens)
    return Parsed(made.graph, made.tagged, made.laid_out)


def found(encoded: Encoded) -> tuple[list[Tagged], list[tuple[int, int]]]:
    """The statements that are tagged, in the order of their cues, and the ranges of words tagged as mentions."""
    scores = encoded.scores.tags
    tags = best_tags(scores, allowed(encoded.tables.transitions))
    levels = [
        linked(ranges(tags[:, level], scores[:, level]), encoded.links, encoded.tokens.paragraph)
        for level in range(ATTRIBUTIONS)
    ]
    statements = sorted(bounded(chain(*levels), encoded.tokens, pulled(encoded.page)), key=_place)
    places = [_place(one) for one in statements]
    fresh = [True, *(a != b for a, b in pairwise(places))] if places else []
    third = mentions(tags[:, ATTRIBUTIONS], scores[:, ATTRIBUTIONS])
    spans = [(one.start, one.end) for group in third.values() for one in group]
    return [one for one, is_fresh in zip(statements, fresh, strict=True) if is_fresh], spans


def _place(one: Tagged) -> tuple[int, int]:
    """Where a statement is told: at its cue, else at its content."""
    return (one.cue.start, one.cue.end) if one.cue else (one.contents[0].start, one.contents[0].start)
