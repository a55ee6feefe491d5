"""The clauses of a sentence that tell of somebody saying something: the verb, and who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Stance
from provenance.extraction.rules import words
from provenance.extraction.rules.kinds import kind_of
from provenance.extraction.rules.phrases import Range, after, before, with_addition
from provenance.extraction.rules.words import Form, Verb
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

ACCORDING = Verb("according to", frozenset({"according"}), Relation.SAID)
DENIES = frozenset("deny dispute refute rebut".split())
WITHHOLDS = frozenset("say confirm comment disclose discuss specify answer elaborate tell".split())
REFUSED = frozenset("declined declines refused refuses".split())
NOT = frozenset("not never neither".split())
DID = frozenset("has have had did does do".split())
OPENING = 3
"""Words after which what follows "according to X," is no content."""
MOST = 16
"""Of a sentence: more are no prose."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`inverted`: the source follows its verb ("said Ada Brunt"); a `participle` has it from the clause before."""

    verb: Verb
    cue: Range
    source: Range
    stance: Stance = Stance.ASSERTS
    inverted: bool = False
    participle: bool = False


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """From left to right."""
    found: list[Clause] = []
    floor = 0
    for at, token in enumerate(tokens):
        if len(found) == MOST:
            break
        last = found[-1] if found else None
        made = _according(tokens, at) or _finite(tokens, at, floor) or (_trailing(tokens, at, last) if last else None)
        if made and not token.quote:
            found.append(made)
            floor = made.source.end if made.inverted else made.cue.end
    return found


def _according(tokens: Sequence[Token], at: int) -> Clause | None:
    if [token.lower for token in tokens[at : at + 2]] not in (["according", "to"], ["as", "per"]):
        return None
    source = after(tokens, at + 2)
    if source and at > OPENING:
        source = with_addition(tokens, source)
    return Clause(ACCORDING, Range(at, at + 2), source, inverted=True) if source else None


def _finite(tokens: Sequence[Token], at: int, floor: int) -> Clause | None:
    verb, form = words.VERBS.get(tokens[at].lower, (None, None))
    if verb is None or form is None or form is Form.PARTICIPLE or (at and tokens[at].capital):
        return None
    if tokens[at].lower in REFUSED and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "to":
        return None
    start = at
    while start > floor and _helps(tokens[start - 1]):
        start -= 1
    stance = _stance(verb, [token.lower for token in tokens[start:at]])
    if stance is None or (form is not Form.PAST and not _is_verb(tokens, at, start, form)):
        return None
    end = at + 3 if stance is Stance.DOES_NOT_CONFIRM and _nor(tokens, at) else at + 1
    if start == at and start > floor and (tokens[at - 1].quote or tokens[at - 1].text == ","):
        is_open = verb.is_plain and "tell" not in verb.frames and form is not Form.BASE
        source = after(tokens, end) if is_open or tokens[at - 1].quote or tokens[at - 2].quote else None
        if source and _is_inverted(tokens, source, is_quoted=tokens[at - 1].quote or tokens[at - 2].quote):
            return Clause(verb, Range(at, end), with_addition(tokens, source), stance, inverted=True)
    subject = before(tokens, start, floor)
    if subject and verb.frames == {"show"} and kind_of(tokens[subject.start : subject.end])[0] is Kind.PERSON:
        return None
    return Clause(verb, Range(start, end), subject, stance) if subject else None


def _trailing(tokens: Sequence[Token], at: int, last: Clause) -> Clause | None:
    """“…, adding that …”: whoever spoke before."""
    verb, form = words.VERBS.get(tokens[at].lower, (None, None))
    if verb is None or form is not Form.PARTICIPLE or not verb.is_plain or at < 2:
        return None
    return Clause(verb, Range(at, at + 1), last.source, participle=True) if tokens[at - 1].text == "," else None


def _helps(token: Token) -> bool:
    word = token.lower
    return word in words.MODALS | words.BE | DID | NOT | REFUSED | {"to"} or words.is_adverb(word) or word[-3:] in {
        "n’t", "n't",
    }  # fmt: skip


def _stance(verb: Verb, helpers: Sequence[str]) -> Stance | None:
    """What the source does with the content; None where the verb tells of nothing said."""
    held = frozenset(helpers)
    if held & REFUSED or "neither" in held:
        return Stance.DOES_NOT_CONFIRM if verb.lemma in WITHHOLDS else None
    if held & NOT or any(word.endswith(("n’t", "n't")) for word in held):
        is_withheld = verb.lemma in WITHHOLDS and bool(held & {"would", "could", "did", "does", "wouldn’t", "wouldn't"})
        return Stance.DOES_NOT_CONFIRM if is_withheld else None
    if held & ((words.MODALS - DID) | words.BE | {"to"}):
        return None
    return Stance.DENIES if verb.lemma in DENIES else Stance.ASSERTS


def _nor(tokens: Sequence[Token], at: int) -> bool:
    return [token.lower for token in tokens[at + 1 : at + 3]] == ["nor", "denied"]


def _is_verb(tokens: Sequence[Token], at: int, start: int, form: Form) -> bool:
    """Whether a form that may be a noun is none here: "officials |say|", but not "the |report|"."""
    if any(token.lower in DID | REFUSED | words.MODALS for token in tokens[start:at]):
        return True
    if start == 0 or tokens[start - 1].lower in words.DETERMINERS | words.PREPOSITIONS:
        return False
    previous = tokens[start - 1]
    if form is Form.BASE and not (previous.quote or previous.text == ","):
        is_many = previous.lower.endswith("s") or previous.lower in {"they", "we", "i", "people", "police"}
        if not is_many:
            return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    marked = following is not None and (following.lower == "that" or following.quote)
    return tokens[at].lower not in words.ALSO_NOUNS or marked


def _is_inverted(tokens: Sequence[Token], source: Range, *, is_quoted: bool) -> bool:
    """Whether a phrase after a verb is its subject: nothing but a mark, a time or a place follows."""
    if source.end == len(tokens):
        return True
    following = tokens[source.end]
    if following.quote or not following.word:
        return True
    return is_quoted and (following.lower in words.TIMES | words.PREPOSITIONS | words.CONJUNCTIONS | {"as", "who"})
