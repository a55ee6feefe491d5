"""How much of a sentence one cue governs: from where its clause begins to where the next cue's does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules.cues import ACCORDING
from provenance.extraction.rules.lexicon import TIMES, Form, adverb, verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.cues import Clause

ENDS = frozenset(".!?")
JOINTS = frozenset("but and while though although as".split())


def floor_of(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the content before a cue may begin: the sentence's start, or past an earlier cue's clause."""
    floor = 0
    for other in found:
        if other.cue.start < clause.cue.start:
            between = range(other.cue.end, clause.cue.start)
            floor = next((i + 1 for i in between if _parts_clauses(tokens, i)), floor)
    return floor


def _parts_clauses(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == ";" or (tokens[at].lower in {"but", "and", "while"} and tokens[at - 1].text == ",")


def limit_of(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the content after a cue must end: the sentence, or the next cue's own clause."""
    end = len(tokens)
    while end > clause.cue.end and tokens[end - 1].text in ENDS:
        end -= 1
    for other in found:
        if other.cue.start > clause.cue.end:
            end = min(end, _cut_before(tokens, clause, other, end))
    for i in range(clause.cue.end + 1, end - 1):
        if tokens[i].text in {",", "—", "–"} and _says_more(tokens, i + 1):
            return i
    return end


def _cut_before(tokens: Sequence[Token], clause: Clause, other: Clause, end: int) -> int:
    """Where the clause of a later cue ends the content of `clause`; `end` where it may be a part of it."""
    cue, source = other.cue.start, other.source.start
    start = source if clause.cue.end < source < cue else cue
    joint, comma = tokens[start - 1], tokens[start - 2].text == ","
    if other.verb is ACCORDING and joint.text == "," and cue > clause.cue.end + 2:
        return start - 1
    if joint.text == "," and other.verb.frames & {"report", "say"} and not other.inverted and _last(tokens, other):
        return start - 1 if start - 1 > clause.cue.end else end
    if not (joint.lower in JOINTS or joint.text == ";") or start - 1 <= clause.cue.end:
        return end
    if comma or joint.lower != "and" or other.source == clause.source:
        return max(start - 2 if comma else start - 1, clause.cue.end)
    return end


def _last(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether nothing but a time follows a cue: "…, |W reported| on Friday"."""
    rest = tokens[clause.cue.end :]
    return not rest or rest[0].text in ENDS or rest[0].lower in TIMES | {"on"}


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle such as "adding" or "also telling" stands at `at`."""
    if adverb(tokens[at].lower) and at + 1 < len(tokens):
        at += 1
    verb, form = verbs().get(tokens[at].lower, (None, None))
    if verb is None or form is not Form.PARTICIPLE:
        return False
    return bool(verb.frames & {"say", "tell", "object"}) or verb.lemma in {"quote", "refer"}
