"""The statements of a sentence: each clause with what it says, one inside another joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Naming
from provenance.extraction.rules.clauses import ACCORDING, clauses
from provenance.extraction.rules.complements import complement
from provenance.extraction.rules.contents import begin, content, floor, limit
from provenance.extraction.rules.phrases import Range
from provenance.extraction.rules.said import Said, Step
from provenance.extraction.rules.ways import way
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.clauses import Clause

QUOTED, MARKED, BARE, HEARD = 0.9, 0.8, 0.7, 0.5
"""How sure a statement is: quoted, with "that" or "according to", as it stands, by "reportedly"."""


def statements(tokens: Sequence[Token], number: int) -> list[Said]:
    """Those of the sentence of that number, in order; one without content may have it in the next sentence."""
    found = clauses(tokens)
    if not found:
        return _reportedly(tokens, number)
    made: dict[int, tuple[Said, Range]] = {}
    outer: dict[int, Said] = {}
    for at in range(len(found)):
        said, first = _said(tokens, found, at, number)
        if said is None:
            continue
        if holder := outer.pop(at, None):
            said = said.through(*holder.way)
        closed = next((k for k in made if first.start <= begin(found[k]) < first.end <= begin(found[at])), None)
        if closed is not None:
            made[closed] = (made[closed][0].through(*said.way) if said.way[-1].carries else made[closed][0], first)
            continue
        nested = next((k for k in range(at + 1, len(found)) if 0 <= begin(found[k]) - first.start <= 1), None)
        if nested is not None:
            outer[nested] = said
        if nested is None or not said.way[0].carries:
            made[at] = said, first
    alone = (said for said in outer.values() if said.way[0].carries)  # what they hold says nothing by itself
    return sorted((*alone, *(said for said, _ in made.values())), key=lambda said: said.cue)


def _said(tokens: Sequence[Token], found: Sequence[Clause], at: int, number: int) -> tuple[Said | None, Range]:
    """What a clause says, and the words of its first content."""
    clause = found[at]
    low, end = floor(tokens, found, at), limit(tokens, found, at)
    follows = complement(tokens, clause, end)
    parts = content(tokens, clause, Range(low, end), follows)
    is_open = not parts and tokens[-1].text == ":" and at + 1 == len(found)
    if not parts and not is_open:
        return None, Range(0, 0)
    stop = parts[0].start if parts and parts[0].start >= clause.cue.end else len(tokens)
    onward = found[at + 1] if at + 1 < len(found) else None
    last = max(clause.cue.end, begin(onward)) if onward else len(tokens)
    after = Range(clause.cue.end, min(stop, last))
    is_fronted = tokens[low].lower in {"in", "during"} and not clause.participle
    opening = Range(low, begin(clause)) if is_fronted and parts and parts[0].start >= clause.cue.end else after
    steps = way(tokens, clause, follows, after, last)
    if len(steps) == 1:
        steps = way(tokens, clause, follows, opening, last)
    said = Said(
        number, tuple(part.span(tokens) for part in parts), clause.cue.span(tokens), steps,
        _sure(tokens, clause, parts), clause.stance,
    )  # fmt: skip
    return said, parts[0] if parts else Range(0, 0)


def _sure(tokens: Sequence[Token], clause: Clause, parts: Sequence[Range]) -> float:
    if not parts or any(token.quote for part in parts for token in tokens[part.start : part.end]):
        return QUOTED
    is_marked = clause.verb is ACCORDING or tokens[parts[0].start].lower == "that"
    return MARKED if is_marked else BARE


def _reportedly(tokens: Sequence[Token], number: int) -> list[Said]:
    """A sentence that nobody in particular is said to say."""
    at = next((at for at, token in enumerate(tokens) if token.lower == "reportedly" and not token.quote), None)
    end = len(tokens) - (tokens[-1].text in {".", "!", "?"})
    if at is None or at + 1 >= end:
        return []
    cue = Range(at, at + 1).span(tokens)
    parts = [Range(0, at), Range(at + 1, end)] if at else [Range(1, end)]
    nobody = Step(cue, Kind.UNSPECIFIED, Naming.ANONYMOUS, Relation.OTHER)
    return [Said(number, tuple(Span(*part.span(tokens)) for part in parts), cue, (nobody,), HEARD)]
