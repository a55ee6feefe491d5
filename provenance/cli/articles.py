"""`provenance articles`."""

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = ("provenance articles", "provenance articles --format csv")

COLUMNS = ("key", "publisher", "published", "title", "statements", "unread")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List the articles in the store."""
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        if not show(map(row_record, library.articles()), COLUMNS, format_):
            raise NotFoundError("the store holds no articles; add articles with 'provenance ingest FILE'")
