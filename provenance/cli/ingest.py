"""`provenance ingest`."""

from contextlib import closing

import typer

from provenance.cli.dropped import tell_dropped, tell_unread
from provenance.cli.listing import printable
from provenance.cli.options import Extractor, Jobs, Language, Sources, Store, Threads
from provenance.cli.progress import counted
from provenance.cli.report import Report
from provenance.errors import InputError
from provenance.interrupts import terminated

EXAMPLES = ("provenance ingest examples/articles", "provenance ingest examples/articles --jobs 2")


def run(
    sources: Sources,
    store: Store = None,
    extractor: Extractor = "model",
    language: Language = "",
    jobs: Jobs = 1,
    threads: Threads = 0,
) -> None:
    """Read articles into the store: who says what, and through whom.

    Each article is kept as soon as it is read: an interrupted ingest loses nothing that was finished, and running
    it again goes on where it stopped, without reading what it read. The same text with other metadata, such as a
    corrected date, updates the article: what is said last holds, and what is not said is left as it was.
    An article in another language than English is kept, and not read: 'provenance skipped' lists those, --language
    reads them.
    """
    from provenance.library import Library, Skipped
    from provenance.readers.expected import expected

    report = Report()
    with terminated(), Library.open(store, threads=threads) as library:
        try:
            with closing(library.ingest(sources, extractor, jobs, language)) as items:
                for item in counted(items, "read", expected(sources)):
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
