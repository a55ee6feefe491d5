"""`provenance undo`."""

from typing import Annotated

import typer

from provenance.cli.options import By, Store
from provenance.cli.reviewer import reviewer

EXAMPLES = ('provenance undo "$DECISION"',)

Undone = Annotated[str, typer.Argument(metavar="IRI", help="A decision, as 'provenance decisions' lists it.")]


def run(decision: Undone, store: Store = None, by: By = None) -> None:
    """Take a decision back.

    All is as it was before; the graph keeps that it was decided and undone, by whom and when.
    """
    from provenance.library import Library

    with Library.open(store) as library:
        library.review.undo(decision, reviewer(by))
