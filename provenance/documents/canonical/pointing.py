"""What a statement that is only a pronoun says: the statement told right before it, in its sentence or the one before.

Nouns that point ("the report", "the claim") are left: what they point to is as often what the whole article is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.canonical.whole import Filling, Why
from provenance.model import Span, passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.model import Attribution, Spans

POINTING = frozenset("it so that this which".split())
LINKING = frozenset("as be been case is the was".split())
"""Words that may stand beside a pronoun that says all: "that this is so"."""
NEAR = 1
"""Sentences back."""
_WORD = re.compile(r"\w+")


def fillings(page: Page, one: Attribution, others: Sequence[Attribution]) -> Iterator[Filling]:
    """For the words at the content of `one`, among `others` of its article."""
    if not is_pointing(passage(page.text, one.content)):
        return
    start, end = one.content[0].start, one.content[-1].end
    before = [other.content for other in others if other.content[-1].end <= start and _tells(page, other.content)]
    nearest = max(before, key=lambda content: content[-1].end, default=None)
    if nearest and page.sentence_at(start) - page.sentence_at(nearest[-1].end - 1) <= NEAR:
        yield Filling(Span(end, end), f" namely: {passage(page.text, nearest).strip(' .,“”')}", Why.POINTED)


def is_pointing(said: str) -> bool:
    """Whether words are a pronoun for what was said: "it", "that this is so"."""
    words = {word.lower() for word in _WORD.findall(said)}
    return not words.isdisjoint(POINTING) and words <= POINTING | LINKING


def _tells(page: Page, content: Spans) -> bool:
    return not is_pointing(passage(page.text, content))
