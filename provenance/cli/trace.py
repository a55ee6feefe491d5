"""`provenance trace`."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.listing import json_of
from provenance.cli.options import AsOf, Claim, Limit, MinConfidence, Store
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.queries.answering import Answered

EXAMPLES = (
    'provenance trace "the ferry operator plans to close the Marrow Island route"',
    'provenance trace "Who says the ferry will close?" --as-of 2025-03-12',
    'provenance trace "close the Marrow Island route" --short',
    'provenance trace "close the Marrow Island route" --format json',
)


class Form(StrEnum):
    TREE = "tree"
    JSON = "json"


Short = Annotated[
    bool, typer.Option("--short", help="A screenful: the verdict, and the chains that matter from the origin on.")
]


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    claim: Claim,
    store: Store = None,
    limit: Limit = 20,
    min_confidence: MinConfidence = 0.0,
    as_of: AsOf = "",
    form: Annotated[Form, typer.Option("--format", metavar="tree|json", help="How the trace is printed.")] = Form.TREE,
    short: Short = False,  # noqa: FBT002
) -> None:
    """Show how a claim reached the articles that make it, and how far it holds.

    Ask as you would a colleague: a question, a topic or the claim itself. First the verdict, then every way back, what
    weakens the claim, and what to fetch next. Where several claims match, each is told by itself. What only has to do
    with it is listed as related and counts for nothing. Each hop back comes with the words that show it. A report that
    the store does not hold is marked "cited, not retrieved": the trail ends there. What is less sure than 0.5 is
    marked as undecided, and counts for no verdict. With --short, the likeliest claim in a screenful: what became of it
    from each origin to its latest article, and how much was left out.
    """
    from provenance.library import DRAWN, Library
    from provenance.queries.answering import refusal

    if short and form is not Form.TREE:
        raise UsageError(f"--short is for people: leave it out, or --format {form.value}")
    with Library.open(store, mode="r") as library:
        found = library.answer(claim, max(limit, DRAWN) if short else limit, min_confidence, as_of)
    (_short if short else _PRINTERS[form])(found)
    if not found.claims:
        raise refusal(claim, found.related, as_of)


def _tree(found: "Answered") -> None:
    from provenance.cli.terminal import console
    from provenance.views.terminal.answer import answer

    if found.claims or found.related:
        console().print(answer(found.claims, found.related))


def _short(found: "Answered") -> None:
    """The likeliest claim alone; where there is none, what is related."""
    from provenance.cli.terminal import console
    from provenance.views.prose.phrases import count
    from provenance.views.terminal.short import short

    if not found.claims:
        _tree(found)
        return
    first, *others = found.claims
    beside = [count(len(others), "other claim that matches", "other claims that match")] if others else []
    beside += [count(len(found.related), "related claim")] if found.related else []
    screen = console()
    screen.print(short(first.trace, screen, beside))


def _json(found: "Answered") -> None:
    from provenance.records import answer_record

    sys.stdout.write(json_of(answer_record(found), indent=2) + "\n")


_PRINTERS = {Form.TREE: _tree, Form.JSON: _json}
