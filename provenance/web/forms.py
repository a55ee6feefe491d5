"""In which form a page is wanted: what the address says, else the header Accept (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import Request


class Form(StrEnum):
    """Each with the value of `format` in an address."""

    HTML = "html"
    JSON = "json"
    TURTLE = "ttl"


MEDIA = {
    Form.HTML: "text/html; charset=utf-8",
    Form.JSON: "application/json",
    Form.TURTLE: "text/turtle; charset=utf-8",
}
NAMES = {
    "html": Form.HTML,
    "json": Form.JSON,
    "ttl": Form.TURTLE,
    "turtle": Form.TURTLE,
}
ACCEPTED = {
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "application/json": Form.JSON,
    "text/turtle": Form.TURTLE,
}


def wanted(request: Request, offered: Collection[Form]) -> Form:
    """The first of `offered` where nothing that is accepted is offered: a page that can be read beats none.

    Raises UsageError where the address asks for a form that is not offered.
    """
    if asked := request.query_params.get("format"):
        form = NAMES.get(asked.lower())
        if form is None or form not in offered:
            raise UsageError(f"no format '{asked[:20]}' of this page: give one of {', '.join(offered)}")
        return form
    return accepted(request.headers.get("accept", ""), offered)


def accepted(header: str, offered: Collection[Form]) -> Form:
    """The one of `offered` with the highest weight, the first named of equals."""
    weights: list[tuple[float, int, Form]] = []
    for place, part in enumerate(header.split(",")):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        form = ACCEPTED.get(media)
        if form and form in offered:
            weights.append((-_weight(parameters), place, form))
    weights.sort(key=lambda one: one[:2])
    first = next(iter(offered))
    return weights[0][2] if weights and weights[0][0] < 0 else first


def _weight(parameters: list[str]) -> float:
    try:
        return next((float(one[2:]) for one in parameters if one.startswith("q=")), 1.0)
    except ValueError:
        return 0.0
