"""`provenance skipped`."""

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = ("provenance skipped", "provenance skipped --format csv")

COLUMNS = ("key", "publisher", "published", "title", "unread")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List the articles in the store that were not read, and why: the language that they are in.

    'provenance ingest --language any' reads them all the same.
    """
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        if not show(map(row_record, library.skipped()), COLUMNS, format_):
            raise NotFoundError("no article in the store is unread; 'provenance articles' lists them all")
