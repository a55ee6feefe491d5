"""Where the content of a cue stands: before it, after it, or on both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.adjuncts import addressee, past_adjuncts
from provenance.extraction.rules.cues import ACCORDING
from provenance.extraction.rules.lexicon import (
    CONJUNCTIONS,
    FINITE,
    OPENS_CONTENT,
    PREPOSITIONS,
    TIMES,
    adverb,
)
from provenance.extraction.rules.limits import ENDS, floor_of, limit_of
from provenance.extraction.rules.phrases import DASHES, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.cues import Clause

NEAR = 6  # tokens
LONGEST_SCARE_QUOTE = 3  # words
ADJUNCTS = frozenset("as asked when while after before speaking writing citing because although though if".split())
NO_CONTINUATION = frozenset(
    "who which when while where as citing after during in on a an the but and according".split()
)
NOT_RESUMED = frozenset("citing quoting which who a an the".split()) | CONJUNCTIONS


def with_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    """`clause` with its content and addressee; `found` are all cues of the sentence, left to right."""
    if clause.verb is ACCORDING:
        return _with_according_content(tokens, clause, found)
    preceding = _preceding(tokens, floor_of(tokens, clause, found), min(clause.source.start, clause.cue.start))
    limit = limit_of(tokens, clause, found)
    if clause.inverted:
        return replace(clause, content=_divided(tokens, preceding, clause.source.end, limit))
    if preceding and _closed_after(tokens, clause, preceding, limit):
        told, at = _told(tokens, clause, limit)
        return replace(clause, content=_divided(tokens, preceding, at, limit), addressee=told)
    return _without_nor(tokens, content_after(tokens, clause, limit))


def _without_nor(tokens: Sequence[Token], clause: Clause) -> Clause:
    """The content of "neither confirmed |nor denied| that C" without its second cue."""
    if not clause.content or tokens[clause.content[0].start].lower != "nor":
        return clause
    first, *rest = clause.content
    start = first.start + 2
    return replace(clause, content=(Range(start, first.end), *rest) if start < first.end else ())


def _told(tokens: Sequence[Token], clause: Clause, limit: int) -> tuple[Range | None, int]:
    """The addressee of a verb that takes one first, and where the words after it begin."""
    at = clause.cue.end
    return addressee(tokens, at, limit) if "tell" in clause.verb.frames else (None, at)


def _preceding(tokens: Sequence[Token], floor: int, end: int) -> Range | None:
    """Content before `end`, closed by a comma or a quotation mark; None where it is only an opening adjunct."""
    if end - 1 < floor:
        return None
    stop = end - 1 if tokens[end - 1].text in {","} | DASHES else end
    if stop <= floor or (stop == end and not tokens[end - 1].quote):
        return None
    if tokens[stop - 1].quote and stop - 1 == floor:
        return Range(floor, stop)
    inside = tokens[floor:stop]
    if len(inside) < 3 and not any(token.quote for token in inside):
        return None
    adjunct = inside[0].lower in PREPOSITIONS | TIMES | ADJUNCTS
    return None if adjunct and not _has_quote(inside) and not _has_main_clause(inside) else Range(floor, stop)


def _has_quote(tokens: Sequence[Token]) -> bool:
    return any(token.quote and len(token.text.split()) > LONGEST_SCARE_QUOTE for token in tokens)


def _has_main_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb follows the first comma: "After the storm, |prices rose|"."""
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), len(tokens))
    return any(token.lower in FINITE for token in tokens[comma:])


def _closed_after(tokens: Sequence[Token], clause: Clause, preceding: Range, limit: int) -> bool:
    """Whether nothing that could be content follows the cue: its clause reports what stands before it."""
    at = clause.cue.end
    if not _closes(tokens, at, limit):
        _, at = _told(tokens, clause, limit)
    if _closes(tokens, at, limit):
        return True
    if tokens[at].lower not in PREPOSITIONS | TIMES | {"as", "when", "while"}:
        return False
    quoted = _has_quote(tokens[preceding.end - 1 : preceding.end])
    comma = next((i for i in range(at, limit) if tokens[i].text == ","), limit)
    return quoted or not any(token.lower == "that" or token.quote for token in tokens[at:comma])


def _closes(tokens: Sequence[Token], at: int, limit: int) -> bool:
    return at >= limit or tokens[at].text in ENDS | {","}


