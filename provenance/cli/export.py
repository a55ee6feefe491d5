"""`provenance export`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import Output, Store
from provenance.cli.output import destination
from provenance.errors import UsageError

EXAMPLES = (
    "provenance export -o graph.ttl",
    'provenance export --claim "close the Marrow Island route" -o route.graphml',
    'provenance export --claim "close the Marrow Island route" -o route.provn',
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
        "PROV: prov-json (provjson), prov-n (provn). Networks: graphml, gexf. Tables: csv-hops, csv-chains "
        "[default: what the ending of OUTPUT says].",
        show_default=False,
    ),
]
Article = Annotated[str | None, typer.Option("--article", metavar="KEY|IRI", help="Only what this article says.")]
Traced = Annotated[str | None, typer.Option("--claim", metavar="TEXT|IRI", help="Only the trace of this claim.")]


def run(
    format_: Format = "",
    store: Store = None,
    article: Article = None,
    claim: Traced = None,
    output: Output = None,
) -> None:
    """Write the store, an article or a trace in another format; docs/interop.md says which program opens which.

    PROV-JSON and PROV-N need the extra `prov`.
    """
    asked = format_ or _by_ending(output)
    from provenance.library import Library

    with Library.open(store, mode="r") as library, destination(output) as stream:
        library.export(asked, stream, article=article, claim=claim)


def _by_ending(output: Path | None) -> str:
    from provenance.exports import ENDINGS

    ending = output.suffix.lower() if output else ""
    if ending not in ENDINGS:
        raise UsageError(f"which format? Give --format, or -o FILE that ends in one of {', '.join(ENDINGS)}")
    return ENDINGS[ending]
