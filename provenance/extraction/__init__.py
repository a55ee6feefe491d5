"""From a text to who said what and through whom.

An extractor is anything with an `identity` and a `read`; `extractor` finds the program's own and those that other
packages offer under the entry-point group `provenance.extractors`. `reading_of` is what an article makes with any of
them: its credits, which are read first, and what the extractor takes from it.
"""

from __future__ import annotations

from provenance.extraction.protocol import ArticleExtractor, reading_of
from provenance.extraction.registry import DEFAULT, GROUP, extractor, extractors

__all__ = ["DEFAULT", "GROUP", "ArticleExtractor", "extractor", "extractors", "reading_of"]
