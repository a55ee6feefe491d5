"""`provenance compare`."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.listing import json_of
from provenance.cli.options import Store

if TYPE_CHECKING:
    from provenance.trace.comparison import Comparison

EXAMPLES = (
    "provenance compare westhaven-gazette newsfold",
    "provenance compare harbour-ledger calder-press --format json",
)


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"


Article = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help="An article by key or IRI, as 'articles' lists it.", show_default=False),
]


def run(
    left: Article,
    right: Article,
    store: Store = None,
    shape: Annotated[
        Shape, typer.Option("--format", metavar="text|json", help="How the comparison is printed.")
    ] = Shape.TEXT,
) -> None:
    """Show two articles side by side: what both say, and how they differ.

    Whether one is a copy of the other; each statement that both have, with both wordings, whom each lays it to, and
    what changed from the earlier to the later; then what only one has, and quotations that both have.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        found = library.compare(left, right)
    _PRINTERS[shape](found)


def _text(found: "Comparison") -> None:
    from provenance.cli.terminal import console
    from provenance.views.terminal.comparison import comparison

    console().print(comparison(found))


def _json(found: "Comparison") -> None:
    from provenance.records import comparison_record

    sys.stdout.write(json_of(comparison_record(found), indent=2) + "\n")


_PRINTERS = {Shape.TEXT: _text, Shape.JSON: _json}
