"""Where a story that nobody tells came out: "He allegedly sold it. The story first appeared on a fishing site"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.rules.following import phrase_from
from provenance.extraction.rules.hops import unarticled
from provenance.extraction.rules.lexicon import OUTLET_NOUNS
from provenance.extraction.rules.who import look
from provenance.model import Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from provenance.documents.segmentation import Page
    from provenance.model import Attribution, Reading

TALE = r"(?:story|stories|claims?|reports?|rumou?rs?|news|allegations?|messages?)"
CAME_OUT = re.compile(
    rf"(?:The|This|That|These|Those) (?:\w+ )?{TALE} (?:(?:was|were|has|have|had|been|first|originally) )*"
    r"(?:came out|come out|appeared|surfaced|emerged|originated|published|posted|started|broke) (?:on|in|at|by|with) "
)
ROUND = re.compile(r"\b(?:alleg|claim|report|rumou?r|suppos|purport|said\b)", re.IGNORECASE)
WHEN = re.compile(r" (?:just|only|some|a few|several|last|this|on|earlier)(?: .*)?$")
SITE = re.compile(rf"\b(?:{'|'.join(sorted(OUTLET_NOUNS - {'daily', 'weekly'}))})\b", re.IGNORECASE)
SHOWN_LATER = 0.6
NEAR = 1  # paragraphs


def traced(page: Page, reading: Reading) -> Reading:
    """`reading` with an outlet for what is alleged by nobody, where a sentence soon after says where it came out."""
    places = {number: hop for number in range(len(page.sentences)) if (hop := _came_out(page, number))}
    if not places:
        return reading
    numbers = list(places)
    return replace(reading, attributions=tuple(_traced(page, one, places, numbers) for one in reading.attributions))


def _came_out(page: Page, number: int) -> Hop | None:
    sentence = page.sentences[number]
    match = CAME_OUT.match(page.text, sentence.start, sentence.end)
    part = phrase_from(sentence.tokens, match.end()) if match else None
    if part is None:
        return None
    start, end = part.span(sentence.tokens)
    words = WHEN.sub("", page.text[start:end])
    named = gazetteer.by_name(unarticled(words))
    if not named and not SITE.search(words):
        return None
    return Hop(
        named[0].name if named else unarticled(look(words).name or words),
        named[0].kind if named else Kind.OUTLET,
        Relation.REPORTED,
        mention=(Span(start, start + len(words)),),
        evidence=(Span(sentence.start, sentence.end),),
        confidence=SHOWN_LATER,
    )


def _traced(page: Page, one: Attribution, places: dict[int, Hop], numbers: list[int]) -> Attribution:
    cue = " ".join(page.text[start:end] for start, end in one.cue)
    if one.source or one.chain[-1].kind is not Kind.UNSPECIFIED or len(one.chain) > 1 or not ROUND.search(cue):
        return one
    last = max(page.touched(one.content), default=None)
    after = len(numbers) if last is None else bisect_right(numbers, last)
    if last is None or after == len(numbers):
        return one
    apart = page.sentences[numbers[after]].paragraph - page.sentences[last].paragraph
    return replace(one, chain=(places[numbers[after]],)) if apart <= NEAR else one
