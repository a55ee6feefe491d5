"""`provenance backup`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Store

EXAMPLES = ("provenance backup 2025-03-16.zip",)

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="Where the backup is written; not there yet.", show_default=False)
]


def run(file: File, store: Store = None) -> None:
    """Write the store to one file, and read that back; restore makes a store of it.

    Another process may write to the store meanwhile. What the backup holds is never changed by a later remove or
    forget: whoever must forget an article deletes the backups that hold it.
    """
    from provenance.library import Library
    from provenance.views.prose.phrases import count, in_bytes

    with Library.open(store, mode="r") as library:
        made = library.backup(file)
    typer.echo(f"backed up {count(made.quads, 'quad')} to {printable(file)} ({in_bytes(made.size)})", err=True)
