"""Where a missing report may be, and what came of looking there, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.follow.plan import CANDIDATES, Lead
from provenance.follow.trail import Outcome

if TYPE_CHECKING:
    from provenance.follow.plan import Way

CAME = {
    Outcome.REPORT: "the report: the trail goes on there",
    Outcome.JOINED: "not known to be the report, but on the trail too: kept",
    Outcome.OTHER: "not the report: nothing of it is kept",
    Outcome.KNOWN: "in the store already, and not the report",
    Outcome.FAILED: "not read",
}


def whence(way: Way) -> str:
    """Such as: a page of its site that 'sluice-herald' links to."""
    match way.lead:
        case Lead.LINK:
            return "linked to for it"
        case Lead.SITE:
            return f"a page of its site that '{way.article}' links to"
        case Lead.FEED:
            return f"a list: at most {CANDIDATES} of its pages"
        case Lead.SEARCH:
            return f"a search: at most {CANDIDATES} of what it finds"
