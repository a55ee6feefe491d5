"""Where the content of a cue stands: before it, after it, or on both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.cues import ACCORDING
from provenance.extraction.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    OPENS_CONTENT,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Form,
    adverb,
    verbs,
)
from provenance.extraction.phrases import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.cues import Clause
    from provenance.extraction.segment import Token

NEAR = 6
ENDS = frozenset(".!?")
DASHES = frozenset({"—", "–", "--"})
ADJUNCTS = frozenset("as asked when while after before speaking writing citing because although though if".split())
NO_CONTINUATION = frozenset(
    "who which when while where as citing after during in on a an the but and according".split()
)
NOT_RESUMED = frozenset("citing quoting which who a an the".split()) | CONJUNCTIONS
JOINTS = frozenset("but and while though although as".split())


def with_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    if clause.verb is ACCORDING:
        return _according_content(tokens, clause, found)
    floor = _floor(tokens, clause, found)
    preceding = _preceding(tokens, floor, min(clause.source.start, clause.cue.start))
    limit = limit_of(tokens, clause, found)
    if clause.inverted:
        return replace(clause, content=_both(tokens, preceding, clause.source.end, limit))
    if preceding and _closed_after(tokens, clause, preceding, limit):
        addressee, at = (
            _addressee(tokens, clause.cue.end, limit) if "tell" in clause.verb.frames else (None, clause.cue.end)
        )
        made = replace(clause, content=_both(tokens, preceding, at, limit), addressee=addressee)
        return made if made.content else clause
    return preposed(tokens, clause, limit)


def _floor(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the clause that holds `clause` begins: the sentence's start, or past an earlier cue's clause."""
    floor = 0
    for other in found:
        if other.cue.start >= clause.cue.start:
            break
        joint = next(
            (
                i
                for i in range(other.cue.end, clause.cue.start)
                if tokens[i].text == ";" or (tokens[i].lower in {"but", "and", "while"} and tokens[i - 1].text == ",")
            ),
            None,
        )
        if joint is not None:
            floor = joint + 1
    return floor


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
    if len(inside) < 3 and not any(t.quote for t in inside):
        return None
    opening = inside[0].lower
    adjunct = opening in PREPOSITIONS | TIMES | ADJUNCTS
    return None if adjunct and not _has_quote(inside) and not _clause_in(inside) else Range(floor, stop)


def _has_quote(tokens: Sequence[Token]) -> bool:
    return any(t.quote and len(t.text.split()) > 3 for t in tokens)


def _clause_in(tokens: Sequence[Token]) -> bool:
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), None)
    return comma is not None and any(t.lower in FINITE for t in tokens[comma:])


def _closed_after(tokens: Sequence[Token], clause: Clause, preceding: Range, limit: int) -> bool:
    """Whether nothing that could be content follows the cue: its clause reports what stands before it."""
    at = clause.cue.end
    if at >= limit or tokens[at].text in ENDS | {","}:
        return True
    if "tell" in clause.verb.frames:
        _, at = _addressee(tokens, at, limit)
        if at >= limit or tokens[at].text in ENDS | {","}:
            return True
    if tokens[at].quote or tokens[at].text == ":" or tokens[at].lower in OPENS_CONTENT | PRONOUNS:
        return False
    if tokens[at].lower in PREPOSITIONS | TIMES | {"as", "when", "while", "after"}:
        quoted = tokens[preceding.end - 1].quote and len(tokens[preceding.end - 1].text.split()) > 3
        return quoted or not any(t.lower == "that" or t.quote for t in tokens[at:limit])
    return False


def _both(tokens: Sequence[Token], preceding: Range | None, at: int, limit: int) -> tuple[Range, ...]:
    """A content that its cue divides: what precedes, and what goes on after "…, he said, "."""
    parts = [preceding] if preceding else []
    quoted = next((i for i in range(at, limit) if tokens[i].quote), None)
    if at < limit and tokens[at].text == "," and at + 1 < limit:
        first = tokens[at + 1]
        participle = first.lower.endswith("ing") or first.lower in NO_CONTINUATION
        if first.quote:
            parts.append(Range(at + 1, at + 2))
        elif not participle and preceding and not tokens[preceding.end - 1].quote and limit - at > 3:
            parts.append(_stripped(tokens, at + 1, limit))
    elif quoted is not None and preceding and tokens[preceding.end - 1].quote and tokens[quoted - 1].text in {",", ":"}:
        parts.append(Range(quoted, quoted + 1))
    return tuple(p for p in parts if p.end > p.start)


