"""`provenance claim-review`."""

from typing import Annotated

import typer

from provenance.cli.options import Claim, Output, Store
from provenance.cli.output import destination

EXAMPLES = (
    'provenance claim-review "close the Marrow Island route"',
    'provenance claim-review "close the Marrow Island route" --reviewer "Weir Check" --rating Exaggerated',
)

Reviewer = Annotated[str, typer.Option("--reviewer", metavar="NAME", help="Who checks it.", show_default=False)]
Rating = Annotated[
    str,
    typer.Option("--rating", metavar="WORDS", help="What they hold of it; never made up here.", show_default=False),
]
Url = Annotated[str, typer.Option("--url", metavar="URL", help="Where the check is published.", show_default=False)]


def run(
    claim: Claim,
    store: Store = None,
    reviewer: Reviewer = "",
    rating: Rating = "",
    url: Url = "",
    output: Output = None,
) -> None:
    """Draft a fact check of a claim: JSON-LD of schema.org's ClaimReview, with what the store knows of it.

    Where it appeared and in which words, who said it where that is decided. The rating is yours (docs/interop.md).
    """
    import json

    from provenance.exports.steering import escaped
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        record = library.claim_review(claim, reviewer=reviewer, rating=rating, url=url)
    text = escaped(json.dumps(record, ensure_ascii=False, indent=2)).replace("<", "\\u003c")  # fit for a page's script
    with destination(output) as stream:
        stream.write(f"{text}\n".encode(errors="backslashreplace"))