def _divided(tokens: Sequence[Token], preceding: Range | None, at: int, limit: int) -> tuple[Range, ...]:
    """A content that its cue may divide: what precedes, and what goes on after "…, he said, "."""
    further = _continued(tokens, preceding, at, limit)
    return tuple(part for part in (preceding, further) if part and part.end > part.start)


def _continued(tokens: Sequence[Token], preceding: Range | None, at: int, limit: int) -> Range | None:
    """What goes on at `at`: a quotation, or after a clause the rest of it past a comma."""
    quoted = preceding is not None and tokens[preceding.end - 1].quote
    if at + 1 < limit and tokens[at].text == ",":
        first = tokens[at + 1].lower
        if tokens[at + 1].quote:
            return Range(at + 1, at + 2)
        goes_on = not first.endswith("ing") and first not in NO_CONTINUATION and limit - at > 3
        return _stripped(tokens, at + 1, limit) if goes_on and preceding and not quoted else None
    quote = next((i for i in range(at, limit) if tokens[i].quote), None)
    if quote is not None and quoted and tokens[quote - 1].text in {",", ":"}:
        return Range(quote, quote + 1)
    return None


def content_after(tokens: Sequence[Token], clause: Clause, limit: int) -> Clause:
    """With the content after the cue: past an addressee, a time or a place to the clause or quotation reported."""
    at, told, frames = clause.cue.end, None, clause.verb.frames
    if "tell" in frames or (at < limit and tokens[at].lower == "to" and frames & {"say", "speak"}):
        told, at = addressee(tokens, at, limit)
    if at >= limit:
        return replace(clause, addressee=told)
    if tokens[at].text == ":":
        return replace(clause, content=_part(tokens, at + 1, limit), addressee=told)
    if "object" in frames:
        at = _to_that(tokens, at, limit)
    elif not tokens[at].quote and tokens[at].lower not in OPENS_CONTENT:
        at = past_adjuncts(tokens, at, limit)
    if at < limit and tokens[at].text == ",":
        at += 1
    if "tell" in frames and told is None and at < limit and tokens[at].lower in PREPOSITIONS:
        return clause
    return replace(clause, content=_part(tokens, at, limit), addressee=told)


def _to_that(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Past a time or place to the "that" near it."""
    if tokens[at].lower not in PREPOSITIONS | TIMES:
        return at
    return next((i for i in range(at, min(at + NEAR, limit)) if tokens[i].lower == "that"), at)


def _part(tokens: Sequence[Token], start: int, end: int) -> tuple[Range, ...]:
    part = _stripped(tokens, start, end)
    return (part,) if part.end > part.start else ()


def _stripped(tokens: Sequence[Token], start: int, end: int) -> Range:
    while end > start and tokens[end - 1].text in {",", ";", ":"} | DASHES:
        end -= 1
    while start < end and tokens[start].text in {",", ":", "—", "–"}:
        start += 1
    return Range(start, end)


def _with_according_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    """With the content after "According to S, ", else before ", according to S" and resumed after it."""
    start, after = clause.cue.start, clause.source.end
    floor = floor_of(tokens, clause, found)
    limit = limit_of(tokens, replace(clause, cue=Range(start, after)), found)
    before = tokens[floor:start]
    opens = all(token.lower in {"but", "and", "that", ","} or adverb(token.lower) for token in before)
    if opens or any(token.lower == "that" for token in before[-2:]):
        return replace(clause, content=_past_source(tokens, after, limit))
    resumed: tuple[Range, ...] = ()
    if limit - after > 4 and tokens[after].text == ",":
        first = tokens[after + 1].lower
        resumed = () if first in NOT_RESUMED or first.endswith("ing") else _part(tokens, after, limit)
    return replace(clause, content=(*_part(tokens, floor, start), *resumed))


def _past_source(tokens: Sequence[Token], after: int, limit: int) -> tuple[Range, ...]:
    """The content past a source that ends at `after`, and past whom that source cites."""
    content = next((i for i in range(after, limit) if tokens[i].text == "," or tokens[i].quote), None)
    if content is None:
        return ()
    if tokens[after].text == "," and after + 1 < limit and tokens[after + 1].lower in {"citing", "quoting", "which"}:
        content = next((i for i in range(after + 1, limit) if tokens[i].text == ","), content)
    return _part(tokens, content, limit)
