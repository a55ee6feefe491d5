"""Statements made whole: a wording that says by itself what is claimed, beside the words as they stand in the article.

Put in is only what the article says surely: it is shown in brackets, and is nobody's quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.canonical import fragments, pointing, pronouns
from provenance.documents.canonical.fragments import is_fragment
from provenance.documents.canonical.whole import Filling, Part, Whole, Why, made
from provenance.documents.segmentation import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.documents.segmentation import Page
    from provenance.model import Attribution, Reading, Span, Statement

__all__ = ["Filling", "Part", "Whole", "Why", "completed", "wholes"]


ELLIPTIC = re.compile(
    r"[“\"‘'(\[]*(?:(?:that|if|because|when|and|but|as|whether)\s+)?"
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|so|which|such)\b",
    re.IGNORECASE,
)
"""What begins so says what it says by what stands before it."""


def wholes(reading: Reading) -> tuple[Whole, ...]:
    """The wording of each attribution of `reading`, in their order."""
    page, known = segment(reading.article.text), pronouns.mentioned(reading)
    return tuple(_whole(page, one, reading, known) for one in reading.attributions)


def completed(statement: Statement) -> str:
    """The wording as an editor completes it, “[Tevork] no longer runs the mill”, with what was put in in brackets.

    Empty where the words as they stand neither begin with a pronoun nor are few, or nothing sure is known to put in.
    """
    if not (is_fragment(statement.text) or ELLIPTIC.match(statement.text)):
        return ""
    reading = statement.reading
    found = _whole(segment(reading.article.text), statement.attribution, reading, pronouns.mentioned(reading))
    return found.marked if found.is_filled else ""


def _whole(page: Page, one: Attribution, reading: Reading, known: Mapping[Span, str]) -> Whole:
    return made(page.text, one.content, _fillings(page, one, reading.attributions, known))


def _fillings(
    page: Page, one: Attribution, others: tuple[Attribution, ...], known: Mapping[Span, str]
) -> Iterator[Filling]:
    yield from pronouns.fillings(page, one, known)
    yield from fragments.fillings(page, one)
    yield from pointing.fillings(page, one, others)
