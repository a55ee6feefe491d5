"""What people decided, as a part of a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions.summary import summary
from provenance.palette import ON_SCREEN
from provenance.trace.wording import one_line
from provenance.views.prose.decided import what

if TYPE_CHECKING:
    from rich.tree import Tree

    from provenance.trace.report import Trace


def add_reviewed(root: Tree, trace: Trace) -> None:
    """A branch for the decisions that touch `trace`: who, when, why and what. None where there are none."""
    from rich.text import Text

    if trace.decisions:
        branch = root.add(Text("Reviewed", "bold"))
        for decision in trace.decisions:
            branch.add(Text.assemble((one_line(summary(decision)), ON_SCREEN["decision"]), "\n", what(decision)))
