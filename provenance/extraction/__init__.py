"""From a text to who said what and through whom.

An extractor is anything with an `identity` and a `read`; `extractor` finds the program's own and those that other
packages offer under the entry-point group `provenance.extractors`.
"""

from __future__ import annotations

from provenance.extraction.protocol import ArticleExtractor
from provenance.extraction.registry import DEFAULT, GROUP, extractor, extractors

__all__ = ["DEFAULT", "GROUP", "ArticleExtractor", "extractor", "extractors"]
