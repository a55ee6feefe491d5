"""Sentences that only say where the words before them come from: "This was reported by W", "W reported this"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from provenance.extraction.rules.cues import ACCORDING
from provenance.extraction.rules.following import phrase_from
from provenance.extraction.rules.lexicon import PRONOUNS, verbs
from provenance.extraction.rules.said import indirect, trimmed
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page, Sentence
    from provenance.extraction.rules.said import Said

PASSIVE = re.compile(
    r"(?:This|That|It|The (?:news|information|claim))(?:[’']s| is| was| has been| were)?"
    r" (?:first |also |earlier )?(?P<cue>according to"
    r"|(?:report|announc|stat|confirm|reveal|publish|disclos|evidenc)ed by|(?:said|written|shown) by)\s(?!now\b)"
)
INVERTED = re.compile(r"(?P<cue>So (?:writes|wrote|says|said|reports|reported|claims|claimed))\s")
ACTIVE = re.compile(
    r"(?P<who>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){0,5}?) (?:has |have |had )?(?:first |also |earlier )?"
    r"(?P<cue>(?:reported|reports|wrote|writes|published|disclosed|revealed)(?: (?:about|on))?) (?:this|that|it)\b"
    r"(?! \w+s\b)(?= (?:on|in|last|earlier|this|with|citing|quoting|yesterday|today)\b|[,.])"
)


def _pointing_back(page: Page, number: int) -> Said | None:
    """The statement of sentence `number` that the sentence, or the paragraph, before it is somebody's."""
    sentence = page.sentences[number]
    found = _pointer(page, sentence) if number else None
    if found is None:
        return None
    cue, source = found
    according = page.text.startswith("according", cue.start)
    verb = ACCORDING if according else verbs()["reported"][0]
    return indirect(sentence, number, verb, cue, source, (_before(page, number),))


def _pointer(page: Page, sentence: Sentence) -> tuple[Span, Span] | None:
    """The cue and the source of a sentence that points back, or None."""
    active = ACTIVE.match(page.text, sentence.start, sentence.end)
    if active:
        pronoun = active["who"].lower() in PRONOUNS
        return None if pronoun else (Span(*active.span("cue")), Span(*active.span("who")))
    match = PASSIVE.match(page.text, sentence.start, sentence.end)
    match = match or INVERTED.match(page.text, sentence.start, sentence.end)
    if match is None:
        return None
    part = phrase_from(sentence.tokens, match.end())
    return (Span(*match.span("cue")), trimmed(page.text, part.span(sentence.tokens))) if part else None


def _before(page: Page, number: int) -> Span:
    """The sentence before `number`, or, where that ends a paragraph, the paragraph; without its full stop."""
    sentence, previous = page.sentences[number], page.sentences[number - 1]
    beside = previous.paragraph == sentence.paragraph
    start, end = (previous.start, previous.end) if beside else page.paragraphs[previous.paragraph]
    return Span(start, start + len(page.text[start:end].rstrip().removesuffix(".")))


def with_pointers(page: Page, found: Sequence[Said]) -> list[Said]:
    """`found` with the statements of sentences that point back, in the order of the cues.

    Such a sentence's subject, "the news", is no statement of its own; where it was read otherwise it is left so.
    """
    made: dict[int, list[Said]] = {}
    for said in found:
        made.setdefault(said.sentence, []).append(said)
    for number in range(1, len(page.sentences)):
        pointer = _pointing_back(page, number)
        here = made.get(number, [])
        if pointer and all(_same_cue(said, pointer) and _inside(page.sentences[number], said) for said in here):
            made[number] = [pointer]
    return sorted(chain.from_iterable(made.values()), key=lambda said: said.cue)


def _same_cue(said: Said, pointer: Said) -> bool:
    return said.cue.start < pointer.cue.end and pointer.cue.start < said.cue.end


def _inside(sentence: Sentence, said: Said) -> bool:
    return all(sentence.start <= part.start and part.end <= sentence.end for part in said.content)
