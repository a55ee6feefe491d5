"""`provenance confirm`."""

from provenance.cli.options import By, Note, Of, Store, Target
from provenance.cli.reviewer import reviewer, told

EXAMPLES = (
    'provenance confirm "$STATEMENT" --note "checked against the recording"',
    'provenance confirm "$LINK" --by "Ilse Maren"',
)


def run(target: Target, of: Of = "", store: Store = None, by: By = None, note: Note = "") -> None:
    """Say that a statement is as it was read, or that the ends of a link are the same.

    A confirmed statement has a confidence of 1. With --of CLAIM: that the statement belongs to the claim. What a
    statement cites (`…/cited/N`) takes --of STATEMENT: which one it is. Prints the IRI of the decision.
    """
    from provenance.library import Library

    with Library.open(store) as library:
        told(library.review.confirm(target, reviewer(by), note, of))
