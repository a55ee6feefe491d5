"""A text that is pasted, or a file: read without storing it, or stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from provenance.queries.told import told
from provenance.records import reading_record
from provenance.web import addresses
from provenance.web.pages import article
from provenance.web.rendering import render
from provenance.web.requests import document

if TYPE_CHECKING:
    from starlette.requests import Request

    from provenance.ingest import Ingested


async def page(request: Request) -> Response:
    return HTMLResponse(render("given.html", request))


async def read(request: Request) -> Response:
    """POST: read the text; keep it where `do` says "store"."""
    words, given = await document(request)
    if words.get("do") == "store":
        kept = await request.app.state.scribe.store(given)
        request.app.state.shelf.renew()
        return RedirectResponse(_where(kept), 303)
    found = [told(one.reading) for one in await request.app.state.scribe.extract(given)]
    shown = [article.told(one, {}) for one in found]
    return HTMLResponse(render("read.html", request, articles=shown, words=words))


async def extract(request: Request) -> Response:
    """POST for programs: an object for each article, as docs/contract.md has it."""
    _, given = await document(request)
    found = await request.app.state.scribe.extract(given)
    return JSONResponse([reading_record("-", one.reading) for one in found])


async def ingest(request: Request) -> Response:
    """POST for programs: keep the text; what became of each article."""
    _, given = await document(request)
    kept = await request.app.state.scribe.store(given)
    request.app.state.shelf.renew()
    return JSONResponse([_kept(one) for one in kept], 201)


def _kept(one: Ingested) -> dict[str, Any]:
    return {"key": one.key, "outcome": one.outcome.value, "statements": one.statements, "dropped": one.dropped}


def _where(kept: list[Ingested]) -> str:
    return addresses.article(kept[0].key) if len(kept) == 1 else "/articles"
