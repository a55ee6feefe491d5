"""`provenance ingest`."""

from collections import Counter

import typer

from provenance.cli.dropped import tell_dropped, tell_unread
from provenance.cli.fetched import fetching
from provenance.cli.listing import printable
from provenance.cli.options import AllowPrivate, Extractor, Items, Language, Sources, Store, Threads
from provenance.cli.progress import counted
from provenance.errors import InputError

EXAMPLES = (
    "provenance ingest examples/articles",
    "provenance ingest https://harbour-ledger.example/ferry https://harbour-ledger.example/feed.xml --items 5",
)


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    sources: Sources,
    store: Store = None,
    extractor: Extractor = "model",
    language: Language = "",
    threads: Threads = 0,
    items: Items = 20,
    allow_private: AllowPrivate = None,
) -> None:
    """Read articles into the store: who says what, and through whom.

    Each article is kept as soon as it is read: an interrupted ingest loses nothing that was finished, and running
    it again goes on where it stopped. Reading the same text again changes nothing. An address is fetched, one of a
    feed or sitemap with the pages that it lists; a page that did not change since is not sent again. An article in
    another language than English is kept, and not read: 'provenance skipped' lists those, --language reads them.
    """
    from provenance.library import Library, Skipped

    outcomes: Counter[str] = Counter()
    statements = skipped = dropped = unread = 0
    with Library.open(store, threads=threads) as library:
        try:
            for item in counted(library.ingest(sources, extractor, language, fetching(items, allow_private)), "read"):
                if isinstance(item, Skipped):
                    skipped += 1
                    typer.echo(f"provenance: {printable(f'{item.input}: {item.reason}')}", err=True)
                else:
                    outcomes[item.outcome] += 1
                    statements += item.statements
                    dropped += len(item.dropped)
                    unread += bool(item.unread)
                    tell_dropped(item)
                    tell_unread(item.input, item.unread)
        finally:
            typer.echo(_summary(outcomes, statements, skipped, dropped, unread), err=True)
    if skipped:
        raise typer.Exit(InputError.exit_code)


def _summary(outcomes: Counter[str], statements: int, skipped: int, dropped: int, unread: int) -> str:
    """Such as: 10 articles (9 added, 1 unchanged), 83 statements (1 left out); 1 not read; 2 skipped."""
    from provenance.prose import count

    each = ", ".join(f"{number} {outcome}" for outcome, number in outcomes.items())
    read = f"{count(outcomes.total(), 'article')}{f' ({each})' if each else ''}, {count(statements, 'statement')}"
    read += f" ({dropped} left out)" if dropped else ""
    read += f"; {unread} not read" if unread else ""
    return f"{read}; {skipped} skipped" if skipped else read
