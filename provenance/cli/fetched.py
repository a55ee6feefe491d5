"""How commands that take addresses fetch them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from provenance.cli.listing import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.fetching import Fetching


def fetching(items: int, private: Sequence[str] | None) -> Fetching:
    """Tells on standard error what is about to be fetched."""
    from provenance.fetching import Fetching

    return Fetching(
        items, frozenset(private or ()), lambda line: typer.echo(f"provenance: {printable(line)}", err=True)
    )
