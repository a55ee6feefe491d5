"""Who does the saying: the subject of a cue, before it or after it, and whether such a phrase can speak at all."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.following import phrase_after
from provenance.extraction.rules.lexicon import (
    AUXILIARIES,
    FINITE,
    NUMBERS,
    OPENS_CONTENT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    adverb,
    verbs,
)
from provenance.extraction.rules.preceding import phrase_before
from provenance.extraction.rules.who import noun_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.lexicon import Verb
    from provenance.extraction.rules.phrases import Range

PLURALS = frozenset("police people media some many others both several few".split())


def follows_content(tokens: Sequence[Token], subject: Range) -> bool:
    """Whether what could be content stands before a subject: "C, W |reported on Tuesday|"."""
    return subject.start > 4 and (tokens[subject.start - 1].text == "," or tokens[subject.start - 1].quote)


def verb_group(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Where the verb group that ends at `at` begins: "has also said"; an adverb that opens the sentence is no part."""
    start = at
    while (
        start > floor
        and not tokens[start - 1].quote
        and (tokens[start - 1].lower in AUXILIARIES or adverb(tokens[start - 1].lower))
    ):
        start -= 1
    opens = start == 0 < at and adverb(tokens[0].lower)
    return 1 if opens else start


def can_speak(tokens: Sequence[Token], subject: Range) -> bool:
    """Whether a phrase can be a source: no bare singular noun such as "peace" or "rest"."""
    words = tokens[subject.start : subject.end]
    if len(words) > 1 or words[0].capital:
        return True
    word = words[0].lower
    return word in PRONOUNS | NUMBERS | noun_kinds().keys() or word.endswith("s") or word in PLURALS | {"this", "that"}


def plural(tokens: Sequence[Token], subject: Range) -> bool:
    """Whether a subject takes the verb's base form: "they say"."""
    words = {t.lower for t in tokens[subject.start : subject.end] if t.word}
    if words & {"they", "we", "i", "you", "who"} or words & NUMBERS:
        return True
    head = _head(tokens, subject)
    return head.endswith("s") or head in PLURALS or "and" in words


def _head(tokens: Sequence[Token], subject: Range) -> str:
    """The head noun in lower case: the word before the first preposition, clause, comma or bracket."""
    for i in range(subject.start, subject.end):
        if i > subject.start and (tokens[i].lower in PREPOSITIONS | SUBORDINATORS or tokens[i].text in {",", "("}):
            return tokens[i - 1].lower
    return tokens[subject.end - 1].lower


def inverted(tokens: Sequence[Token], at: int, verb: Verb) -> Range | None:
    """The speaker of `"…," said Caddell`, where the verb stands at `at`; None where the order is the usual one."""
    if not verb.frames & {"say", "clause", "write", "report", "show"} or at == 0 or at + 1 >= len(tokens):
        return None
    previous = tokens[at - 1]
    quoted = previous.quote or (previous.text == "," and at > 1 and tokens[at - 2].quote)
    if not (quoted or previous.text == ","):
        return None
    speaker = phrase_after(tokens, at + 1)
    if speaker is None or quoted:
        return speaker if tokens[at + 1].word else None
    closes = _closes(tokens, speaker) and at > 3 and tokens[at + 1].lower not in OPENS_CONTENT
    return speaker if closes and phrase_before(tokens, at) is None else None


def _closes(tokens: Sequence[Token], speaker: Range) -> bool:
    """Whether a phrase after "said" is only a speaker: no verb in it, and the clause ends with it."""
    rest = tokens[speaker.end : speaker.end + 1]
    ended = not rest or rest[0].text in {".", ","} or rest[0].lower in {"in", "on", "as"}
    words = [token.lower for token in tokens[speaker.start : speaker.end]]
    named = takewhile(lambda word: word not in RELATIVES, words)
    return ended and not any(word in FINITE or word in PRONOUNS or word in verbs() for word in named)


def shared(tokens: Sequence[Token], group: int) -> Range | None:
    """The subject of the sentence, where a conjunction joins two predicates: "S did this and |said| …"."""
    if group == 0 or tokens[group - 1].lower not in {"and", "but", ","}:
        return None
    for i in range(1, group - 1):
        if _predicate(tokens[i]):
            return phrase_before(tokens, i)
    return None


def main(tokens: Sequence[Token], end: int) -> Range | None:
    """The subject of the first predicate before `end`."""
    for i in range(1, end):
        if not tokens[i].quote and not tokens[i].capital and _predicate(tokens[i]):
            return phrase_before(tokens, verb_group(tokens, i, 0))
    return None


def _predicate(token: Token) -> bool:
    word = token.lower
    return word in FINITE or word in verbs() or (word.endswith("ed") and len(word) > 4 and not token.capital)
