"""`provenance vocabulary`."""

from enum import StrEnum
from typing import Annotated

import typer

from provenance.cli.options import Output
from provenance.cli.output import destination

EXAMPLES = ("provenance vocabulary", "provenance vocabulary --format markdown -o vocabulary.md")


class Form(StrEnum):
    TURTLE = "turtle"
    MARKDOWN = "markdown"


def run(
    form: Annotated[
        Form, typer.Option("--format", metavar="turtle|markdown", help="For programs, or to read.")
    ] = Form.TURTLE,
    output: Output = None,
) -> None:
    """Print the ontology of the graph: every term of the project's own, with what it means (docs/vocabulary.md)."""
    from provenance.rdf.terms import ontology
    from provenance.views.vocabulary import markdown

    with destination(output) as stream:
        stream.write(ontology() if form is Form.TURTLE else markdown().encode())
