"""What went wrong, as a page, or for programs as a problem (RFC 9457)."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from provenance.errors import (
    InputError,
    MissingExtraError,
    NotFoundError,
    ProvenanceError,
    StoreError,
    StoreLockedError,
    UsageError,
)
from provenance.web.forms import Form, accepted
from provenance.web.rendering import render

if TYPE_CHECKING:
    from starlette.requests import Request

STATUS: tuple[tuple[type[ProvenanceError], int, str], ...] = (
    (NotFoundError, 404, "Search for it, or look through the lists."),
    (UsageError, 400, "Mend the request and send it again."),
    (InputError, 422, "Mend the text and send it again."),
    (MissingExtraError, 501, "Install the extra, and start the explorer again."),
    (StoreLockedError, 503, "Try again in a moment."),
    (StoreError, 503, "Try again once the store can be read."),
)
TITLES = {
    400: "That makes no sense here",
    401: "A token is asked for",
    403: "Not from there",
    404: "Nothing is here",
    405: "Not that way",
    413: "Too large",
    421: "Not by that name",
    422: "It cannot be read",
    500: "The explorer failed",
    501: "Not installed here",
    503: "The store cannot be read now",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An HTTP `status`, what is wrong, and what to do."""

    status: int
    what: str
    remedy: str = ""


def told(error: Exception) -> Fault:
    """What an error comes to; one that nobody foresaw is logged, and its words stay here."""
    if isinstance(error, HTTPException):
        return Fault(error.status_code, str(error.detail))
    if isinstance(error, ProvenanceError):
        for kind, status, remedy in STATUS:
            if isinstance(error, kind):
                return Fault(status, str(error), remedy)
    logging.getLogger("provenance.web").error("a request failed", exc_info=error)
    return Fault(500, "A fault in the explorer.", "The log of 'provenance serve' says where; please report it.")


def fault(request: Request, found: Fault) -> Response:
    """As a page for people, as a problem for programs."""
    title = TITLES.get(found.status, "It did not work")
    headers = {"retry-after": "2"} if found.status == 503 else {}
    if found.status == 401:
        headers["www-authenticate"] = "Bearer"
    is_page = not request.url.path.startswith(("/api/", "/sparql"))
    if is_page and accepted(request.headers.get("accept", ""), (Form.HTML, Form.JSON)) is Form.HTML:
        page = render("fault.html", request, title=title, fault=found)
        return Response(page, found.status, headers, "text/html")
    problem = {"title": title, "status": found.status, "detail": found.what}
    return Response(json.dumps(problem), found.status, headers, "application/problem+json")


async def failed(request: Request, error: Exception) -> Response:
    return fault(request, told(error))
