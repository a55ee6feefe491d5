"""What people decide: the values, where what they are about stands now, and how each is told.

What decisions make of readings, links and claims is in `overlay`, which `provenance.corpus` alone applies.
"""

from provenance.decisions.values import (
    FEWEST,
    NOUNS,
    OF_AGENT,
    OF_HOP,
    OPEN,
    Action,
    Anchor,
    Correction,
    Decision,
    Field,
    Subject,
    Target,
    Undone,
    check,
    check_who,
    iri_of,
    spans_of,
    standing,
    written,
)

__all__ = [
    "FEWEST",
    "NOUNS",
    "OF_AGENT",
    "OF_HOP",
    "OPEN",
    "Action",
    "Anchor",
    "Correction",
    "Decision",
    "Field",
    "Subject",
    "Target",
    "Undone",
    "check",
    "check_who",
    "iri_of",
    "spans_of",
    "standing",
    "written",
]
