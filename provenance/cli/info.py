"""`provenance info`."""

from provenance.cli.listing import show
from provenance.cli.options import Format, Listing, Store

EXAMPLES = ("provenance info", "provenance info --format json")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """Tell what the store holds and where it is."""
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        record = row_record(library.info())
        show([record], tuple(record), format_)
