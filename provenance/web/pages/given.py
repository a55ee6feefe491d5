"""A text or an address that is pasted, or a file: read without storing it, or stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from provenance.errors import MissingExtraError
from provenance.fetching.web import check_extra
from provenance.queries.told import told
from provenance.records import reading_record
from provenance.web import addresses
from provenance.web.given import Address, Document
from provenance.web.pages import article
from provenance.web.rendering import render
from provenance.web.requests import document, form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from provenance.ingest import Ingested
    from provenance.web.scribe import Scribe


async def page(request: Request) -> Response:
    return HTMLResponse(render("given.html", request, no_fetching=_no_fetching()))


async def read(request: Request) -> Response:
    """POST: read what is given, or was a moment ago ("held"); keep it where `do` says "store"."""
    scribe = request.app.state.scribe
    words, file = await form(request)
    given = _given(scribe, words, file)
    if words.get("do") == "store":
        kept = await scribe.store(given)
        request.app.state.shelf.renew()
        return RedirectResponse(_where(kept), 303)
    found = [told(one.reading) for one in await scribe.extract(given)]
    again = {"text": given.address} if isinstance(given, Address) else {"held": scribe.lay_by(given)}
    shown = [article.told(one, {}) for one in found]
    return HTMLResponse(render("read.html", request, articles=shown, again=again))


def _given(scribe: Scribe, words: Mapping[str, str], file: Document | None) -> Document | Address:
    if held := words.get("held"):
        return scribe.laid_by(held)
    text = words.get("text", "")
    return file or Address.pasted(text) or Document.pasted(text, words)


def _no_fetching() -> str:
    """Why nothing can be fetched here, if nothing can."""
    try:
        check_extra()
    except MissingExtraError as error:
        return str(error)
    return ""


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
