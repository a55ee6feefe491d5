"""The store at a glance for programs, which can wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from provenance.records import overview_record

if TYPE_CHECKING:
    from starlette.requests import Request


async def answer(request: Request) -> Response:
    state = request.app.state
    revision = await state.shelf.ask(lambda desk: desk.revision)
    return JSONResponse(overview_record(await state.glance.now(revision)))
