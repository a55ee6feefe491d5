"""The cues of a sentence: the words that attribute, and the phrase they attribute to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from provenance.extraction.rules import subjects
from provenance.extraction.rules.complements import plainly_verb, takes
from provenance.extraction.rules.following import phrase_after
from provenance.extraction.rules.lexicon import (
    ALSO_NOUNS,
    BE,
    DETERMINERS,
    MODALS,
    NUMBERS,
    PREPOSITIONS,
    TIMES,
    Form,
    Verb,
    verbs,
)
from provenance.extraction.rules.phrases import Range
from provenance.extraction.rules.preceding import phrase_before
from provenance.extraction.rules.who import look, noun_kinds
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Token

ACCORDING = Verb("according to", frozenset({"according"}), Relation.SAID)
COLON = Verb(":", frozenset({"say"}), Relation.SAID)
REPORTED = frozenset("reported noted quoted revealed disclosed described confirmed".split())
QUOTES = frozenset("quoted cited quotes quoting citing".split())
SAYING = frozenset("saying claiming telling writing stating adding".split())
POSSESSIVES = ("’s", "'s", "s’", "s'")
FAR = 30  # tokens
MOST = 16  # cues in a sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """One cue with its parts as ranges of its sentence's tokens; `content` is empty where it stands elsewhere.

    `inverted` says that the source follows its verb: "said Caddell".
    """

    verb: Verb
    form: Form
    cue: Range
    source: Range
    content: tuple[Range, ...] = ()
    addressee: Range | None = None
    inverted: bool = False


def cues(tokens: Sequence[Token]) -> list[Clause]:
    """The cues of a sentence but the participles, left to right, contents still unknown: MOST at most."""
    found = islice(chain(_according(tokens), _quoted_as(tokens), _finite(tokens)), MOST)
    return sorted(found, key=lambda clause: clause.cue)


def _according(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The cues "according to S", "as per S", ", per S" and "as first reported by S"."""
    at = 0
    while at < len(tokens):
        end = _according_end(tokens, at)
        source = phrase_after(tokens, end) if end else None
        if source and (tokens[end - 1].text != "per" or _someone(tokens, source)):
            yield Clause(ACCORDING, Form.PAST, Range(at, end), source)
        at = max(at + 1, end)


def _according_end(tokens: Sequence[Token], at: int) -> int:
    """Where a cue of that kind that begins at `at` ends; 0 where none begins."""
    words = [token.lower for token in tokens[at : at + 4]]
    if words[:2] in (["according", "to"], ["as", "per"]):
        return at + 2
    if tokens[at].text == "per" and at > 0 and tokens[at - 1].text == ",":
        return at + 1
    if words[:1] == ["as"] and "by" in words[2:] and words[words.index("by") - 1] in REPORTED:
        return at + words.index("by") + 1
    return 0


def _someone(tokens: Sequence[Token], source: Range) -> bool:
    """Whether a phrase after "per" is a name or what can say something: not "day", "the lease", "his request"."""
    determined = tokens[source.start].lower in DETERMINERS
    start = source.start + determined
    if start < source.end and tokens[start].capital:
        return True
    kind = noun_kinds().get(look(" ".join(token.text for token in tokens[start : source.end])).head)
    return kind is not None and (determined or kind not in {Kind.ANONYMOUS, Kind.PERSON})


def _quoted_as(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The cues "S was quoted (by W) |as saying| C" and "W quoted S |as saying| C"."""
    for i, (token, following) in enumerate(pairwise(tokens)):
        if token.lower != "as" or following.lower not in SAYING:
            continue
        verb = next((j for j in range(i - 1, max(-1, i - FAR), -1) if tokens[j].lower in QUOTES), None)
        if verb is None:
            continue
        passive = verb > 0 and tokens[verb - 1].lower in BE
        group = subjects.verb_group(tokens, verb, 0)
        source = phrase_before(tokens, group) if passive else phrase_after(tokens, verb + 1)
        if source:
            yield Clause(verbs()["said"][0], Form.PAST, Range(verb - 1 if passive else i, i + 2), source)


def _finite(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The cues that are finite verbs, each with its subject: "S said C", "“Q,” said S"."""
    floor = 0
    for i, token in enumerate(tokens):
        if token.quote or token.lower not in verbs() or not _finite_verb(tokens, i, floor):
            continue
        verb, form = verbs()[token.lower]
        group = subjects.verb_group(tokens, i, floor)
        speaker = subjects.inverted(tokens, i, verb)
        source = speaker or _subject(tokens, i, group, floor)
        if source is None:
            continue
        yield Clause(verb, form, Range(group, i + 1), source, inverted=speaker is not None)
        floor = i + 1


def _finite_verb(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Whether the form at `at` is a finite active verb: no noun, infinitive, passive, modal or negation."""
    token = tokens[at]
    verb, form = verbs()[token.lower]
    if form is Form.PARTICIPLE or (verb.lemma in {"quote", "cite"} and _as_saying(tokens, at)):
        return False
    if token.capital and at and form is not Form.PAST and not token.text.isupper():
        return False
    group = subjects.verb_group(tokens, at, floor)
    previous = tokens[group - 1].lower if group else ""
    helpers = {t.lower for t in tokens[group:at]}
    if helpers & (BE | MODALS | {"not"}) or previous in PREPOSITIONS | {"a", "an", "the"}:
        return False
    if form is Form.PAST:
        return not _reduced(tokens, at)
    if previous in DETERMINERS | NUMBERS or previous.endswith(POSSESSIVES):
        return False
    return token.lower not in ALSO_NOUNS or plainly_verb(tokens, at)


def _reduced(tokens: Sequence[Token], at: int) -> bool:
    """A participle after its noun: "a report |published| on Monday", which the sentence's own verb follows."""
    if at == 0 or at + 1 >= len(tokens) or noun_kinds().get(tokens[at - 1].lower) is not Kind.DOCUMENT:
        return False
    later = (token for token in tokens[at + 1 :] if not token.quote and token.text != ",")
    return tokens[at + 1].lower in PREPOSITIONS | TIMES and any(token.lower in verbs() for token in later)


def _as_saying(tokens: Sequence[Token], at: int) -> bool:
    """Whether "as saying" follows `at`, so that the cue is that of `_quoted_as`."""
    return any(t.lower == "as" and n.lower == "saying" for t, n in pairwise(tokens[at : at + FAR]))


def _subject(tokens: Sequence[Token], at: int, group: int, floor: int) -> Range | None:
    """The subject before the verb at `at`, whose group begins at `group`, where it can be a source and reports."""
    verb, form = verbs()[tokens[at].lower]
    subject = phrase_before(tokens, group, floor)
    if subject and form is Form.BASE and not subjects.plural(tokens, subject):
        return None
    subject = subject or subjects.shared(tokens, group)
    if subject is None or not subjects.can_speak(tokens, subject):
        return None
    closes = bool(verb.frames & {"report", "show", "write"}) and subjects.follows_content(tokens, subject)
    return subject if closes or takes(tokens, at + 1, verb) else None
