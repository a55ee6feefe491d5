"""Who says something, and by whom it reached the article, where the clause itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.extraction.parser.naming.vocabulary import LISTS
from provenance.extraction.rules.patterns import CITED
from provenance.extraction.rules.words import KINDS, Line, Range
from provenance.model import OUTLETS, RELAYS, Kind, Relation, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.clauses import Clause, Content

PRONOUNS = {"he": Kind.PERSON, "she": Kind.PERSON, "i": Kind.PERSON, "it": Kind.ORGANIZATION}
TOLD = {Kind.OUTLET: Relation.REPORTED, Kind.WIRE: Relation.REPORTED, Kind.DOCUMENT: Relation.PUBLISHED,
        Kind.PLATFORM: Relation.POSTED}  # fmt: skip


class Step(NamedTuple):
    """Whoever has the statement, and how the next, or the article, got it from there."""

    span: Span
    kind: Kind
    relation: Relation


def way(line: Line, clause: Clause, said: Content) -> tuple[Step, ...]:
    """From the origin on."""
    origin = _step(line, clause.source, clause.verb.relation)
    if origin.kind in RELAYS:
        cited = CITED.search(line.letters, clause.whole.end)
        return (_step(line, Range(*cited.span("source"))), origin) if cited else (origin,)
    if said.addressee and (listener := _step(line, said.addressee)).kind in OUTLETS:
        return origin._replace(relation=Relation.TOLD), listener
    return (origin,)


def _step(line: Line, words: Range, relation: Relation = Relation.SAID) -> Step:
    """What a phrase stands for; it reports, publishes or posts where its kind does, else has a `relation`."""
    kind = _kind(line, words)
    return Step(line.span(words), kind, TOLD.get(kind, relation))


def _kind(line: Line, words: Range) -> Kind:
    """By the noun that a phrase turns on, or an outlet's name; naming puts right who is no person."""
    if line.letters[words.start] == "p":
        return PRONOUNS.get(line.word(words.start), Kind.GROUP)
    start = words.start + (line.letters[words.start] == "D" and words.end > words.start + 1)
    end = next((at for at in range(start + 1, words.end) if line.letters[at] in "PoAWT,;:("), words.end)
    own = line.tokens[start:end]
    small = next((at for at, token in enumerate(own) if token.capital), len(own))
    name = " ".join(token.text for token in own[small:])
    is_long = small + 1 < len(own)
    bearers = gazetteer.by_name(name) if is_long or not gazetteer.is_common_word(name) else ()
    if bearers:
        return Kind.WIRE if all(one.kind is Kind.WIRE for one in bearers) else Kind.OUTLET
    is_called = name and small and KINDS.get(own[small - 1].lower) is Kind.OUTLET
    if is_called or (is_long and own[-1].text in LISTS["newsy"]):
        return Kind.OUTLET
    is_many = not name and own[-1].lower.endswith("s")
    return KINDS.get(own[-1].lower) or (Kind.GROUP if is_many else Kind.PERSON)
