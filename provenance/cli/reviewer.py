"""Who decides, and what is said when a decision was kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from provenance.cli.listing import printable
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.decisions import Decision

VARIABLE = "PROVENANCE_REVIEWER"


def reviewer(by: str | None) -> str:
    """The name given, else the one in the environment, else the login name. Raises UsageError where there is none."""
    if by is not None:
        return by
    if name := os.environ.get(VARIABLE):
        return name
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise UsageError(f"no one is logged in by a name: give --by NAME, or set ${VARIABLE}") from None


def told(decision: Decision) -> None:
    """The decision's IRI on standard output; on standard error what was decided and in whose name."""
    from provenance.decisions.summary import summary
    from provenance.views.prose.decided import what

    typer.echo(decision.id)
    typer.echo(f"{printable(summary(decision))}: {printable(what(decision))}", err=True)
