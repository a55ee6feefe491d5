"""The extractor without a model: the plainest forms of English reporting, and nothing that takes a guess."""

from __future__ import annotations

from provenance.extraction.rules.extractor import Rules

__all__ = ["Rules"]
