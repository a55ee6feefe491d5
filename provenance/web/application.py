"""The explorer as an ASGI application: its routes, what they share, and who may ask."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from provenance.errors import ProvenanceError
from provenance.web import files_of, openapi
from provenance.web.faults import failed
from provenance.web.gate import COOKIE, Gate, is_same, pass_of
from provenance.web.glance import Glance
from provenance.web.pages import RESOURCES, given, overview, review
from provenance.web.rendering import render
from provenance.web.requests import given as told
from provenance.web.scribe import Scribe
from provenance.web.shelf import Shelf
from provenance.web.sparql import Endpoint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection
    from pathlib import Path

    from starlette.requests import Request

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def application(  # noqa: PLR0913 -- each is told by name
    store: str | Path,
    *,
    names: Collection[str] = LOOPBACK,
    token: str = "",
    reviewer: str = "explorer",
    extractor: str = "model",
    private: frozenset[str] = frozenset(),
    any_address: bool = False,
) -> Gate:
    """The explorer of `store`, which it answers for under `names`, and any IP address if `any_address`.

    `token` is demanded where it is not empty. Decisions are those of `reviewer`; `extractor` reads what is given; an
    address is fetched from the public network, and from the hosts `private`.
    """
    glance = Glance(store)
    shelf, scribe, endpoint = Shelf(store, glance.last), Scribe(store, extractor, private), Endpoint(store)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        for one in (shelf, scribe, endpoint, glance):
            one.close()

    app = Starlette(
        routes=_routes(endpoint),
        exception_handlers={ProvenanceError: failed, HTTPException: failed, Exception: failed},
        lifespan=lifespan,
    )
    app.state.shelf, app.state.scribe, app.state.glance = shelf, scribe, glance
    app.state.reviewer, app.state.token = reviewer, token
    return Gate(app, names, token, any_address=any_address)


def _routes(endpoint: Endpoint) -> list[Route | Mount]:
    static = StaticFiles(directory=str(files(__package__ or "") / "static"))
    return [
        *(Route(f"/claim/{{claim}}/{name}", file) for name, file in files_of.CLAIM.items()),
        *(Route(one.path, one.page) for one in RESOURCES),
        Route("/read", given.page),
        Route("/read", given.read, methods=["POST"]),
        Route("/review", review.decide, methods=["POST"]),
        Route("/review/undo", review.undo, methods=["POST"]),
        Route("/sparql", endpoint.answer, methods=["GET", "POST"]),
        Route("/enter", _ask_token),
        Route("/enter", _enter, methods=["POST"]),
        Route("/api/openapi.json", openapi.described),
        Route("/api/overview", overview.answer),
        Route("/api/extract", given.extract, methods=["POST"]),
        Route("/api/articles", given.ingest, methods=["POST"]),
        Route("/api/decisions", review.decide, methods=["POST"]),
        Route("/api/decisions/undo", review.undo, methods=["POST"]),
        *(Route(f"/api{one.api or one.path}", one.answer) for one in RESOURCES),
        *(Route(f"/static/{name}", file) for name, file in files_of.STATIC.items()),
        Mount("/static", static),
    ]


async def _ask_token(request: Request) -> Response:
    return HTMLResponse(render("enter.html", request, wrong=False))


async def _enter(request: Request) -> Response:
    """The token is asked for once; a cookie, which no other site can make a browser send, stands for it."""
    token, form = request.app.state.token, await told(request)
    if not is_same(form.get("token", "").strip(), token):
        return HTMLResponse(render("enter.html", request, wrong=True), 401)
    response = RedirectResponse("/", 303)
    response.set_cookie(COOKIE, pass_of(token), httponly=True, samesite="strict", path="/")
    return response
