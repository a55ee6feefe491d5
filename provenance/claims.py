"""A claim in a store: the statements that make it, how they came there, and all claims as the contract lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError, UsageError
from provenance.identity import BASE, attribution_iri, attribution_iri_of, snapshot_iri, words
from provenance.linking.reports import resolve
from provenance.model import Statement
from provenance.trace import outline, trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from provenance.model import Kind, Resolution, Spans
    from provenance.rdf.store import Found, Store
    from provenance.trace import Trace

    _Shelf = Callable[[str], dict[str, Statement]]

NAMES = (BASE, "ni:")
"""What the IRIs of claims and statements begin with."""
MATCHES = 1000
"""The most statements that one claim is matched with."""
READINGS = 1000
"""The most readings that are kept at hand while claims are listed."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement of a claim: the key of its article, and where it stands in the text."""

    id: str
    key: str
    content: Spans


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """`reached` is the key of the article that the origin stands in, or "cited, not retrieved"."""

    name: str
    kind: Kind
    anonymous: bool
    reached: str


@dataclass(frozen=True, slots=True)
class Earliest:
    """`date` is an ISO 8601 date."""

    key: str
    date: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that make one claim, in the fields of the contract; `text` is the wording of the surest.

    `independent_origins` is a range (`provenance.trace.independence`). `loops`: outlets, or statements,
    cite each other in a circle.
    """

    id: str
    text: str
    statements: tuple[Appearance, ...]
    origins: tuple[ClaimOrigin, ...]
    independent_origins: tuple[int, int]
    earliest: Earliest | None
    loops: bool


def traced(store: Store, claim: str, limit: int, surer: float = 0.0) -> tuple[Trace, tuple[Resolution, ...]]:
    """The trace of `claim`, in words or by IRI, and what was concluded across articles for it.

    Statements less confident than `surer` are left out. Raises UsageError where `claim` holds no words, NotFoundError
    where no article makes it, or none that surely.
    """
    shelf = _shelf(store)
    found = [one for one in _matching(store, claim) if shelf(one.run)[one.attribution].attribution.confidence >= surer]
    if not found:
        raise NotFoundError(
            f"no article makes the claim '{claim}' with a confidence of {surer:g} or more: ask for less"
        )
    exact = _statements(shelf, (one for one in found if one.coverage == 1))
    statements = _statements(shelf, found)
    named = claim.strip().startswith(NAMES)
    told = _statements(shelf, _matching(store, statements[0].text)) if named else statements
    resolutions = resolve(told)
    if named:
        statements = _reached(statements, told, resolutions)
    return trace(claim, statements, resolutions, limit, exact), resolutions


def listed(store: Store) -> Iterator[Claim]:
    """Every claim in the store, those that most articles make first."""
    shelf = _shelf(store)
    for row in sorted(store.claims(), key=lambda row: (-row.articles, row.text, row.id)):
        yield _claim(row.id, row.text, _statements(shelf, store.find(row.id, row.statements)))


def _matching(store: Store, claim: str) -> list[Found]:
    if not words(claim):
        raise UsageError(f"the claim '{claim}' holds no words to look for: say who does what")
    found = store.find(claim, MATCHES)
    if not found:
        raise NotFoundError(f"no article in the store makes the claim '{claim}': try fewer words, or other ones")
    return found


def _shelf(store: Store) -> _Shelf:
    """Each run's statements by their attributions, named once for all claims that they make."""

    def statements(run: str) -> dict[str, Statement]:
        reading = store.reading(run)
        snapshot = snapshot_iri(reading.article)
        return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

    return lru_cache(READINGS)(statements)


def _statements(shelf: _Shelf, found: Iterable[Found]) -> list[Statement]:
    return [shelf(one.run)[one.attribution] for one in found]


def _reached(start: list[Statement], told: list[Statement], resolutions: Sequence[Resolution]) -> list[Statement]:
    """The statements of `start` and those among `told` that they were taken from."""
    reached = {attribution_iri_of(statement): statement for statement in start}
    by_iri = {attribution_iri_of(statement): statement for statement in told}
    waiting = list(reached)
    while waiting:
        citing = waiting.pop()
        for resolution in resolutions:
            if resolution.citing == citing and resolution.cited not in reached:
                reached[resolution.cited] = by_iri[resolution.cited]
                waiting.append(resolution.cited)
    return list(reached.values())


def _claim(iri: str, text: str, statements: Sequence[Statement]) -> Claim:
    told = outline(statements, resolve(statements))
    articles = [statement.reading.article for statement in statements]
    dated = sorted((article.published, article.key) for article in articles if article.published)
    return Claim(
        id=iri,
        text=text,
        statements=tuple(map(_appearance, statements)),
        origins=tuple(ClaimOrigin(one.name, one.kind, one.anonymous, one.reached) for one in told.origins),
        independent_origins=(told.independence.low, told.independence.high),
        earliest=Earliest(dated[0][1], dated[0][0]) if dated else None,
        loops=bool(told.loops),
    )


def _appearance(statement: Statement) -> Appearance:
    return Appearance(attribution_iri_of(statement), statement.reading.article.key, statement.attribution.content)
