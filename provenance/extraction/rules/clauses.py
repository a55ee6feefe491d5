"""The clauses of a sentence that tell of somebody saying something, and what each says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.extraction.parser.naming.vocabulary import LISTS
from provenance.extraction.rules import patterns
from provenance.extraction.rules.words import VERBS, Line, Range, Verb
from provenance.model import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

ACCORDING = Verb("according to", Relation.SAID)
DENIES = frozenset("deny dispute refute rebut".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """`inverted`: the source follows its verb ("said Ada Brunt")."""

    verb: Verb
    cue: Range
    source: Range
    inverted: bool = False

    @property
    def whole(self) -> Range:
        """Its source and its cue, with what is between."""
        return Range(min(self.cue.start, self.source.start), max(self.cue.end, self.source.end))


class Content(NamedTuple):
    """`parts` are none where nothing is said; `at` is the word after the cue and the `addressee`, if one is told."""

    parts: tuple[Range, ...]
    at: int
    addressee: Range | None = None


def clauses(line: Line) -> list[Clause]:
    """From left to right."""
    found: list[Clause] = []
    for at, letter in enumerate(line.letters):
        floor = found[-1].whole.end if found else 0
        made = _inverted(line, at, floor) or _finite(line, at, floor) if letter in "VUvu" else None
        if letter == "C" and line.word(at + 1) == "to":
            source = (patterns.OBJECT if at else patterns.SOURCE).match(line.letters, at + 2)
            made = Clause(ACCORDING, Range(at, at + 2), Range(*source.span()), inverted=True) if source else None
        found += [made] if made else []
    return found


def _inverted(line: Line, at: int, floor: int) -> Clause | None:
    """“…, |said Ada Brunt|”."""
    verb, before = VERBS[line.word(at)], line.letters[max(floor, at - 2) : at]
    found = patterns.OBJECT.match(line.letters, at + 1)
    is_left = before.endswith(("Q", ",")) and verb.letter == "V" and verb.lemma != "tell"
    if not found or not is_left or (found["loose"] and "Q" not in before):
        return None
    return Clause(verb, Range(at, at + 1), Range(*found.span()), inverted=True)


def _finite(line: Line, at: int, floor: int) -> Clause | None:
    """“|Ada Brunt has said| …”; a plain form has several for its subject."""
    found = patterns.SUBJECT.search(line.letters, floor, at)
    if not found or (line.letters[at] in "vu" and line.letters[found.end("source") - 1] not in "sp"):
        return None
    return Clause(VERBS[line.word(at)], Range(found.start("cue"), at + 1), Range(*found.span("source")))


def content(line: Line, found: Sequence[Clause], number: int) -> Content:
    """What the clause of that number says: the words before it, after it, or both."""
    clause, letters, end = found[number], line.letters, _limit(line, found, number)
    start, stop = clause.whole
    left = letters[:start]
    before = (Range(0, start - left.endswith((",", ";"))),) if len(left) > 1 or left == "Q" else ()
    follows = _follows(line, clause, end)
    quoted = tuple(part for part in follows.parts if letters[part.start] == "Q")
    if clause.verb is ACCORDING:
        opened = Range(stop + letters.startswith(",", stop), end)
        return follows._replace(parts=before or ((opened,) if opened.start < end else ()))
    if clause.inverted or (before and "Q" in left[-2:]):
        return follows._replace(parts=before + quoted if before else ())
    is_closed = left.endswith(",") and clause.verb.letter in "Vv" and patterns.CLOSED.match(letters, follows.at)
    return follows if follows.parts or not is_closed else follows._replace(parts=before)


def _follows(line: Line, clause: Clause, end: int) -> Content:
    """With the content that follows the clause, if one does."""
    at, addressee = clause.whole.end, None
    if clause.verb.tells and not clause.inverted:
        found = patterns.ADDRESSEE.match(line.letters, at, end)
        if not found:
            return Content((), at)
        at, addressee = found.end(), Range(*found.span())
    opened = patterns.MARKED.match(line.letters, at, end)
    if not opened or (line.letters[opened.end()] == "W" and line.word(opened.end()) not in LISTS["opens_content"]):
        opened = patterns.BARE.match(line.letters, at, end)
        is_clause = opened and opened["verb"] and clause.verb.letter in "Vv"
        opened = opened if not clause.inverted and (is_clause or clause.verb.lemma in {"say", *DENIES}) else None
    parts = (Range(opened.end(), end),) if opened and opened.end() < end else ()
    return Content(parts, at, addressee)


def _limit(line: Line, found: Sequence[Clause], number: int) -> int:
    """Where the content after a clause must end: at the sentence's end, or where another clause is joined on."""
    own, end = found[number].whole, len(line.letters.rstrip(".:"))
    for other in found[number + 1 :]:
        start = other.whole.start
        if joint := patterns.JOINED.search(line.letters, own.end + 1, start):
            end = min(end, joint.start())
        elif other.verb is ACCORDING and start > own.end + 1 and line.letters[start - 1] != "T":
            end = min(end, start)
    cited = patterns.CITED.search(line.letters, own.end, end)
    return cited.start() if cited else end
