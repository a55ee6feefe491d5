"""`provenance view`."""

from typing import Annotated

import typer

from provenance.cli.options import AsOf, Claim, Limit, Output, Store
from provenance.cli.output import destination

EXAMPLES = (
    'provenance view "close the Marrow Island route" --format mermaid',
    'provenance view "close the Marrow Island route" --format svg -o marrow-island.svg',
)


def _views() -> list[str]:
    from provenance.views import VIEWS

    return list(VIEWS)


View = Annotated[
    str, typer.Option("--format", metavar="tree|html|mermaid|dot|svg", autocompletion=_views, help="What is drawn.")
]


def run(
    claim: Claim,
    store: Store = None,
    view: View = "tree",
    limit: Limit = 20,
    as_of: AsOf = "",
    output: Output = None,
) -> None:
    """Draw the trace of a claim: in words, of the one that most likely makes them.

    SVG needs Graphviz; Mermaid and DOT are text that other programs draw.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        drawn = library.view(claim, view, limit, as_of)
    with destination(output) as stream:
        stream.write(drawn.encode("utf8"))
