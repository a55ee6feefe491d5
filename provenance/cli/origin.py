"""`provenance origin`."""

from dataclasses import asdict
from typing import Any

from provenance.cli.listing import Record, printable, show
from provenance.cli.options import Claim, Format, Listing, MinConfidence, Store

EXAMPLES = (
    'provenance origin "the ferry operator plans to close the Marrow Island route"',
    'provenance origin "close the Marrow Island route" --format json',
)

COLUMNS = ("name", "nature", "assertion", "reached", "articles", "confidence", "reason")


def run(
    claim: Claim, store: Store = None, min_confidence: MinConfidence = 0.0, format_: Format = Listing.TABLE
) -> None:
    """Say in a sentence where a claim came from first, and list those origins.

    An origin is a person, an organisation, a document, an unnamed source, or the report at which the trail ends. It
    asserts the claim, denies it or does not confirm it. "Reached" names the article in the store that the origin
    itself stands in; "cited, not retrieved" says that the store holds only other articles' word for it.
    """
    from provenance.cli.terminal import console
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        trace = library.trace(claim, limit=1, min_confidence=min_confidence)
    if format_ is Listing.TABLE:
        console().print(f"{printable(trace.verdict)}\n", markup=False)
    show(map(asdict, trace.origins), COLUMNS, format_, _flat)


def _flat(origin: Record) -> dict[str, Any]:
    return {**origin, "articles": ", ".join(origin["articles"]), "confidence": f"{origin['confidence']:.2f}"}
