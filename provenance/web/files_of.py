"""Files made of the store, or of the program's own parts: pictures of a claim, their style, the page's script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from provenance.views import PRINTS, VIEWS
from provenance.views.diagram.styles import within
from provenance.views.marked.text import style
from provenance.views.page.page import asset
from provenance.web import addresses
from provenance.web.kept import response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from provenance.web.shelf import Desk

    Handler = Callable[[Request], Awaitable[Response]]

MEDIA = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "html": "text/html"}
LIMIT = 500


def _drawn(view: str) -> Handler:
    async def file(request: Request) -> Response:
        iri = addresses.iri("claim", request.path_params["claim"])
        as_of = request.query_params.get("as_of", "")

        def work(desk: Desk) -> bytes:
            return desk.library.draw(iri, view, LIMIT, as_of)

        name = f"claim-{addresses.name(iri)[:20]}.{view}"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        body = await request.app.state.shelf.page(("drawn", view, iri, as_of), work)
        return response(request, body, MEDIA[view], headers)

    return file


def _text(words: str, media: str) -> Handler:
    async def file(_: Request) -> Response:
        return Response(words, media_type=media)

    return file


CLAIM = {f"chain.{view}": _drawn(view) for view in MEDIA if view in {**VIEWS, **PRINTS}}
STATIC = {
    "picture.css": _text(within("svg"), "text/css"),
    "marks.css": _text(style(), "text/css"),
    "page.css": _text(asset("page.css"), "text/css"),
    "page.js": _text(asset("page.js"), "text/javascript"),
}
