"""`provenance extract`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from provenance.cli.dropped import tell_dropped, tell_unread
from provenance.cli.fetched import fetching
from provenance.cli.listing import printable, show
from provenance.cli.options import (
    AllowPrivate,
    Extractor,
    Format,
    Items,
    Jobs,
    Language,
    Listing,
    MinConfidence,
    Sources,
    Threads,
)
from provenance.errors import InputError

if TYPE_CHECKING:
    from provenance.library import Extracted
    from provenance.model import Attribution

EXAMPLES = (
    "provenance extract examples/articles/library-hours.txt",
    "provenance extract examples/articles --format table --min-confidence 0.7",
)

COLUMNS = ("key", "statement", "chain", "quotation", "assertion", "date", "confidence", "undecided", "made_by")


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    sources: Sources,
    format_: Format = Listing.JSONL,
    extractor: Extractor = "model",
    language: Language = "",
    min_confidence: MinConfidence = 0.0,
    jobs: Jobs = 1,
    threads: Threads = 0,
    items: Items = 20,
    allow_private: AllowPrivate = None,
) -> None:
    """Print who says what in articles; needs no store.

    JSON has one object for each article, as docs/contract.md describes; a table or CSV has a row for each statement,
    its chain from the hop nearest the article to the origin, what of it is undecided, being less sure than 0.5, and
    which pass made the hops.
    """
    from provenance.library import Skipped, extract
    from provenance.records import reading_record

    skipped = []

    def read() -> Iterator["Extracted"]:
        web = fetching(items, allow_private)
        for item in extract(sources, extractor, min_confidence, threads, jobs=jobs, language=language, fetching=web):
            if isinstance(item, Skipped):
                skipped.append(item)
                typer.echo(f"provenance: {printable(f'{item.input}: {item.reason}')}", err=True)
            else:
                tell_dropped(item)
                tell_unread(item.input, item.reading.unread)
                yield item

    if format_ in (Listing.JSON, Listing.JSONL):
        show((reading_record(item.input, item.reading) for item in read()), (), format_)
    else:
        show((row for item in read() for row in _rows(item)), COLUMNS, format_)
    if skipped:
        raise typer.Exit(InputError.exit_code)


def _rows(item: "Extracted") -> Iterator[dict[str, Any]]:
    from provenance.model import passage

    article = item.reading.article
    for attribution in item.reading.attributions:
        made = [hop.made_by for hop in attribution.chain]
        yield {
            "key": article.key,
            "statement": passage(article.text, attribution.content),
            "chain": " > ".join(hop.name for hop in attribution.chain),
            "quotation": attribution.quotation,
            "assertion": attribution.assertion,
            "date": attribution.date.value if attribution.date else None,
            "confidence": attribution.confidence,
            "undecided": ", ".join(_undecided(attribution)),
            "made_by": " > ".join(made if len(set(made)) > 1 else made[:1]),
        }


def _undecided(attribution: "Attribution") -> "Iterator[str]":
    """What is undecided: the statement, and hops by name."""
    from provenance.model import is_undecided

    if is_undecided(attribution.confidence):
        yield "the statement"
    yield from (hop.name for hop in attribution.chain if is_undecided(hop.confidence))
