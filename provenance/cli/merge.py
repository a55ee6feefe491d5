"""`provenance merge`."""

from typing import Annotated

import typer

from provenance.cli.options import By, Note, Store
from provenance.cli.reviewer import reviewer, told

Iris = Annotated[
    list[str],
    typer.Argument(metavar="IRI...", help="Sources, or claims; a statement stands for its claim.", show_default=False),
]

EXAMPLES = (
    'provenance merge "$SOURCE" "$OTHER_SOURCE" --note "one paper under two names"',
    'provenance merge "$CLAIM" "$OTHER_CLAIM"',
)


def run(iris: Iris, store: Store = None, by: By = None, note: Note = "") -> None:
    """Say that sources are one, the first giving its name, or that claims are one.

    Claims are merged by their statements, so that it holds whatever is ingested later. Prints the IRI of the decision.
    """
    from provenance.library import Library

    with Library.open(store) as library:
        told(library.review.merge(iris, reviewer(by), note))