def limit_of(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the content after a cue must end: the sentence, or the next cue's own clause."""
    end = len(tokens)
    while end > clause.cue.end and tokens[end - 1].text in ENDS:
        end -= 1
    for other in found:
        if other.cue.start <= clause.cue.end:
            continue
        start = other.source.start if other.source.start > clause.cue.end else other.cue.start
        start = min(start, other.cue.start)
        before = tokens[start - 1]
        joined = before.lower in JOINTS or before.text == ";"
        if other.verb is ACCORDING and before.text == "," and other.cue.start > clause.cue.end + 2:
            end = min(end, start - 1)
        elif joined and start - 1 > clause.cue.end:
            cut = start - 2 if tokens[start - 2].text == "," else start - 1
            if tokens[start - 2].text == "," or before.lower != "and" or other.source == clause.source:
                end = min(end, max(cut, clause.cue.end))
    for i in range(clause.cue.end + 1, end - 1):
        if tokens[i].text in {",", "—", "–"} and _says_more(tokens, i + 1):
            return i
    return end


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    if adverb(tokens[at].lower) and at + 1 < len(tokens):
        at += 1
    verb, form = verbs().get(tokens[at].lower, (None, None))
    return (
        verb is not None
        and form is Form.PARTICIPLE
        and bool(verb.frames & {"say", "tell", "object"} or verb.lemma in {"quote", "refer"})
    )


def preposed(tokens: Sequence[Token], clause: Clause, limit: int) -> Clause:
    """Content after the cue: past an addressee, a time or a place to the clause or quotation that is reported."""
    at = clause.cue.end
    addressee = None
    if clause.verb.frames & {"tell"} or (
        at < limit and tokens[at].lower == "to" and clause.verb.frames & {"say", "speak"}
    ):
        addressee, at = _addressee(tokens, at, limit)
    if at < limit and tokens[at].text == ":":
        return replace(clause, content=_part(tokens, at + 1, limit), addressee=addressee)
    if (
        at < limit
        and not tokens[at].quote
        and tokens[at].lower not in OPENS_CONTENT
        and not clause.verb.frames & {"object"}
    ):
        at = _past_adjuncts(tokens, at, limit)
    elif at < limit and tokens[at].lower in PREPOSITIONS | TIMES:
        at = next((i for i in range(at, min(at + NEAR, limit)) if tokens[i].lower == "that"), at)
    if at < limit and tokens[at].text == ",":
        at += 1
    if "tell" in clause.verb.frames and addressee is None and at < limit and tokens[at].lower in PREPOSITIONS:
        return clause
    return replace(clause, content=_part(tokens, at, limit), addressee=addressee)


def _part(tokens: Sequence[Token], start: int, end: int) -> tuple[Range, ...]:
    part = _stripped(tokens, start, end)
    return (part,) if part.end > part.start else ()


def _stripped(tokens: Sequence[Token], start: int, end: int) -> Range:
    while end > start and tokens[end - 1].text in {",", ";", ":", "—", "–", "--"}:
        end -= 1
    while start < end and tokens[start].text in {",", ":", "—", "–"}:
        start += 1
    return Range(start, end)


def _past_adjuncts(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Past "said |in an interview with CNN on Sunday| that" to the content, or no further than a time."""
    start = at
    while at < limit and (tokens[at].lower in TIMES or tokens[at].text.isdigit() or tokens[at].text == "."):
        at += 1
    if at >= limit:
        return at
    if tokens[at].lower in PREPOSITIONS | {"as"}:
        for i in range(at, min(limit, at + 25)):
            if tokens[i].lower == "that" and i > at + 1:
                return i
            if tokens[i].quote and tokens[i - 1].text in {",", ":"}:
                return i
            if tokens[i].text == ",":
                rest = limit - i
                return i + 1 if rest > 3 else limit
        for i in range(at + 1, limit):
            if tokens[i].lower in PRONOUNS - {"who"}:
                return i
        return start if at == start else at
    return at


def _addressee(tokens: Sequence[Token], at: int, limit: int) -> tuple[Range | None, int]:
    start = at + 1 if at < limit and tokens[at].lower == "to" else at
    if start < limit and tokens[start].lower in PREPOSITIONS:
        return None, at
    i = start
    while i < limit:
        token = tokens[i]
        word = token.lower
        if token.quote and len(token.text.split()) > 5:
            break
        if token.text in {",", ":", ".", "—"} or word in OPENS_CONTENT | PRONOUNS | {"to", "about"}:
            break
        if i > start and word in {"in", "on", "at", "during", "after", "before", "for"} | TIMES:
            break
        if i > start and word in DETERMINERS and tokens[i - 1].lower not in PREPOSITIONS | CONJUNCTIONS:
            break
        if i > start and not token.capital and tokens[i - 1].capital and word in FINITE | AUXILIARIES:
            break
        i += 1
    if i == start:
        return None, at
    found = Range(start, i)
    while i < limit and tokens[i].lower in PREPOSITIONS | TIMES and not tokens[i].quote:
        j = next(
            (
                k
                for k in range(i + 1, limit)
                if tokens[k].lower in OPENS_CONTENT
                or tokens[k].quote
                or tokens[k].text in {",", ":"}
                or tokens[k].lower in PRONOUNS
            ),
            limit,
        )
        i = j
    return found, i


def _according_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    start, after = clause.cue.start, clause.source.end
    floor = _floor(tokens, clause, found)
    limit = limit_of(tokens, replace(clause, cue=Range(clause.cue.start, after)), found)
    preceding = _stripped(tokens, floor, start)
    opening = all(
        t.lower in {"but", "and", "that", "still", "however", "meanwhile", ","} or adverb(t.lower)
        for t in tokens[floor:start]
    )
    governed = any(t.lower == "that" for t in tokens[max(floor, start - 2) : start])
    if opening or governed:
        comma = next((i for i in range(after, limit) if tokens[i].text == "," or tokens[i].quote), None)
        if comma is None:
            return clause
        if (
            tokens[after].text == ","
            and after + 1 < limit
            and tokens[after + 1].lower in {"citing", "quoting", "which"}
        ):
            comma = next((i for i in range(after + 1, limit) if tokens[i].text == ","), comma)
        return replace(clause, content=_part(tokens, comma, limit))
    parts = [preceding] if preceding.end > preceding.start else []
    if after < limit and tokens[after].text == "," and limit - after > 4:
        first = tokens[after + 1]
        if first.lower not in NOT_RESUMED and not first.lower.endswith("ing"):
            parts.append(_stripped(tokens, after, limit))
    return replace(clause, content=tuple(parts))
