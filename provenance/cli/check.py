"""`provenance check`."""

from typing import Annotated, Any

import typer

from provenance.cli.listing import Record, show
from provenance.cli.options import Format, Listing, Store
from provenance.cli.progress import counted
from provenance.errors import NotFoundError

EXAMPLES = ("provenance check", "provenance check --kind drift --kind loop --format jsonl")

COLUMNS = ("kind", "articles", "text", "what", "before", "after")


def _kinds() -> list[str]:
    from provenance.queries.audit import KINDS

    return list(KINDS)


Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="one-origin|loop|unnamed|broken-trail|drift",
        autocompletion=_kinds,
        help="Only findings of this kind; may be given again.",
        show_default=False,
    ),
]
MinArticles = Annotated[
    int, typer.Option("--min-articles", metavar="N", min=1, help="Only what concerns so many articles.")
]


def run(
    store: Store = None, kinds: Kinds = None, min_articles: MinArticles = 2, format_: Format = Listing.TABLE
) -> None:
    """List what is weak in the whole store, what most articles rest on first.

    one-origin: one origin behind three articles or more. loop: outlets, or statements, that cite each other in a
    circle. unnamed: only unnamed sources behind a claim. broken-trail: nothing behind a claim but reports that are
    cited, not retrieved. drift: what an article changed of the report that it took a claim from, with both wordings.
    """
    from provenance.library import Library
    from provenance.queries.audit import ordered
    from provenance.records import issue_record

    with Library.open(store, mode="r") as library:
        found = ordered(counted(library.check(kinds or (), min_articles), "findings"))
    if not show(map(issue_record, found), COLUMNS, format_, _flat):
        raise NotFoundError("nothing weak was found: ask for another --kind, or for fewer --min-articles")


def _flat(finding: Record) -> dict[str, Any]:
    return {**finding, "articles": ", ".join(finding["articles"])}
