"""`provenance correct`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import By, Note, Store
from provenance.cli.reviewer import reviewer, told

if TYPE_CHECKING:
    from provenance.decisions import Correction

EXAMPLES = (
    'provenance correct "$STATEMENT" --name "Ilse Maren" --kind person --note "named further down"',
    'provenance correct "$SOURCE" --name "Harbour Ledger"',
)

Corrected = Annotated[str, typer.Argument(metavar="IRI", help="A statement or a source.", show_default=False)]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="The source's name.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="What the source is, such as person.")]
Anonymous = Annotated[
    bool | None, typer.Option("--anonymous/--named", help="Whether the text withholds who the source is.")
]
Hop = Annotated[
    int | None,
    typer.Option(
        "--source",
        metavar="N",
        min=1,
        help="Which source of the statement, 1 being the nearest the article [default: the last].",
    ),
]
Content = Annotated[
    str | None, typer.Option("--content", metavar="PLACES", help="Where the statement stands, such as '12-30 41-50'.")
]
Assertion = Annotated[
    str | None, typer.Option("--assertion", metavar="HOW", help="asserts, denies, or 'does not confirm'.")
]
Quotation = Annotated[str | None, typer.Option("--quotation", metavar="HOW", help="direct, indirect or mixed.")]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY; '' where there is none.")
]


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be corrected
    target: Corrected,
    name: Name = None,
    kind: Kind = None,
    anonymous: Anonymous = None,
    source: Hop = None,
    content: Content = None,
    assertion: Assertion = None,
    quotation: Quotation = None,
    date: Date = None,
    store: Store = None,
    by: By = None,
    note: Note = "",
) -> None:
    """Say what is right of a statement or a source.

    The statement's words are those of the article: only where they stand can be corrected. Whoever is called by a
    source's old name is called by the new one in every trace. Prints the IRI of the decision.
    """
    from provenance.library import Library

    withheld = None if anonymous is None else str(anonymous).lower()
    of_hop = {"name": name, "kind": kind, "anonymous": withheld}
    of_statement = {"content": content, "assertion": assertion, "quotation": quotation, "date": date}
    corrections = [
        *_corrections(of_hop, None if source is None else source - 1),
        *_corrections(of_statement, None),
    ]
    with Library.open(store) as library:
        told(library.review.correct(target, corrections, reviewer(by), note))


def _corrections(values: dict[str, str | None], hop: int | None) -> Iterator["Correction"]:
    from provenance.decisions import Correction, Field

    for field, value in values.items():
        if value is not None:
            yield Correction(Field(field), value, hop)
