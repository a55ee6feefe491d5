"""`provenance query`."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError
from provenance.rdf.bounds import LIMIT, TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.rdf.asking import Answer

EXAMPLES = (
    "provenance query 'SELECT DISTINCT ?name { ?outlet a schema:NewsMediaOrganization ; schema:name ?name }'",
    "provenance query --full mainland-observer 'SELECT ?words { ?hop pv:evidence/oa:hasSelector/oa:exact ?words }'",
    "echo 'ASK { ?source a pv:AnonymousSource }' | provenance query -",
)

Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="The most time that it may take.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most rows or triples that are printed.")]

Full = Annotated[
    str,
    typer.Option("--full", metavar="ARTICLE|CLAIM", help="Ask all that is told of one article (key, IRI) or claim."),
]


def run(
    sparql: Annotated[str, typer.Argument(metavar="SPARQL", help="The query; - reads it from standard input.")],
    store: Store = None,
    timeout: Timeout = TIMEOUT,
    limit: Limit = LIMIT,
    full: Full = "",
    format_: Format = Listing.TABLE,
) -> None:
    """Ask the graph in SPARQL 1.1.

    The usual prefixes (prov, schema, oa, grasp, pv) need no declaration. SELECT prints a listing, ASK true or false,
    CONSTRUCT and DESCRIBE Turtle. All graphs are asked as one, unless the query names some by FROM or FROM NAMED.
    SELECT and ASK see what is kept of each statement: who said it to whom, its words, what it was taken from. Passages,
    evidence and reasons are made again from the readings: for CONSTRUCT and DESCRIBE, and of one article or claim by
    --full.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        answer = library.query(sys.stdin.read() if sparql == "-" else sparql, timeout, limit, full)
        if not _show(answer, format_):
            raise NotFoundError("nothing in the store answers the query")
        if answer.cut:
            sys.stdout.flush()
            sys.stderr.write(f"provenance: only the first {limit} are given, there may be more: see --limit\n")


def _show(answer: "Answer", listing: Listing) -> bool:
    match answer.type:
        case "SELECT":
            columns = [str(variable) for variable in answer.vars or ()]
            return show((_record(row, columns) for row in answer.stream()), columns, listing)
        case "ASK":
            sys.stdout.write(f"{str(answer.askAnswer).lower()}\n")
            return bool(answer.askAnswer)
        case _:
            from provenance.exports.steering import escaped

            turtle = answer.serialize(format="turtle")
            sys.stdout.write(escaped(turtle.decode("utf8")) if turtle else "")
            return bool(answer.graph)


def _record(row: "Sequence[Any]", columns: list[str]) -> dict[str, Any]:
    return {column: None if value is None else str(value) for column, value in zip(columns, row, strict=True)}
