"""The options that several commands take, so that each takes the same shape."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Listing(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Claim = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="A question, a topic or a claim in words, or the IRI of a claim or statement.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Answer with what was known then: articles that came out later, or bear no date, are left out.",
        show_default=False,
    ),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files or folders of articles (docs/formats.md), or addresses (of a page, a feed, a sitemap); "
        "- reads standard input.",
    ),
]
Items = Annotated[
    int, typer.Option("--items", metavar="N", min=1, help="The most pages of one feed or sitemap that are fetched.")
]
AllowPrivate = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-private",
        metavar="HOST[:PORT]",
        help="A host that may be fetched from although it is not on the public network; may be given again.",
        show_default=False,
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH|URL",
        help="Folder of the store, or address of a graph server [default: $PROVENANCE_STORE, else .provenance].",
    ),
]
Format = Annotated[
    Listing, typer.Option("--format", metavar="table|json|jsonl|csv", help="How the listing is printed.")
]
Extractor = Annotated[
    str, typer.Option("--extractor", metavar="NAME", help="What reads the articles: model, rules, or one installed.")
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Read articles in this language too, such as de, or in any; others than English are kept unread.",
        show_default=False,
    ),
]
Threads = Annotated[
    int,
    typer.Option("--threads", metavar="N", min=0, help="How many threads the model runs on; 0 is one for each core."),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help="How many processes read, beside the one that writes; 1 reads in that one. "
        "With more, each model runs on one thread unless --threads says otherwise.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="SHARE", min=0, max=1, help="Leave out statements less sure than this, from 0 to 1."
    ),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most chains that are shown.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides [default: $PROVENANCE_REVIEWER, else the login name]."),
]
Note = Annotated[
    str, typer.Option("--note", metavar="TEXT", help="Why, for whoever reads it later.", show_default=False)
]
Of = Annotated[
    str,
    typer.Option(
        "--of",
        metavar="IRI",
        help="The claim that a statement belongs to, or the statement that a cited report is.",
        show_default=False,
    ),
]
Target = Annotated[
    str,
    typer.Argument(metavar="IRI", help="A statement, a link, or what a statement cites.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where it is written [default: standard output]."),
]
