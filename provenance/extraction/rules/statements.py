"""The statements of a sentence and of a page: each clause with what it says, one inside another joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import MOST_HOPS, Stance
from provenance.extraction.rules.clauses import ACCORDING, DENIES, clauses, content
from provenance.extraction.rules.sources import way
from provenance.extraction.rules.words import line
from provenance.model import RELAYS, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page, Token
    from provenance.extraction.rules.clauses import Clause, Content
    from provenance.extraction.rules.sources import Step
    from provenance.extraction.rules.words import Line

QUOTED, MARKED, BARE = 0.9, 0.8, 0.7
"""How sure a statement is: quoted, with "that" or "according to", as it stands."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: `way` begins at its origin; `sentence` is that of the cue, `p` fixed for each construction."""

    sentence: int
    content: tuple[Span, ...]
    cue: Span
    way: tuple[Step, ...]
    stance: Stance
    p: float


def of_page(page: Page) -> list[Said]:
    """In the order of their cues; a sentence of quotations alone goes on with a quotation just before it."""
    found: list[Said] = []
    for number, sentence in enumerate(page.sentences):
        quotes = tuple(Span(token.start, token.end) for token in sentence.tokens if token.quote)
        if not quotes or any(token.word for token in sentence.tokens):
            found += of_sentence(sentence.tokens, number)
        elif found and found[-1].sentence == number - 1:
            before = page.sentences[number - 1]
            is_beside = before.paragraph == sentence.paragraph and any(token.quote for token in before.tokens)
            if is_beside or sentence.start in page.continued:
                found[-1] = replace(found[-1], content=(*found[-1].content, *quotes), sentence=number)
    return found


def of_sentence(tokens: Sequence[Token], number: int) -> list[Said]:
    """Those of the sentence of that number; what is told within another statement came through who makes that one."""
    own = line(tokens)
    found = clauses(own)
    told = {at: one for at in range(len(found)) if (one := content(own, found, at)).parts}
    read = {at: _said(own, found[at], one, number) for at, one in told.items()}
    deeds = {at for at in read if found[at].verb.relation is Relation.PUBLISHED and read[at].way[0].kind is Kind.PERSON}
    made = {at: said for at, said in read.items() if at not in deeds}  # what somebody shows or proves is not said
    for at in list(made):
        start, end = told[at].parts[0]
        near = (k for k in made if start <= found[k].whole.start < (end if k < at else start + 2) and k != at)
        inner, way_ = next(near, None), made[at].way
        if inner is not None and (inner > at or way_[-1].kind in RELAYS):
            steps = {step.span: step for step in (*made[inner].way, *way_)}
            made[inner] = replace(made[inner], way=tuple(steps.values())[:MOST_HOPS])
        if inner is not None and (inner < at or way_[0].kind in RELAYS):
            del made[at]
    return sorted(made.values(), key=lambda one: one.cue)


def _said(line: Line, clause: Clause, told: Content, number: int) -> Said:
    is_quoted = any("Q" in line.letters[slice(*part)] for part in told.parts)
    is_marked = clause.verb is ACCORDING or line.letters[told.parts[0].start] == "T"
    return Said(
        number, tuple(map(line.span, told.parts)), line.span(clause.cue), way(line, clause, told),
        Stance.DENIES if clause.verb.lemma in DENIES else Stance.ASSERTS,
        QUOTED if is_quoted else MARKED if is_marked else BARE,
    )  # fmt: skip
