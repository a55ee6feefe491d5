"""The one way from values to JSON: for the command line, the explorer and whoever extracts without a store."""

from __future__ import annotations

from provenance.records.answers import answer_record, made_record
from provenance.records.comparison import comparison_record
from provenance.records.decisions import decision_record
from provenance.records.issues import issue_record, overview_record
from provenance.records.links import explanation_record, link_record, undecided_record
from provenance.records.reading import reading_record
from provenance.records.rows import related_record, row_record
from provenance.records.trace import trace_record

__all__ = [
    "answer_record",
    "comparison_record",
    "decision_record",
    "explanation_record",
    "issue_record",
    "link_record",
    "made_record",
    "overview_record",
    "reading_record",
    "related_record",
    "row_record",
    "trace_record",
    "undecided_record",
]
