"""`provenance why`."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.listing import json_of, printable
from provenance.cli.options import Store

if TYPE_CHECKING:
    from provenance.review.explaining import Explanation

EXAMPLES = ('provenance why "$LINK"', 'provenance why "$LINK" --format json')


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"


Link = Annotated[
    str,
    typer.Argument(metavar="LINK", help="The IRI of a link, as 'review --format json' lists it.", show_default=False),
]


def run(
    link: Link,
    store: Store = None,
    shape: Annotated[
        Shape, typer.Option("--format", metavar="text|json", help="How the explanation is printed.")
    ] = Shape.TEXT,
) -> None:
    """Say what speaks for a link and what against.

    Of two statements that may make one claim: each thing that was looked at, by how much it makes that likelier or
    less likely (it is added to the logarithm of the odds), and what comes of all. Of any other link, its evidence.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        found = library.explain(link)
    _PRINTERS[shape](found)


def _text(found: "Explanation") -> None:
    from provenance.views.prose.reasons import explanation

    for line in explanation(found):
        typer.echo(line[: len(line) - len(line.lstrip())] + printable(line))


def _json(found: "Explanation") -> None:
    from provenance.records import explanation_record

    sys.stdout.write(json_of(explanation_record(found), indent=2) + "\n")


_PRINTERS = {Shape.TEXT: _text, Shape.JSON: _json}
