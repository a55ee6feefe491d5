"""`provenance ingest`."""

from collections import Counter

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Sources, Store
from provenance.cli.progress import counted
from provenance.errors import InputError

EXAMPLES = ("provenance ingest examples/articles",)


def run(sources: Sources, store: Store = None) -> None:
    """Read articles into the store: who says what, and through whom.

    Each article is kept as soon as it is read: an interrupted ingest loses nothing that was finished, and running
    it again goes on where it stopped. Reading the same text again changes nothing.
    """
    from provenance.library import Library, Skipped

    outcomes: Counter[str] = Counter()
    statements = 0
    try:
        with Library.open(store) as library:
            for item in counted(library.ingest(sources), "articles"):
                if isinstance(item, Skipped):
                    outcomes["skipped"] += 1
                    typer.echo(f"provenance: {printable(f'{item.input}: {item.reason}')}", err=True)
                else:
                    outcomes[item.outcome] += 1
                    statements += item.statements
    finally:
        counts = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items() if count)
        typer.echo(f"{outcomes.total()} articles: {counts or 'none'}; {statements} statements", err=True)
    if outcomes["skipped"]:
        raise typer.Exit(InputError.exit_code)
