"""What a store answers to words as a record: the likeliest claim, others that make it, what is only related."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.records.rows import related_record
from provenance.records.trace import trace_record

if TYPE_CHECKING:
    from provenance.queries.answering import Answered, Made


def answer_record(found: Answered) -> dict[str, Any]:
    """The record of the likeliest claim, if there is any, with the others under `also` and what is only related."""
    records = [made_record(one) for one in found.claims]
    first = records[0] if records else {"claim": None}
    related = [related_record(one) for one in found.related]
    return {"asked": found.asked, **first, "also": records[1:], "related": related}


def made_record(made: Made) -> dict[str, Any]:
    return {"id": made.claim, "likelihood": made.likelihood, **trace_record(made.trace)}
