"""`provenance compact`."""

import typer

from provenance.cli.options import Store

EXAMPLES = ("provenance compact",)


def run(store: Store = None) -> None:
    """Write the store to fresh files, without anything that was removed.

    It needs as much room again while it works. Interrupted or killed, it leaves the store as it was. It also ends what
    an earlier command could not: joins what was not joined, forgets what was to be forgotten.
    """
    from provenance.library import Library
    from provenance.views.prose.phrases import in_bytes

    with Library.open(store) as library:
        made = library.compact()
    typer.echo(f"compacted: {in_bytes(made.before)} before, {in_bytes(made.after)} now", err=True)
