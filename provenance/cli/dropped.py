"""What of an article was left out, or that it was not read at all, on standard error."""

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


def tell_unread(source: str, reason: str) -> None:
    """A line where the article read from `source` was not read by an extractor."""
    if reason:
        said = f"{source}: not read: {reason}; it has no statements, --language any reads it all the same"
        typer.echo(f"provenance: {printable(said)}", err=True)
