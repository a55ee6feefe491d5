"""What follows a verb of saying: to whom, where and when, and then the content."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.extraction.parser.labels import Stance
from provenance.extraction.rules import words
from provenance.extraction.rules.phrases import Range, after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.clauses import Clause

WHERE = frozenset("on in at during by via through to from before after with for of".split())
LOOSE = frozenset("by via through from with for of".split())
"""After which a noun may be a part of the same phrase, and no content."""
LISTENERS = frozenset(
    "reporters journalists lawmakers investigators viewers supporters jurors parliament congress".split()
)
LONGEST = 12
"""Words that tell where or to whom."""


class Complement(NamedTuple):
    """`content` begins where `told` ends, empty where nothing is said; `addressee` is whoever was told."""

    content: int
    told: Range
    addressee: Range | None = None


def complement(tokens: Sequence[Token], clause: Clause, end: int) -> Complement:
    """What follows `clause` up to the word `end`; its content is at `end` where there is none."""
    start = clause.source.end if clause.inverted else clause.cue.end
    addressee = _addressee(tokens, start, end) if "tell" in clause.verb.frames and not clause.inverted else None
    if "tell" in clause.verb.frames and not (addressee or clause.inverted or "say" in clause.verb.frames):
        return Complement(end, Range(start, start))
    at = addressee.end if addressee else start
    if clause.verb.frames == {"clause"} and at + 1 < end and tokens[at].lower == "to" and tokens[at + 1].text.islower():
        return Complement(at, Range(start, at), addressee)
    at = _past_adjuncts(tokens, at, end)
    told = Range(start, at)
    if at < end and tokens[at].text in {",", ":", "—", "–"}:
        opens = at + 1 < end and (tokens[at + 1].quote or tokens[at + 1].lower == "that" or tokens[at].text == ":")
        return Complement(
            at + 1 if opens and not (clause.inverted and tokens[at].text == ":") else end, told, addressee
        )
    return Complement(at if at < end and _opens(tokens, told, end, clause) else end, told, addressee)


def _opens(tokens: Sequence[Token], told: Range, end: int, clause: Clause) -> bool:
    """Whether a content begins after what is `told` of a clause; unmarked, it is a clause of its own."""
    at = told.end
    token = tokens[at]
    if token.quote or token.lower == "that":
        return True
    if clause.inverted or not token.word:
        return False
    if clause.stance is not Stance.ASSERTS:
        return token.lower not in words.PREPOSITIONS | {"to"}
    if token.lower in words.OPENS_CONTENT:
        return True
    begins = token.lower not in words.PREPOSITIONS | words.CONJUNCTIONS | words.BE | {"to", "so", "who", "which"}
    is_clause = clause.verb.lemma == "say" or any(_tells(token) for token in tokens[at + 1 : end])
    return (
        clause.verb.is_plain
        and begins
        and is_clause
        and not any(t.lower in LOOSE for t in tokens[told.start : at])
        and end - at > 1
    )


def _tells(token: Token) -> bool:
    return token.lower in words.FINITE | words.AUXILIARIES or token.lower.endswith("ed")


def _addressee(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """Whoever is told: an outlet of the gazetteer, a pronoun, else up to a noun that a clause follows."""
    if start >= end or tokens[start].quote or not tokens[start].word:
        return None
    if tokens[start].lower in LISTENERS or tokens[start].lower in {"me", "us", "him", "her", "them", "you", "it"}:
        return Range(start, start + 1)
    at = start + (tokens[start].lower in words.DETERMINERS)
    masthead = _masthead(tokens, at, end)
    if masthead:
        return Range(start, masthead)
    while at < end and at - start < LONGEST and tokens[at].word and not _begins(tokens, at, start):
        at += 1
    return Range(start, at) if at > start and tokens[start].lower not in words.PREPOSITIONS else None


def _masthead(tokens: Sequence[Token], at: int, end: int) -> int:
    """The word after the outlet that stands at `at`; 0 where none does."""
    run = at
    while (
        run < end and run - at < LONGEST and not tokens[run].quote and (tokens[run].capital or tokens[run].text == "&")
    ):
        run += 1
    if run == at:
        return 0
    for last in range(run, at, -1):
        if gazetteer.by_name(" ".join(token.text for token in tokens[at:last])):
            return last
    return next((last + 1 for last in range(run - 1, at, -1) if tokens[last].text in words.NEWSY), 0)


def _begins(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether something else than the one who is told begins at `at`."""
    word = tokens[at].lower
    if word in words.TIMES | WHERE | words.SUBORDINATORS | words.PRONOUNS | {"to"}:
        return True
    if at > start and (word in words.DETERMINERS or words.is_adverb(word)):
        return True
    return at > start and tokens[at].capital != tokens[at - 1].capital and tokens[at - 1].lower not in words.DETERMINERS


def citing(tokens: Sequence[Token], at: int) -> Range | None:
    """Whoever is cited at a comma: "W reported|, citing two officials|"."""
    if tokens[at].text != "," or at + 2 >= len(tokens) or tokens[at + 1].lower not in {"citing", "quoting"}:
        return None
    return after(tokens, at + 2)


def _past_adjuncts(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past days, adverbs, "in a statement", "at a rally", "with the BBC"."""
    start = at
    while at < end and at - start < 2 * LONGEST:
        word = tokens[at].lower
        if word in words.TIMES or words.is_adverb(word):
            at += 1
        elif word in WHERE and (past := past_phrase(tokens, at + 1, end)) > at + 1:
            at = past
        elif cited := citing(tokens, at):
            at = next((n + 1 for n in range(cited.end, min(end, at + 2 * LONGEST)) if tokens[n].text == ","), end)
        else:
            break
    return at


def past_phrase(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past the phrase that a preposition governs: it ends where a clause or another phrase begins."""
    start = at
    if masthead := _masthead(tokens, at + (at < end and tokens[at].lower in words.DETERMINERS), end):
        return masthead
    while at < end and at - start < LONGEST and tokens[at].word:
        word = tokens[at].lower
        is_first = at == start or (at == start + 1 and tokens[start].lower in words.DETERMINERS)
        begins = word in WHERE | words.SUBORDINATORS | words.PRONOUNS | words.DETERMINERS
        if not is_first and (begins or (tokens[at].capital and not tokens[at - 1].capital)):
            break
        at += 1
    return at
