"""`provenance nanopub`."""

from typing import Annotated

import typer

from provenance.cli.options import Output, Store
from provenance.cli.output import destination

EXAMPLES = ('provenance nanopub "$STATEMENT" -o statement.trig',)

Statement = Annotated[
    str, typer.Argument(metavar="IRI", help="A statement that a person confirmed.", show_default=False)
]
Creator = Annotated[
    str, typer.Option("--creator", metavar="IRI", help="Who publishes it, best an ORCID.", show_default=False)
]
License = Annotated[str, typer.Option("--license", metavar="IRI", help="Under which licence.", show_default=False)]


def run(
    statement: Statement, store: Store = None, creator: Creator = "", license_: License = "", output: Output = None
) -> None:
    """Write a confirmed statement as a nanopublication in TriG: not signed, and without a trusty URI.

    What is not confirmed by a decision in force is refused: 'provenance confirm IRI' confirms it.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library, destination(output) as stream:
        library.nanopub(statement, stream, creator, license_)
