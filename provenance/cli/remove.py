"""`provenance remove`."""

from typing import Annotated

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Store
from provenance.errors import NotFoundError, UsageError

EXAMPLES = ("provenance remove library-hours",)

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE...", help="Articles by key or IRI, as 'articles' lists them.", show_default=False),
]


def run(articles: Articles, store: Store = None) -> None:
    """Forget articles and what was concluded from them.

    What was removed is told on standard error. An article that the store does not hold is named, and the others are
    removed all the same. Decisions about it are kept: they hold again where the same text is ingested again.
    """
    from provenance.library import Library
    from provenance.views.prose.phrases import count

    codes = []
    with Library.open(store) as library:
        for article in dict.fromkeys(articles):
            try:
                gone = library.remove(article)
            except (NotFoundError, UsageError) as error:
                typer.echo(f"provenance: {printable(error)}", err=True)
                codes.append(error.exit_code)
            else:
                title = f" “{printable(gone.title)}”" if gone.title else ""
                typer.echo(f"removed {printable(gone.key)}{title}: {count(gone.statements, 'statement')}", err=True)
    if codes:
        raise typer.Exit(max(codes))
