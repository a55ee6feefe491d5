"""Where quotation marks stand in a text, whoever read it, and which words each statement quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.linking.words import folded_words
from provenance.model import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Attribution, Reading

LEAST_RUN = 5
"""Words; shorter quotations are not told apart."""
_QUOTATION = re.compile(
    r"[“„](?P<curled>(?:[^“”\n]|\n(?!\n))+)[“”]?"
    r"|«(?P<angled>(?:[^«»\n]|\n(?!\n))+)»?"
    r"|\"(?P<straight>(?:[^\"\n]|\n(?!\n))+)\"?"
    r"|(?<!\w)‘(?P<single>(?:[^‘’\n]|(?<=\w)’(?=\w))+)"
    r"|(?<!\w)'(?P<typed>(?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)"
)
"""A quotation that is not closed ends with its paragraph, as one of several paragraphs does."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of an attribution; `number` counts the attributions of the reading."""

    number: int
    words: tuple[str, ...]


def quotations(text: str, within: Span) -> Iterator[Span]:
    """The words between each pair of quotation marks in `within`, marks left out, outermost only, in order."""
    for match in _QUOTATION.finditer(text, *within):
        yield Span(*match.span(match.lastgroup or 0))


def quoted(reading: Reading) -> Iterator[Quoted]:
    """The quotations of LEAST_RUN words or more, in order."""
    text = reading.article.text
    for number, attribution in enumerate(reading.attributions):
        for start, end in _spans(text, attribution):
            words = tuple(folded_words(text[start:end]))
            if len(words) >= LEAST_RUN:
                yield Quoted(number, words)


def _spans(text: str, attribution: Attribution) -> Iterator[Span]:
    """All of a direct content; of a mixed one what stands between marks."""
    if attribution.quotation is Quotation.DIRECT:
        yield from attribution.content
    elif attribution.quotation is Quotation.MIXED:
        for part in attribution.content:
            yield from quotations(text, part)
