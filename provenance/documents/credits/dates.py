"""The day of publication that a line of its own gives: "3 March 2025", "Published: May 12, 2025"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.dates import dated

if TYPE_CHECKING:
    from provenance.documents.credits.lines import Lines

LABEL = re.compile(r"(?:Published|Posted|Date|Updated)?(?: on)?:?[ \t]*(?:[A-Z][a-z]+day,?[ \t]*)?[.]?", re.IGNORECASE)


def day_line(page: Lines) -> str | None:
    """An ISO 8601 date from the lines near the top."""
    for line in page.header:
        found = dated(page.text, line, None)
        rest = page.text[line.start : found.span.start] + page.text[found.span.end : line.end] if found else ""
        if found and len(found.value) == len("2025-03-03") and LABEL.fullmatch(rest):
            return found.value
    return None
