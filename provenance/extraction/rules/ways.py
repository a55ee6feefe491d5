"""How the words of a source reached the article, where the clause itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Naming
from provenance.extraction.parser.naming.vocabulary import PAPERS, PLATFORMS
from provenance.extraction.rules.clauses import ACCORDING
from provenance.extraction.rules.complements import citing, past_phrase
from provenance.extraction.rules.phrases import Range
from provenance.extraction.rules.said import Step, step
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.clauses import Clause
    from provenance.extraction.rules.complements import Complement

DIRECT = frozenset(
    "statement statements release email e-mail emails comment comments briefing call text message messages speech"
    " remarks testimony press answer answers case draft sign picture".split()
)
"""Nouns of papers and talks that are no more than how a source speaks."""
INTERVIEWS = frozenset("interview interviews".split())
WITH = frozenset("with to by for on".split())
IN = frozenset("in during on via from".split())


def way(tokens: Sequence[Token], clause: Clause, follows: Complement, bounds: Range, end: int) -> tuple[Step, ...]:
    """From the origin on. What the clause tells more of it is within `bounds`; one cited is before `end`."""
    relation = Relation.SAID if clause.verb is ACCORDING else clause.verb.relation
    origin = step(tokens, clause.source, relation)
    if origin.carries:
        cited = next((found for at in range(bounds.start, end) if (found := citing(tokens, at))), None)
        return (step(tokens, cited), origin) if cited else (origin,)
    if medium := _implied(tokens, clause):
        return origin._replace(relation=Relation.WROTE), medium
    is_interview = any(token.lower in INTERVIEWS for token in tokens[bounds.start : bounds.end] if not token.quote)
    if follows.addressee:
        listener = step(tokens, follows.addressee)
        if listener.is_outlet:
            return origin._replace(relation=Relation.INTERVIEWED if is_interview else Relation.TOLD), listener
    for carrier, how in _carriers(tokens, bounds):
        return origin._replace(relation=how), carrier
    return (origin,)


def _implied(tokens: Sequence[Token], clause: Clause) -> Step | None:
    """“tweeted”: the verb itself names the platform."""
    words = Range(clause.cue.end - 1, clause.cue.end)
    named = any(tokens[words.start].lower.startswith(stem) for stem in PLATFORMS) and clause.verb.lemma.endswith(
        "tweet"
    )
    return Step(words.span(tokens), Kind.PLATFORM, Naming.NAMED, Relation.POSTED) if named else None


def _carriers(tokens: Sequence[Token], bounds: Range) -> Iterator[tuple[Step, Relation]]:
    """“in an interview with W”, “in a letter to …”, “on Facebook”."""
    for at in range(*bounds):
        if tokens[at].lower not in IN or at + 1 >= bounds.end or tokens[at].capital != (at == 0):
            continue
        end = past_phrase(tokens, at + 1, bounds.end)
        if end <= at + 1:
            continue
        noun = tokens[end - 1].lower
        if noun in INTERVIEWS and end + 1 < bounds.end and tokens[end].lower in WITH:
            medium = Range(end + 1, past_phrase(tokens, end + 1, bounds.end))
            if medium.start < medium.end and (found := step(tokens, medium)).is_outlet:
                yield found, Relation.INTERVIEWED
        elif any(noun.startswith(stem) for stem in PLATFORMS):
            yield Step(Range(at + 1, end).span(tokens), Kind.PLATFORM, Naming.NAMED, Relation.POSTED), Relation.WROTE
        elif noun in PAPERS - DIRECT and tokens[at].lower in {"in", "from"} and end > at + 2:
            paper = Step(Range(at + 1, end).span(tokens), Kind.DOCUMENT, Naming.DESCRIBED, Relation.PUBLISHED)
            yield paper, Relation.WROTE
