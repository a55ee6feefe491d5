"""Two articles side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from provenance.errors import UsageError
from provenance.records import comparison_record
from provenance.views.marked.pieces import marked
from provenance.views.prose.comparing import copied, difference, judged
from provenance.web import addresses, turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.rdf.listings import ArticleRow
    from provenance.trace.comparison import Comparison, Shared
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

LEFT, RIGHT = (
    Parameter(side, f"The article at the {side}, by key, IRI or digest.", "", example=example)
    for side, example in (("left", "westhaven-gazette"), ("right", "newsfold"))
)


@dataclass(frozen=True, slots=True)
class Found:
    """`comparison` is None where no two articles were given."""

    comparison: Comparison | None
    rows: Sequence[ArticleRow]


def ask(desk: Desk, asked: Asked) -> Found:
    rows = desk.once("articles", lambda library: library.articles())
    if not (asked["left"] and asked["right"]):
        return Found(None, rows)
    left, right = (addresses.article_named(asked[side]) for side in ("left", "right"))
    return Found(desk.library.compare(left, right), rows)


def told(found: Found, asked: Asked) -> dict[str, Any]:
    both = found.comparison
    if both is None:
        return {"found": found, "both": None, "left": asked["left"], "right": asked["right"]}
    return {
        "found": found,
        "both": both,
        "left": both.left.key,
        "right": both.right.key,
        "copies": [copied(one, both) for one in both.copies],
        "shared": [
            (one, *_sides(one, both), [difference(each, both) for each in one.differences]) for one in both.shared
        ],
        "quotations": [judged(one) for one in both.quotations],
    }


def _sides(one: Shared, both: Comparison) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both wordings with what changed marked."""
    earlier, later = tuple(each.before_at for each in one.changes), tuple(each.after_at for each in one.changes)
    ours, theirs = (earlier, later) if both.earlier == both.left.key else (later, earlier)
    return marked(one.left.text, ours), marked(one.right.text, theirs)


def record(found: Found) -> dict[str, Any]:
    if found.comparison is None:
        raise UsageError("two articles are compared: give 'left' and 'right'")
    return comparison_record(found.comparison)


def as_turtle(desk: Desk, found: Found, _: Asked) -> bytes:
    if found.comparison is None:
        raise UsageError("two articles are compared: give 'left' and 'right'")
    return turtle.of_articles(desk, (found.comparison.left.id, found.comparison.right.id))


RESOURCE = Resource(
    path="/compare",
    says="Two articles side by side: what both say, how they differ, whether one is a copy.",
    template="compare.html",
    ask=ask,
    told=told,
    record=record,
    turtle=as_turtle,
    parameters=(LEFT, RIGHT),
    schema={"type": "object", "required": ["left", "right", "shared", "left_only", "right_only"]},
)
