"""`provenance export`."""

from typing import Annotated

import typer

from provenance.cli.options import Output, Store
from provenance.cli.output import destination

EXAMPLES = (
    "provenance export --format turtle -o graph.ttl",
    'provenance export --format graphml --claim "close the Marrow Island route" -o chain.graphml',
    "provenance export --format csv-hops --article mainland-observer",
)


def run(
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="…")],
    store: Store = None,
    article: Annotated[
        str | None, typer.Option("--article", metavar="KEY|IRI", help="Only what this article says.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="TEXT|IRI", help="Only the trace of this claim.")
    ] = None,
    output: Output = None,
) -> None:
    """Write the store, an article or a trace in another format."""
    from provenance.library import Library

    with Library.read(store) as library, destination(output) as stream:
        library.export(format_, stream, article=article, claim=claim)
