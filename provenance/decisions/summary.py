"""A decision in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions.values import Action

if TYPE_CHECKING:
    from provenance.decisions.values import Decision

SAYS = {
    Action.CONFIRM: "confirmed",
    Action.REJECT: "rejected",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.CORRECT: "corrected",
}


def summary(decision: Decision) -> str:
    """Such as: confirmed by Ilse Maren on 2031-02-05: seen in the ledger."""
    note = f": {decision.note}" if decision.note else ""
    return f"{SAYS[decision.action]} by {decision.by} on {decision.at:%Y-%m-%d}{note}"
