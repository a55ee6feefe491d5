"""`provenance query`."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

if TYPE_CHECKING:
    from rdflib.query import Result

EXAMPLES = (
    "provenance query 'SELECT DISTINCT ?name { ?outlet a schema:NewsMediaOrganization ; schema:name ?name }'",
    "echo 'ASK { ?source a pv:AnonymousSource }' | provenance query -",
)


def run(
    sparql: Annotated[str, typer.Argument(metavar="SPARQL", help="The query; - reads it from standard input.")],
    store: Store = None,
    format_: Format = Listing.TABLE,
) -> None:
    """Ask the graph in SPARQL 1.1.

    The usual prefixes (prov, schema, oa, grasp, pv) need no declaration. SELECT prints a listing, ASK true or false,
    CONSTRUCT and DESCRIBE Turtle.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        if not _show(library.query(sys.stdin.read() if sparql == "-" else sparql), format_):
            raise NotFoundError("nothing in the store answers the query")


def _show(result: "Result", listing: Listing) -> bool:
    match result.type:
        case "SELECT":
            columns = [str(variable) for variable in result.vars or ()]
            return show((_record(row, columns) for row in result), columns, listing)
        case "ASK":
            sys.stdout.write(f"{str(result.askAnswer).lower()}\n")
            return bool(result.askAnswer)
        case _:
            turtle = result.serialize(format="turtle")
            sys.stdout.write(turtle.decode("utf8") if turtle else "")
            return bool(result.graph)


def _record(row: Any, columns: list[str]) -> dict[str, Any]:
    return {column: None if value is None else str(value) for column, value in zip(columns, row, strict=True)}
