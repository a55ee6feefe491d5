"""`provenance view`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import AsOf, Claim, Limit, Output, Store
from provenance.cli.output import destination

EXAMPLES = (
    'provenance view "close the Marrow Island route" -o marrow-island.svg',
    'provenance view "close the Marrow Island route" --format mermaid',
)


def _views() -> list[str]:
    from provenance.views import PRINTS, VIEWS

    return [*VIEWS, *PRINTS]


View = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="tree|html|mermaid|dot|svg|png|pdf",
        autocompletion=_views,
        help="What is drawn [default: what the ending of OUTPUT says, else tree].",
        show_default=False,
    ),
]


def run(
    claim: Claim,
    store: Store = None,
    view: View = "",
    limit: Limit = 500,
    as_of: AsOf = "",
    output: Output = None,
) -> None:
    """Draw the trace of a claim: in words, of the one that most likely makes them.

    Origins stand at the left, and time runs to the right; where there are many articles, those that had it from the
    same sources are one box. PNG and PDF need the extra `pictures`; Mermaid and DOT are text that other programs draw.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        drawn = library.draw(claim, view or _by_ending(output), limit, as_of)
    with destination(output) as stream:
        stream.write(drawn)


def _by_ending(output: Path | None) -> str:
    from provenance.views import ENDINGS

    return ENDINGS.get(output.suffix.lower(), "tree") if output else "tree"
