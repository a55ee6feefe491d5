"""Sentences that place someone without saying what they said: "During a CNN town hall, N had a question"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.rules.settings import NEAR, placing
from provenance.extraction.rules.written import made_document
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Sentence
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.place import Setting

ANYONE = "*"
EVENT = re.compile(r"(?:[’']s)?(?: [\w“”-]+){0,2} (?:town hall|forum|debate)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Introduction:
    """That `name`, or ANYONE, is heard in `setting` from `paragraph` on."""

    name: str
    paragraph: int
    setting: Setting


def introductions(context: Context) -> list[Introduction]:
    """Every person whom a sentence of the page places in an outlet, in order."""
    made = []
    for sentence in context.page.sentences:
        place = next(_places(context, sentence), None) or made_document(context, Span(sentence.start, sentence.end))
        if place and not context.own(place.name):
            anyone = EVENT.match(context.page.text, place.mention.end)
            names = [ANYONE] if anyone else _people(context, sentence, place)
            made += [Introduction(name, sentence.paragraph, place) for name in names]
    return made


def _places(context: Context, sentence: Sentence) -> Iterator[Setting]:
    start, end = sentence.start, sentence.end
    for mention in context.people.outlets_in(Span(start, end)):
        before = context.page.text[max(start, mention.span.start - NEAR) : mention.span.start]
        after = context.page.text[mention.span.end : min(end, mention.span.end + NEAR)]
        found = placing(context, mention, before, after, Span(start, end))
        if found:
            yield found


def _people(context: Context, sentence: Sentence, place: Setting) -> Sequence[str]:
    """The full names of the people whom a sentence names outside quotations, each once; a paper's maker goes first."""
    full = context.people.full
    end = place.mention.start if place.kind is Kind.DOCUMENT else sentence.end
    named = (t for t in sentence.tokens if not t.quote and t.capital and t.end <= end)
    surnames = (t.text.removesuffix("’s").removesuffix("'s") for t in named)
    return list(dict.fromkeys(context.people.commonest[name][0] for name in surnames if name in full))
