"""The extractor without a model: the plainest forms of English reporting, and nothing that takes a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.segmentation import segment
from provenance.extraction.parser.reading import attributions
from provenance.extraction.rules.graphs import graph
from provenance.extraction.rules.statements import of_page
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    from provenance.model import Article

__all__ = ["Rules"]
VERSION = "7"


class Rules:
    """Reads by rules alone: a measure of what can be had for nothing."""

    identity = Extractor("rules", VERSION)

    def read(self, article: Article) -> Reading:
        """Every attribution of a plain form in `article`, with its chain."""
        page = segment(article.text)
        made = attributions(page, graph(page, of_page(page)), article, f"rules/{VERSION}")
        return Reading(article, self.identity, attributions=tuple(made))
