"""`provenance split`."""

from typing import Annotated

import typer

from provenance.cli.options import By, Note, Store
from provenance.cli.reviewer import reviewer, told

Iris = Annotated[
    list[str],
    typer.Argument(
        metavar="IRI...", help="Two sources; or a claim and the statements that leave it.", show_default=False
    ),
]

EXAMPLES = (
    'provenance split "$SOURCE" "$OTHER_SOURCE"',
    'provenance split "$CLAIM" "$STATEMENT" --note "of another year"',
)


def run(iris: Iris, store: Store = None, by: By = None, note: Note = "") -> None:
    """Say that two sources are not one, or that statements leave a claim.

    Prints the IRI of the decision.
    """
    from provenance.library import Library

    with Library.open(store) as library:
        told(library.review.split(iris, reviewer(by), note))
