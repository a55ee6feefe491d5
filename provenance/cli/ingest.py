"""`provenance ingest`."""

from contextlib import closing
from typing import Annotated

import typer

from provenance.cli.dropped import tell_dropped, tell_unread
from provenance.cli.fetched import fetching
from provenance.cli.listing import printable
from provenance.cli.options import AllowPrivate, Extractor, Items, Jobs, Language, Sources, Store, Threads
from provenance.cli.progress import counted
from provenance.cli.report import Report
from provenance.errors import InputError
from provenance.interrupts import terminated

Bulk = Annotated[bool, typer.Option("--bulk", help="Keep up to a thousand new articles at once: for first loads.")]

EXAMPLES = (
    "provenance ingest examples/articles",
    "provenance ingest examples/articles --jobs 2",
    "provenance ingest examples/articles --bulk --store archive",
    "provenance ingest https://harbour-ledger.example/ferry https://harbour-ledger.example/feed.xml --items 5",
)


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    sources: Sources,
    store: Store = None,
    extractor: Extractor = "model",
    language: Language = "",
    jobs: Jobs = 1,
    threads: Threads = 0,
    items: Items = 20,
    allow_private: AllowPrivate = None,
    *,
    bulk: Bulk = False,
) -> None:
    """Read articles into the store: who says what, and through whom.

    Each article is kept as soon as it is read: an interrupted ingest loses nothing that was finished, and running
    it again goes on where it stopped, without reading what it read. The same text with other metadata, such as a
    corrected date, updates the article: what is said last holds, and what is not said is left as it was.
    An address is fetched, one of a feed or sitemap with the pages that it lists; a page that did not change since is
    not sent again. An article in another language than English is kept, and not read: 'provenance skipped' lists
    those, --language reads them. With --bulk, for first loads, up to a thousand articles are kept at once: sooner, to
    the same end; killed, it goes on likewise, and reads again what was not kept yet.
    """
    from provenance.library import Library, Skipped
    from provenance.readers.expected import expected

    report = Report()
    with terminated(), Library.open(store, threads=threads) as library:
        try:
            web = fetching(items, allow_private)
            read_into = library.bulk_load if bulk else library.ingest
            with closing(read_into(sources, extractor, jobs, language, web)) as read:
                for item in counted(read, "read", expected(sources)):
                    if isinstance(item, Skipped):
                        report.skipped(item)
                        typer.echo(f"provenance: {printable(f'{item.input}: {item.reason}')}", err=True)
                    else:
                        report.ingested(item)
                        tell_dropped(item)
                        tell_unread(item.input, item.unread)
        finally:
            for line in report.lines():
                typer.echo(line, err=True)
    if report.has_skipped:
        raise typer.Exit(InputError.exit_code)
