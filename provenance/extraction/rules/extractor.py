"""The extractor that needs no model: rules of English reporting, one pass over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.segmentation import segment
from provenance.extraction.rules.assembly import assembled
from provenance.extraction.rules.statements import statements
from provenance.extraction.rules.transcripts import transcribed
from provenance.model import Extractor, Quotation

if TYPE_CHECKING:
    from provenance.extraction.rules.said import Said
    from provenance.model import Article, Hop, Reading

SURE = frozenset({"say", "according to", "note", "argue", "add", "warn", "explain"})
SHARES = (("tell", 0.65), ("report", 0.65), ("object", 0.6), ("speak", 0.55), ("mind", 0.4), ("clause", 0.4))


class Rules:
    """Reads by rules alone."""

    identity = Extractor("rules", "5")

    def read(self, article: Article) -> Reading:
        """Every attribution that the rules find in `article`, with its chain."""
        page = segment(article.text)
        return assembled(article, page, transcribed(page, statements(page)), self.identity, _sure)


def _sure(said: Said, chain: tuple[Hop, ...]) -> float:
    return min(_base(said), *(hop.confidence for hop in chain))


def _base(said: Said) -> float:
    """How often such a construction names who said what, measured on PolNeAR's training part (benchmarks/README.md)."""
    if said.quotation is Quotation.DIRECT:
        return 0.93
    frames = said.verb.frames
    if "say" in frames or "according" in frames:
        return 0.8 if said.verb.lemma in SURE else 0.65
    return next((share for frame, share in SHARES if frame in frames), 0.5)
