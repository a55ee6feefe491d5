"""Who gave a part of an article: "With files from W", "mit Material der W", "— W writer Ada Brunt contributed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.credits.agencies import outlet, pieces
from provenance.documents.credits.lines import of_picture
from provenance.documents.credits.phrases import phrases
from provenance.model import Derivation, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.credits.lines import Lines

LONGEST_NAME = 6  # words


def contributions(page: Lines, country: str) -> Iterator[Derivation]:
    """Listed outlets alone: whoever else helped is no relay."""
    for span in page.edges():
        for phrase in phrases(Relation.CONTRIBUTED):
            for match in phrase.pattern.finditer(page.text, *span):
                names = list(pieces(match["who"]))
                if any(len(name.split()) > LONGEST_NAME for name in names) or of_picture(match.group()):
                    continue
                for name in names:
                    if known := outlet(name, country):
                        evidence = (Span(match.start(), match.end()),)
                        yield Derivation(*known, Relation.CONTRIBUTED, evidence=evidence, confidence=0.9)
