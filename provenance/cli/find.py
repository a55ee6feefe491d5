"""`provenance find`."""

from typing import Annotated, Any

import typer

from provenance.cli.listing import Record, show
from provenance.cli.options import AsOf, Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = (
    'provenance find "ships to the island will stop"',
    'provenance find "Is the ferry losing money?"',
    'provenance find "ships to the island will stop" --limit 3 --format json',
)

COLUMNS = ("score", "match", "text", "articles", "claim")

Text = Annotated[str, typer.Argument(metavar="TEXT", help="What is looked for, in any words.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most claims that are listed.")]


def run(text: Text, store: Store = None, limit: Limit = 10, as_of: AsOf = "", format_: Format = Listing.TABLE) -> None:
    """List the claims nearest to a text or a question, by words in common and by meaning.

    First those that make what is asked, then those that are only related to it: trace any of them by its IRI.
    The score ranks them; it means nothing beside that of another text.
    """
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        found = library.find(text, limit, as_of)
    if not show(map(row_record, found), COLUMNS, format_, _flat):
        raise NotFoundError(f"nothing in the store is near to '{text}': try other words")


def _flat(nearest: Record) -> dict[str, Any]:
    from provenance.views.prose import in_full

    text = nearest["text"] + in_full(nearest["whole"]) + (" (undecided)" if nearest["undecided"] else "")
    match = "makes it" if nearest["makes"] else "related"
    return {
        **nearest,
        "match": match,
        "text": text,
        "score": f"{nearest['score']:.2f}",
        "articles": ", ".join(nearest["articles"]),
    }
