"""`provenance sources`."""

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = ("provenance sources", "provenance sources --format jsonl")

COLUMNS = ("name", "kind", "role", "statements", "articles")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List the people, outlets, documents and others on the chains.

    An unnamed source belongs to the report that quotes it: "two officials" in two articles are two rows.
    """
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        if not show(map(row_record, library.sources()), COLUMNS, format_):
            raise NotFoundError("the store holds no sources; add articles with 'provenance ingest FILE'")
