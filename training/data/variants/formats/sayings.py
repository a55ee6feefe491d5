"""What persons of an article say in words that can stand by themselves, as sentences of theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.gold import Type
from provenance.model import Kind, Span
from training.data.variants.formats.kept import own

if TYPE_CHECKING:
    from training.data.examples import Example, GoldHop, GoldStatement

CARRIERS = frozenset({Kind.OUTLET, Kind.WIRE})
"""What may lie between the article and a person whose words are laid out anew."""
WORDS = range(5, 121)
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]?")
OPENING, CLOSING = " \t\n“”\"‘'`", " \t\n“”\"’',.!…"
THIRD = re.compile(r"\b(?:s?he|him|his|hers?|they|them|theirs?|(?:him|her|them)sel(?:f|ves))\b", re.IGNORECASE)
STARTED = re.compile(r"(?:^|\n|[.!?…][”\"’')]*\s)\s*$")
SUBJECT = re.compile(
    r"(?:i|we|you|it|there|this|that|these|those|the|an?|our|my|no|some|most|every|all|nobody|everybody|people|if|when)\b",
    re.IGNORECASE,
)
TELLS = re.compile(r"\b(?:said|says|saying|added|adding|insisted|argued)\s*$")
LED_IN = "that "


@dataclass(frozen=True, slots=True)
class Saying:
    """`parts` are the words of a statement without quotation marks and stop; `inner` the statements inside them."""

    statement: GoldStatement
    parts: tuple[Span, ...]
    inner: tuple[GoldStatement, ...]

    @property
    def speaker(self) -> GoldHop:
        return self.statement.chain[-1]

    @property
    def carriers(self) -> tuple[GoldHop, ...]:
        return self.statement.chain[:-1]


def sayings(example: Example, after: int = 0) -> dict[str, list[Saying]]:
    """Those that stand behind `after`, in order, by speaker; of each speaker those that most came the same way."""
    found: defaultdict[str, defaultdict[tuple[str, ...], list[Saying]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(example.statements, key=lambda one: one.content[:1]):
        if one.content and one.content[0].start >= after and (saying := _saying(one, example)):
            found[saying.speaker.name][tuple(hop.name for hop in saying.carriers)].append(saying)
            after = one.content[-1].end
    return {name: max(ways.values(), key=len) for name, ways in found.items()}


def trimmed(span: Span, text: str) -> Span:
    """Without quotation marks, room and stops at either end."""
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip(OPENING))
    return Span(start, max(start, span.start + len(words.rstrip(CLOSING))))


def is_inside(span: Span, parts: tuple[Span, ...], text: str) -> bool:
    start, end = trimmed(span, text)
    return start < end and any(a <= start < b for a, b in parts) and any(a < end <= b for a, b in parts)


def _saying(one: GoldStatement, example: Example) -> Saying | None:
    text = example.article.text
    if one.type is not Type.SAID or not one.chain or any(hop.kind not in CARRIERS for hop in one.chain[:-1]):
        return None
    speaker = one.chain[-1]
    if speaker.kind is not Kind.PERSON or " " not in speaker.name or ";" in speaker.name or not _stands(one, text):
        return None
    parts = tuple(_without_that(trimmed(span, text), text) for span in one.content)
    words = " ".join(text[slice(*part)] for part in parts)
    if len(words.split()) not in WORDS or "\n" in words or words.endswith("?"):
        return None
    others = [other for other in example.statements if other is not one and _meets(other, one)]
    known = {hop.name for hop in one.chain}
    return Saying(one, parts, tuple(others)) if all(_lies_in(other, parts, known, text) for other in others) else None


def _stands(one: GoldStatement, text: str) -> bool:
    """Whether the words are whole sentences of the speaker's own, or can be taken for such."""
    contents = [text[slice(*span)].strip() for span in one.content]
    if all(QUOTED.fullmatch(words.rstrip(",.")) for words in contents):
        words = contents[0].lstrip(OPENING)
        return words[:1].isupper() or SUBJECT.match(words) is not None
    if len(contents) > 1 or THIRD.search(contents[0]):
        return False
    words, before = contents[0].lstrip(OPENING), text[: one.content[0].start]
    if words[:1].isupper() and STARTED.search(before):
        return True
    is_clause = TELLS.search(before) is not None and (words[:1].isupper() or SUBJECT.match(words) is not None)
    return is_clause or words.startswith(LED_IN)


def _without_that(span: Span, text: str) -> Span:
    return Span(span.start + len(LED_IN), span.end) if text.startswith(LED_IN, span.start) else span


def _meets(other: GoldStatement, one: GoldStatement) -> bool:
    return any(start < span.end and span.start < end for start, end in one.content for span in own(other))


def _lies_in(one: GoldStatement, parts: tuple[Span, ...], known: set[str], text: str) -> bool:
    """Whether all its words stand in `parts`, and whoever of its chain does not is `known`."""
    hops = (hop for hop in one.chain if hop.name not in known)
    mentions = (hop.mention and is_inside(hop.mention, parts, text) for hop in hops)
    return all(is_inside(span, parts, text) for span in own(one)) and all(mentions)
