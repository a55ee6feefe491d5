"""What of an extractor's answer was left out, on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from provenance.cli.listing import printable

if TYPE_CHECKING:
    from provenance.library import Extracted, Ingested


def tell_dropped(item: Extracted | Ingested) -> None:
    """A line for each statement that does not fit its article."""
    for reason in item.dropped:
        typer.echo(f"provenance: {printable(f'{item.input}: {reason}')}", err=True)
