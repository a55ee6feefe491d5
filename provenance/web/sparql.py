"""SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), section 2.1: queries, by GET and both forms of POST.

The store is only asked. What the query names by FROM is asked; `default-graph-uri` and `named-graph-uri` are refused.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.responses import HTMLResponse, Response

from provenance.errors import StoreLockedError, UsageError
from provenance.rdf.bounds import LIMIT, TIMEOUT
from provenance.rdf.vocabulary import PREFIXES
from provenance.web.rendering import render

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

AT_ONCE, WAITING = 2, 8
"""Queries that are asked at a time, and how many more may wait for that."""
RESULTS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
}
EXAMPLE = """SELECT ?outlet (COUNT(DISTINCT ?report) AS ?times) {
  ?report grasp:wasAttributedTo [ a schema:NewsMediaOrganization ; schema:name ?outlet ]
} GROUP BY ?outlet ORDER BY DESC(?times) LIMIT 20"""


class Endpoint:
    """Of the store at `path`: queries run beside the readers, each in a process of its own."""

    def __init__(self, path: str | Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(AT_ONCE, "sparql")
        self._asked = 0

    async def answer(self, request: Request) -> Response:
        """Raises UsageError for what is no query, StoreLockedError where too many are asked at once."""
        text = await _query(request)
        if text is None:
            return HTMLResponse(render("sparql.html", request, example=EXAMPLE, prefixes=PREFIXES))
        if self._asked >= AT_ONCE + WAITING:
            raise StoreLockedError("too many queries at once: ask again in a moment")
        self._asked += 1
        accepted = request.query_params.get("format", "") or request.headers.get("accept", "")
        try:
            work = asyncio.get_running_loop().run_in_executor(self._pool, self._answer, text, accepted)
            media, body = await work
        finally:
            self._asked -= 1
        return Response(body, media_type=media, headers={"vary": "Accept"})

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _answer(self, text: str, accepted: str) -> tuple[str, bytes]:
        from provenance.library import Library

        with Library.open(self._path, mode="r") as library:
            found = library.query(text, TIMEOUT, LIMIT)
            known = RESULTS if found.type in ("SELECT", "ASK") else GRAPHS
            media = _media(accepted, tuple(known))
            return media, found.serialize(format=known[media], encoding="utf8") or b""


async def _query(request: Request) -> str | None:
    """None where a person opens the address without a query."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    pairs = list(request.query_params.multi_items())
    if request.method == "POST":
        body = (await request.body()).decode("utf8", "replace")
        if kind == "application/sparql-query":
            return body
        if kind != "application/x-www-form-urlencoded":
            raise UsageError("send the query as application/sparql-query, or in a form as 'query'")
        pairs += parse_qsl(body, keep_blank_values=True, max_num_fields=20)
    if any(name in ("default-graph-uri", "named-graph-uri") for name, _ in pairs):
        raise UsageError("name graphs in the query, by FROM and FROM NAMED")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise UsageError("one 'query' at a time")
    if not queries and "text/html" not in request.headers.get("accept", ""):
        raise UsageError("'query' is missing: give a SPARQL 1.1 query")
    return queries[0] if queries else None


def _media(accepted: str, known: tuple[str, ...]) -> str:
    wanted = [part.partition(";")[0].strip().lower() for part in accepted.split(",")]
    short = {"json": known[0], "ttl": "text/turtle", "csv": "text/csv", "xml": known[2]}
    return next((short.get(one, one) for one in wanted if short.get(one, one) in known), known[0])
