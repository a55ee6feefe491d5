"""Links that are undecided, one at a time: a keystroke decides, another takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import JSONResponse, RedirectResponse, Response

from provenance.errors import UsageError
from provenance.iris import cited_parts, path_of, snapshot_article
from provenance.records import decision_record, undecided_record
from provenance.views.prose.decided import what
from provenance.web import addresses, turtle
from provenance.web.requests import given
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from provenance.corpus.held import Held
    from provenance.decisions import Decision
    from provenance.library import Library
    from provenance.rdf.listings import ArticleRow
    from provenance.review.undecided import End, Undecided
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

SHOWN = 50
"""Links that JSON gives, and Turtle."""
RECENT = 10
"""Decisions that the page shows."""
SKIP = Parameter("skip", "How many links are passed over.", 0, most=100_000)


@dataclass(frozen=True, slots=True)
class Found:
    """`waiting` are all links that are undecided, `recent` the last decisions that stand, the newest first."""

    waiting: Sequence[Undecided]
    recent: Sequence[Decision]
    skip: int
    articles: Sequence[ArticleRow]


def ask(desk: Desk, asked: Asked) -> Found:
    waiting = desk.once("undecided", lambda library: library.review.undecided())
    decisions: list[Held] = desk.once("decisions", lambda library: library.review.decisions())
    standing = [one.decision for one in reversed(decisions) if one.decision.undone is None]
    articles = desk.once("articles", lambda library: library.articles())
    return Found(waiting, standing[:RECENT], asked["skip"], articles)


def told(found: Found, _: Asked) -> dict[str, Any]:
    left = found.waiting[found.skip : found.skip + 1]
    one = left[0] if left else None
    return {
        "found": found,
        "one": one,
        "ends": _ends(found, one) if one else (),
        "recent": [(decision, what(decision)) for decision in found.recent],
    }


def _ends(found: Found, one: Undecided) -> list[tuple[End, str, ArticleRow | None]]:
    """Each end, where it can be looked at, and the article that it stands in, or is."""
    placed = [(end, _article(end)) for end in (one.left, one.right)]
    rows = {row.id: row for row in found.articles if row.id in {article for _, article in placed}}
    return [(end, _place(end, article), rows.get(article)) for end, article in placed]


def _article(end: End) -> str:
    """Its IRI; that of the target itself where that stands in none."""
    return snapshot_article(end.target.anchor.snapshot) if end.target.anchor else end.target.iri


def _place(end: End, article: str) -> str:
    where = addresses.address(article)
    return f"{where}#s-{addresses.name(cited_parts(end.target.iri)[0])}" if end.target.anchor else where


def record(found: Found) -> dict[str, Any]:
    return {
        "waiting": len(found.waiting),
        "links": [undecided_record(one) for one in found.waiting[found.skip : found.skip + SHOWN]],
        "recent": [decision_record(one) for one in found.recent],
    }


def as_turtle(desk: Desk, found: Found, _: Asked) -> bytes:
    links = [one.id for one in found.waiting[found.skip : found.skip + SHOWN]]
    return turtle.described(desk, links) if links else turtle.of_triples(())


async def decide(request: Request) -> Response:
    """POST: `link` by IRI, and `answer`, "same" or "different"."""
    form, by = await given(request), request.app.state.reviewer
    link, answer = form.get("link", ""), form.get("answer", "")
    if answer not in ("same", "different"):
        raise UsageError("the 'answer' is 'same' or 'different'")
    if not path_of(link).startswith("link/"):
        raise UsageError("the 'link' is the IRI of an undecided link")

    def work(library: Library) -> Decision:
        decide = library.review.confirm if answer == "same" else library.review.reject
        return decide(link, by, form.get("note", "")[:1000])

    decision = await request.app.state.scribe.write(work)
    return _done(request, form, decision_record(decision))


async def undo(request: Request) -> Response:
    """POST: `decision` by IRI."""
    form, by = await given(request), request.app.state.reviewer
    decision = form.get("decision", "")
    if not path_of(decision).startswith("decision/"):
        raise UsageError("the 'decision' is the IRI of one that was taken")
    await request.app.state.scribe.write(lambda library: library.review.undo(decision, by))
    return _done(request, form, {"id": decision, "undone": True})


def _done(request: Request, form: dict[str, str], record: dict[str, Any]) -> Response:
    """Back to the page for people; what was kept for programs."""
    request.app.state.shelf.renew()
    if request.url.path.startswith("/api/"):
        return JSONResponse(record)
    skip = form.get("skip", "0")
    left = {"skip": skip} if skip.isdecimal() and skip != "0" else {}
    return RedirectResponse(f"/review{'?' if left else ''}{urlencode(left)}", 303)


RESOURCE = Resource(
    path="/review",
    says="Links that wait for a decision, those that most statements rest on first, and the last decisions.",
    template="review.html",
    ask=ask,
    told=told,
    record=record,
    turtle=as_turtle,
    parameters=(SKIP,),
    schema={"type": "object", "required": ["waiting", "links", "recent"]},
)
