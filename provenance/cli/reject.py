"""`provenance reject`."""

from provenance.cli.options import By, Note, Of, Store, Target
from provenance.cli.reviewer import reviewer, told

EXAMPLES = (
    'provenance reject "$STATEMENT" --note "checked against the recording"',
    'provenance reject "$LINK" --by "Ilse Maren"',
)


def run(target: Target, of: Of = "", store: Store = None, by: By = None, note: Note = "") -> None:
    """Say that a statement is no attribution, or that the ends of a link are not the same.

    A rejected statement is left out of claims, traces and counts; it stays in the graph. With --of CLAIM: that the
    statement does not belong to the claim. What a statement cites (`…/cited/N`) takes --of STATEMENT: which one it is
    not. Prints the IRI of the decision.
    """
    from provenance.library import Library

    with Library.open(store) as library:
        told(library.review.reject(target, reviewer(by), note, of))
