"""`provenance restore`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import Store

EXAMPLES = ("provenance restore 2025-03-15.zip --store restored",)

File = Annotated[Path, typer.Argument(metavar="FILE", help="What 'provenance backup' wrote.", show_default=False)]


def run(file: File, store: Store = None) -> None:
    """Make a store from a backup, where there is none yet: all of it, or nothing where that fails."""
    from provenance.library import Library
    from provenance.views.prose.phrases import count

    with Library.restore(file, store) as library:
        held = library.info()
    typer.echo(f"restored {count(held.articles, 'article')}, {count(held.statements, 'statement')}", err=True)
