"""The rest of the sentence of a statement that is no sentence by itself: “[The ministry was] considering it”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.canonical.whole import Filling, Why
from provenance.model import Span, passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.segmentation import Page
    from provenance.model import Attribution

FEW = 4
"""Words that seldom say by themselves what is claimed."""
MOST = 25
"""Words of a sentence that are put in on either side."""
_WORD = re.compile(r"\w+(?:[-’'.&]\w+)*%?")
_SET_OFF = re.compile(r"[,;:—–]|[.!?][”’\"']")
"""What stands between words and what only says whose they are, or is said beside them."""
_SPACE = re.compile(r"\s+")


def is_fragment(said: str) -> bool:
    return len(_WORD.findall(said)) <= FEW


def fillings(page: Page, one: Attribution) -> Iterator[Filling]:
    """For the words at the content of `one`: what its sentence says before them, and goes on with."""
    if not page.sentences or not is_fragment(passage(page.text, one.content)):
        return
    start, end = one.content[0].start, one.content[-1].end
    first, last = page.sentences[page.sentence_at(start)], page.sentences[page.sentence_at(end - 1)]
    before, after = page.text[first.start : start], page.text[end : last.end]
    if _is_telling(before):
        yield Filling(Span(start, start), _SPACE.sub(" ", before), Why.AROUND)
    if _is_telling(after) and not _SET_OFF.search(page.text, max(end - 2, start), end + 1):
        yield Filling(Span(end, end), _SPACE.sub(" ", after), Why.AROUND)


def _is_telling(words: str) -> bool:
    return 0 < len(_WORD.findall(words)) <= MOST
