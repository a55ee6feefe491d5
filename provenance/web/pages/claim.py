"""A claim: its verdict, its picture, when who said it and in what words, and how independent its origins are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from provenance.iris import article_iri
from provenance.model import Judgement
from provenance.records import related_record, trace_record
from provenance.trace.wordings import compared
from provenance.views.marked.pieces import marked
from provenance.views.page.page import pointable
from provenance.views.prose.checked import checked
from provenance.views.prose.identity import identity, number, reason, settled
from provenance.views.prose.verdict import described, sentence
from provenance.views.prose.weaknesses import weaknesses
from provenance.web import addresses, turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from provenance.model import Statement
    from provenance.queries.search import Nearest
    from provenance.trace import Trace
    from provenance.trace.drift import Drift
    from provenance.trace.wordings import Change
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

RELATED = 6
"""Claims that are looked at as related."""
PAIRS = 60
"""Pairs of origins that are shown."""
WORDINGS = 60

CLAIM = Parameter("claim", "The claim, by the digest of its IRI.", pattern=f"^{addresses.DIGEST}$", in_path=True)
AS_OF = Parameter(
    "as_of", "Of what was known by this date; articles that came out later, or bear none, are left out.", ""
)


@dataclass(frozen=True, slots=True)
class Found:
    id: str
    trace: Trace
    related: tuple[Nearest, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording with where it stands; `pieces` mark what it changed of the earliest, `changes` say it."""

    pieces: list[tuple[str, bool]]
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...]


def iri_of(asked: Asked) -> str:
    return addresses.iri("claim", asked["claim"])


def ask(desk: Desk, asked: Asked) -> Found:
    iri = iri_of(asked)
    trace = desk.library.worded(iri, as_of=asked["as_of"])
    near = desk.once(("near", iri), lambda library: _near(library.find(trace.claim, RELATED), iri))
    return Found(iri, trace, near)


def _near(found: Sequence[Nearest], iri: str) -> tuple[Nearest, ...]:
    return tuple(one for one in found if one.claim != iri)


def told(found: Found, asked: Asked) -> dict[str, Any]:
    trace = found.trace
    shown = pointable(trace, style="")
    articles = {one.reading.article.key: article_iri(one.reading.article) for one in trace.statements}
    dated = sorted(trace.statements, key=_when)
    return {
        "found": found,
        "trace": trace,
        "verdict": sentence(trace.judged),
        "checks": [checked(one) for one in trace.checks],
        "origins": [(one, described(one)) for one in trace.origins],
        "independence": number(trace.independence),
        "reasons": [reason(one) for one in trace.independence.reasons],
        "pairs": [(pair, identity(pair), settled(pair.settled_by)) for pair in _telling(trace)],
        "more_pairs": max(0, len(trace.origin_pairs) - PAIRS),
        "weaknesses": [one.plain for one in weaknesses(replace(trace, drifts=()))],
        "tools": _markup(shown.tools),
        "main": _markup(shown.main),
        "sections": [_markup(one) for one in shown.sections],
        "data": Markup(shown.data),  # noqa: S704 -- JSON without "<", ">" and "&"
        "timeline": dated,
        "wordings": list(_worded(dated))[:WORDINGS],
        "drifts": [(one, *_sides(one)) for one in trace.drifts],
        "articles": articles,
        "as_of": asked["as_of"],
    }


def _markup(part: Element) -> Markup:
    """ElementTree has escaped it."""
    return Markup(tostring(part, encoding="unicode", method="html"))  # noqa: S704


def _telling(trace: Trace) -> list[Any]:
    """The pairs that may be one first, then those that are, then those that are two."""
    order = (Judgement.UNDECIDED, Judgement.SAME, Judgement.DIFFERENT)
    return sorted(trace.origin_pairs, key=lambda pair: order.index(pair.judgement))[:PAIRS]


def _when(one: Statement) -> tuple[str, str]:
    return one.reading.article.published or "9999", one.reading.article.key


def _worded(dated: Sequence[Statement]) -> Iterator[Worded]:
    """Each wording once, the earliest first."""
    said: dict[str, list[Statement]] = {}
    for one in dated:
        said.setdefault(" ".join(one.text.split()), []).append(one)
    first = next(iter(said), "")
    for text, those in said.items():
        changes = compared(first, text)
        yield Worded(marked(text, tuple(one.after_at for one in changes)), tuple(those), changes)


def _sides(drift: Drift) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The earlier and the later wording, with what changed marked where it stands in them."""
    before, after = drift.earlier.text, drift.later.text
    same = [one for one in compared(before, after) if (one.kind, one.before, one.after) == _told(drift)]
    return (
        marked(before, tuple(one.before_at for one in same)),
        marked(after, tuple(one.after_at for one in same)),
    )


def _told(drift: Drift) -> tuple[Any, str, str]:
    return drift.kind, drift.before, drift.after


def record(found: Found) -> dict[str, Any]:
    related = [related_record(one) for one in found.related]
    return {"id": found.id, **trace_record(found.trace), "related": related}


RESOURCE = Resource(
    path="/claim/{claim}",
    api="/claims/{claim}",
    says="A claim: the verdict, its chains and origins, independence pair by pair, drift, and related claims.",
    template="claim.html",
    ask=ask,
    told=told,
    record=record,
    turtle=lambda desk, found, _: turtle.of_claim(desk, found.id),
    parameters=(CLAIM, AS_OF),
    schema={"type": "object", "required": ["id", "claim", "verdict", "origins", "chains", "related"]},
)
