"""The rules of English reporting, behind one door: what stands here is all that other rooms may use.

Only the registry and the trained extractor do, and import-linter holds them to it; `evidence`, `Said` and `statements`
are for training.
"""

from __future__ import annotations

from provenance.extraction.rules.confidence import evidence
from provenance.extraction.rules.extractor import Rules
from provenance.extraction.rules.said import Said
from provenance.extraction.rules.statements import statements
from provenance.extraction.rules.tagged import chained, is_no_cue, told

__all__ = ["Rules", "Said", "chained", "evidence", "is_no_cue", "statements", "told"]
