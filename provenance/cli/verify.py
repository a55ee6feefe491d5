"""`provenance verify`."""

from importlib.util import find_spec

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Store
from provenance.errors import StoreError

EXAMPLES = ("provenance verify",)


def run(store: Store = None) -> None:
    """Look through the whole store for what is wrong with it: each fault on a line, with what to do about it.

    Texts against the hashes that name them, passages against their texts, links against what they link, what is
    derived against the graph, readings against the shapes where pyshacl is installed. Nothing is changed.
    """
    from provenance.library import Library
    from provenance.views.prose.phrases import count

    faults = 0
    with Library.open(store, mode="r") as library:
        for fault in library.verify():
            typer.echo(printable(fault))
            faults += 1
    if find_spec("pyshacl") is None:
        typer.echo("shapes were not checked: pip install 'provenance-tracker[shacl]'", err=True)
    typer.echo(f"{count(faults, 'fault')} found" if faults else "the store is whole", err=True)
    if faults:
        raise typer.Exit(StoreError.exit_code)
