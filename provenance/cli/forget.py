"""`provenance forget`."""

from typing import Annotated

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Store

EXAMPLES = ("provenance forget storm-warning",)

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE...", help="Articles by key or IRI, as 'articles' lists them.", show_default=False),
]


def run(articles: Articles, store: Store = None) -> None:
    """Remove articles for good, as the law may ask: no file of the store holds anything of their texts afterwards.

    All versions of the text go, and what was read in them, concluded from them, or decided of them. The store is
    rewritten, which takes as much room again meanwhile. Backups, exports and other articles that hold the same words
    stay as they are: delete those yourself. Where one article is not there, none is forgotten.
    """
    from provenance.library import Library
    from provenance.views.prose.phrases import count

    with Library.open(store) as library:
        for gone in library.forget(*articles):
            told = f"{count(gone.article.statements, 'statement')}, {count(gone.decisions, 'decision')}"
            typer.echo(f"forgot {printable(gone.article.key)}: {told}", err=True)
            for key in gone.copies:
                typer.echo(f"{printable(key)} holds a copy of its text, and was kept", err=True)
    typer.echo("backups and exports made before still hold it: delete them too", err=True)
