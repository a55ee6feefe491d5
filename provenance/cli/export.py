"""`provenance export`."""

from typing import Annotated

import typer

from provenance.cli.options import Output, Store
from provenance.cli.output import destination

EXAMPLES = (
    "provenance export --format turtle -o graph.ttl",
    'provenance export --format graphml --claim "close the Marrow Island route" -o route.graphml',
    "provenance export --format csv-hops --article mainland-observer",
)


def _formats() -> list[str]:
    from provenance.exports import EXPORTERS

    return list(EXPORTERS)


Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        autocompletion=_formats,
        help="RDF: turtle (ttl), trig, nquads (nq), ntriples (nt), rdfxml (xml), jsonld (json-ld). "
        "Networks: graphml, gexf. Tables: csv-hops, csv-chains.",
    ),
]
Article = Annotated[str | None, typer.Option("--article", metavar="KEY|IRI", help="Only what this article says.")]
Traced = Annotated[str | None, typer.Option("--claim", metavar="TEXT|IRI", help="Only the trace of this claim.")]


def run(
    format_: Format, store: Store = None, article: Article = None, claim: Traced = None, output: Output = None
) -> None:
    """Write the store, an article or a trace in another format."""
    from provenance.library import Library

    with Library.open(store, mode="r") as library, destination(output) as stream:
        library.export(format_, stream, article=article, claim=claim)
