"""`provenance origin`."""

from typing import TYPE_CHECKING, Any

from provenance.cli.listing import Record, printable, show
from provenance.cli.options import AsOf, Claim, Format, Listing, MinConfidence, Store

if TYPE_CHECKING:
    from provenance.queries.answering import Answered

EXAMPLES = (
    'provenance origin "the ferry operator plans to close the Marrow Island route"',
    'provenance origin "Where does the petition for the boat come from?"',
    'provenance origin "close the Marrow Island route" --format json',
)

COLUMNS = ("name", "nature", "assertion", "reached", "articles", "confidence", "reason")


def run(
    claim: Claim,
    store: Store = None,
    min_confidence: MinConfidence = 0.0,
    as_of: AsOf = "",
    format_: Format = Listing.TABLE,
) -> None:
    """Say in a sentence where a claim came from first, and list those origins; of each claim that matches.

    An origin is a person, an organisation, a document, an unnamed source, or the report at which the trail ends. It
    asserts the claim, denies it or does not confirm it. "Reached" names the article in the store that the origin
    itself stands in; "cited, not retrieved" says that the store holds only other articles' word for it.
    """
    from provenance.library import Library
    from provenance.queries.answering import refusal
    from provenance.records import row_record

    with Library.open(store, mode="r") as library:
        found = library.answer(claim, 1, min_confidence, as_of)
    if not found.claims:
        raise refusal(claim, found.related, as_of)
    if format_ is Listing.TABLE:
        _print(found)
    else:
        origins = (
            {**row_record(origin), "claim": one.trace.claim} for one in found.claims for origin in one.trace.origins
        )
        show(origins, (*COLUMNS, "claim"), format_, _flat)


def _print(found: "Answered") -> None:
    """The claims one after another, each with its verdict and its origins."""
    from provenance.cli.terminal import console
    from provenance.records import row_record
    from provenance.views.prose.verdict import sentence

    if len(found.claims) > 1:
        console().print(f"{len(found.claims)} claims match:\n", markup=False)
    for number, one in enumerate(found.claims, start=1):
        if len(found.claims) > 1:
            console().print(f"{number}. {printable(one.trace.claim)}", markup=False)
        console().print(f"{printable(sentence(one.trace.judged))}\n", markup=False)
        show(map(row_record, one.trace.origins), COLUMNS, Listing.TABLE, _flat)
        if number < len(found.claims):
            console().print()


def _flat(origin: Record) -> dict[str, Any]:
    return {**origin, "articles": ", ".join(origin["articles"]), "confidence": f"{origin['confidence']:.2f}"}
