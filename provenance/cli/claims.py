"""`provenance claims`."""

from typing import Any

from provenance.cli.listing import Record, show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

EXAMPLES = ("provenance claims", "provenance claims --format jsonl")

COLUMNS = ("text", "articles", "origins", "earliest")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List the claims in the store, each with its origins, those that most articles make first.

    A claim is what statements of several articles have in common, in whatever words. The reports that they cite are
    followed into the articles that make the claim.
    """
    from provenance.library import Library
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        if not show(map(row_record, library.claims()), COLUMNS, format_, _flat):
            raise NotFoundError("the store holds no claims; add articles with 'provenance ingest FILE'")


def _flat(claim: Record) -> dict[str, Any]:
    from provenance.views.prose import in_full
    from provenance.views.prose.phrases import count

    origins = [origin["name"] for origin in claim["origins"]]
    undecided = [f"{count(claim['undecided'], 'statement')} undecided"] if claim["undecided"] else []
    return {
        "text": claim["text"] + in_full(claim["whole"]),
        "articles": ", ".join(dict.fromkeys(statement["key"] for statement in claim["statements"])),
        "origins": "; ".join(origins + undecided),
        "earliest": claim["earliest"]["date"] if claim["earliest"] else None,
    }
