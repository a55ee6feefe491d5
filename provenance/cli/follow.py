"""`provenance follow`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.fetched import fetching
from provenance.cli.listing import printable
from provenance.cli.options import AllowPrivate, Claim, Extractor, Store, Threads
from provenance.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.follow import Followed, Planned

EXAMPLES = (
    'provenance follow "close the Marrow Island route" --dry-run',
    'provenance follow "close the Marrow Island route" --feed https://harbour-ledger.example/feed.xml --yes',
    "provenance follow \"$CLAIM\" --search 'https://harbour-ledger.example/?q={query}' --limit 3 --dry-run",
)

Feed = Annotated[
    list[str] | None,
    typer.Option(
        "--feed",
        metavar="URL",
        help="A feed or sitemap in which a report may be listed; may be given again.",
        show_default=False,
    ),
]
Search = Annotated[
    list[str] | None,
    typer.Option(
        "--search",
        metavar="URL",
        help="The address of a site's search, {query} where the words go; may be given again.",
        show_default=False,
    ),
]
Pages = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most pages that are tried in all.")]
Depth = Annotated[
    int, typer.Option("--depth", metavar="N", min=1, help="How often what was found is followed further.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Fetch what is shown without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be fetched, and fetch nothing.")]


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    claim: Claim,
    store: Store = None,
    feed: Feed = None,
    search: Search = None,
    limit: Pages = 10,
    depth: Depth = 3,
    yes: Yes = False,  # noqa: FBT002
    dry_run: DryRun = False,  # noqa: FBT002
    allow_private: AllowPrivate = None,
    extractor: Extractor = "model",
    threads: Threads = 0,
) -> None:
    """Fetch the reports that the trace of a claim misses, and go on with the trail.

    What would be fetched is shown first, and asked for unless --yes is given: the pages that articles link to for a
    report, then those of feeds and searches that share words with it. An article is kept only where it joins the
    trail; what turns out to be another is told and taken out again. Then the trace is shown anew.
    """
    from provenance.follow import Following
    from provenance.library import Library

    following = Following(tuple(feed or ()), tuple(search or ()), limit, depth)
    asked = _Asked(yes=yes, dry_run=dry_run)
    kept = 0
    with Library.open(store, threads=threads) as library:
        for one in library.follow(
            claim, following, asked.agree, extractor=extractor, fetching=fetching(1, allow_private)
        ):
            kept += _told(one)
        if not asked.planned:
            typer.echo("nothing to fetch: the store holds every report that the trail rests on")
        found = library.answer(claim) if kept else None
    if found:
        from provenance.cli.terminal import console
        from provenance.views.terminal.answer import answer

        console().print(answer(found.claims, found.related))
    elif asked.agreed:
        raise NotFoundError("none of the missing reports was found: give other feeds or searches, or save the pages")


class _Asked:
    """Shows what is planned, and asks."""

    def __init__(self, *, yes: bool, dry_run: bool) -> None:
        self._yes, self._dry_run = yes, dry_run
        self.planned = self.agreed = False

    def agree(self, planned: "Sequence[Planned]") -> bool:
        typer.echo("To fetch next:" if self.planned else "To fetch:")
        self.planned = True
        for one in planned:
            _show(one)
        if self._dry_run or not any(one.ways for one in planned):
            return False
        if not self._yes:
            typer.echo("Fetch it? [y]es, [n]o: ", nl=False)
            if sys.stdin.readline().strip().lower()[:1] != "y":
                return False
        self.agreed = True
        return True


def _show(planned: "Planned") -> None:
    from provenance.views.prose.following import whence
    from provenance.views.prose.phrases import count

    report = planned.report
    when = f", {report.date}" if report.date else f", on or before {report.by}" if report.by else ""
    resting = count(len(report.articles), "article")
    about = f"{report.who}{when}: {' '.join(report.words)} ({resting}: {', '.join(report.articles)})"
    typer.echo(f"  {printable(about)}")
    for way in planned.ways:
        typer.echo(f"    {printable(f'{way.address} ({whence(way)})')}")
    if not planned.ways:
        typer.echo("    no address is known: give a --feed or a --search")


def _told(one: "Followed") -> bool:
    """Tells what came of an address; whether it is kept."""
    from provenance.follow.trail import KEPT
    from provenance.views.prose.following import CAME

    what = f" ({one.key})" if one.key else ""
    reason = f": {one.reason}" if one.reason else ""
    typer.echo(printable(f"{one.who}: {one.address}{what}: {CAME[one.outcome]}{reason}"))
    return one.outcome in KEPT
