"""What is said in a sentence by each of its clauses: the words before them, after them, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules.clauses import ACCORDING
from provenance.extraction.rules.complements import citing
from provenance.extraction.rules.phrases import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.clauses import Clause
    from provenance.extraction.rules.complements import Complement

JOINTS = frozenset("and but while though although as".split())
STOPS = frozenset(".!?:")


def begin(clause: Clause) -> int:
    """The first word of a clause."""
    return clause.cue.start if clause.participle else min(clause.cue.start, clause.source.start)


def limit(tokens: Sequence[Token], found: Sequence[Clause], number: int) -> int:
    """Where the content after a clause must end: at the sentence's end, or where another clause is joined on."""
    own, end = found[number], len(tokens)
    while end > own.cue.end and tokens[end - 1].text in STOPS:
        end -= 1
    start = max(own.cue.end, own.source.end if own.inverted else 0)
    for other in found[number + 1 :]:
        at = begin(other)
        if at - 1 > start + 1 and (cut := _cut(tokens, at, other)):
            end = min(end, cut)
    return next(
        (at for at in range(start + 1, end) if tokens[at].text == "," and citing(tokens, at) and at > start + 3), end
    )


def _cut(tokens: Sequence[Token], at: int, other: Clause) -> int:
    """Where the content before another clause that begins at `at` ends; 0 where that clause is a part of it."""
    joint = tokens[at - 1]
    if joint.text in {",", ";"}:
        return at - 1
    if joint.lower in JOINTS and tokens[at - 2].text in {",", ";"}:
        return at - 2
    return at - 1 if joint.lower in JOINTS - {"and", "as"} or (other.verb is ACCORDING and joint.lower != "that") else 0


def floor(tokens: Sequence[Token], found: Sequence[Clause], number: int) -> int:
    """Where the content before a clause may begin: past what joins it to an earlier one."""
    earlier = found[number - 1].cue.end if number else 0
    joints = (
        at + 1
        for at in range(begin(found[number]) - 1, earlier, -1)
        if tokens[at].text == ";" or (tokens[at].lower in {"and", "but", "while"} and tokens[at - 1].text == ",")
    )
    return next(joints, 0) if number else 0


def content(tokens: Sequence[Token], clause: Clause, bounds: Range, follows: Complement) -> tuple[Range, ...]:
    """The ranges of what a clause says; () where it says nothing."""
    low, end = bounds
    start = begin(clause)
    before = Range(low, start - (start > low and tokens[start - 1].text in {",", ";"}))
    ahead = Range(follows.content, end)
    has_quote = any(token.quote for token in tokens[low:start][-3:])
    if clause.verb is ACCORDING:
        if start > low + 1:
            return (before,)
        opened = clause.source.end + (clause.source.end < end and tokens[clause.source.end].text == ",")
        return (Range(opened, end),) if opened < end else ()
    if clause.participle:
        return (ahead,) if ahead.start < end else ()
    if clause.inverted or (has_quote and start > low and (tokens[start - 1].quote or tokens[start - 2].quote)):
        is_quote = ahead.start < end and tokens[ahead.start].quote
        return (before, *((ahead,) if is_quote else ())) if before.start < before.end else ()
    if ahead.start < end:
        return (ahead,)
    is_closed = start > low + 2 and tokens[start - 1].text == "," and clause.verb.is_plain
    return (before,) if is_closed else ()
