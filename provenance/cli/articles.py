"""`provenance articles`."""

from dataclasses import asdict

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = ("provenance articles", "provenance articles --format csv")

COLUMNS = ("key", "publisher", "published", "title", "statements", "unread")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List the articles in the store."""
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        if not show(map(asdict, library.articles()), COLUMNS, format_):
            raise NotFoundError("the store holds no articles; add articles with 'provenance ingest FILE'")
