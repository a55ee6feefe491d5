"""`provenance load`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import Store

EXAMPLES = (
    "provenance load graph.nq --store http://localhost:7878/query",
    "provenance load graph.nq --store another",
)

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="N-Quads, as 'export' writes them.", show_default=False, exists=False)
]


def run(file: File, store: Store = None) -> None:
    """Take a graph of N-Quads into the store, such as another store's export: readings, links, claims, decisions.

    Readings that the store holds are left as they are, others come in as from 'ingest', without being read again.
    Interrupted or killed, run it again: it goes on where it stopped. What readings have in common with others is
    concluded when articles are next ingested; in a store that held nothing else, the file's links are there at once.
    """
    from provenance.interrupts import terminated
    from provenance.library import Library
    from provenance.views.prose.phrases import count

    with terminated(), Library.open(store) as library:
        made = library.load(file)
    told = f"loaded {count(made.readings, 'reading')}, {count(made.decisions, 'decision')}; {made.known} were there"
    typer.echo(told, err=True)
    if made.others:
        typer.echo(f"{count(made.others, 'graph')} of other things left out", err=True)
