"""`provenance review`."""

import sys
from typing import TYPE_CHECKING, Any

import typer

from provenance.cli.listing import printable, show
from provenance.cli.options import By, Format, Listing, Note, Store
from provenance.cli.reviewer import reviewer, told
from provenance.errors import NotFoundError

if TYPE_CHECKING:
    from provenance.library import Library
    from provenance.review.undecided import Undecided

EXAMPLES = ("provenance review", "provenance review --format jsonl")

COLUMNS = ("kind", "left", "right", "evidence", "score", "statements", "id")
NOTHING = "nothing in the store is undecided: every link is held to be the same or not"


def run(store: Store = None, by: By = None, note: Note = "", format_: Format = Listing.TABLE) -> None:
    """Go through the links that are undecided, those that most statements rest on first.

    On a terminal each is asked, with what speaks for it and against: y says that both are the same, n that they are
    not, s skips it, q ends. Each answer is kept at once. Elsewhere, and with --format json, jsonl or csv, they are
    listed; 'provenance why LINK' says why one is as it is.
    """
    if format_ is Listing.TABLE and sys.stdin.isatty() and sys.stdout.isatty():
        _ask(store, reviewer(by), note)
    else:
        _list(store, format_)


def _list(store: "str | None", listing: Listing) -> None:
    from provenance.library import Library
    from provenance.records import undecided_record

    with Library.open(store, mode="r") as library:
        if not show(map(undecided_record, library.review.undecided()), COLUMNS, listing):
            raise NotFoundError(NOTHING)


def _ask(store: "str | None", by: str, note: str) -> None:
    from provenance.library import Library
    from provenance.views.prose.reasons import weighed

    with Library.open(store) as library:
        waiting = library.review.undecided()
        if not waiting:
            raise NotFoundError(NOTHING)
        for number, one in enumerate(waiting, start=1):
            typer.echo(_question(one, number, len(waiting)))
            for line in weighed(library.explain(one.id)):
                typer.echo(f"  {printable(line)}")
            if not _answer(library, one, by, note):
                return


def _question(one: "Undecided", number: int, of: int) -> str:
    from provenance.views.prose.links import end
    from provenance.views.prose.phrases import count

    link = one.link
    lines = [
        f"\n{number} of {of}: {link.kind}? What rests on it: {count(one.statements, 'statement')}",
        f"  {printable(end(one.left))}",
        f"  {printable(end(one.right))}",
        f"  {link.method}, {link.score:.0%}: {printable(link.evidence)}",
    ]
    return "\n".join(lines)


def _answer(library: "Library", one: "Undecided", by: str, note: str) -> bool:
    """Whether to go on."""
    decide: dict[str, Any] = {"y": library.review.confirm, "n": library.review.reject}
    while True:
        typer.echo("  the same? [y]es, [n]o, [s]kip, [q]uit: ", nl=False)
        line = sys.stdin.readline()
        answer = line.strip().lower()[:1]
        if answer in decide:
            told(decide[answer](one.id, by, note))
            return True
        if not line or answer == "q":
            return False
        if answer == "s":
            return True
