"""A claim in a store: the statements that make it, how they came there, and all claims as the contract lists them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError, UsageError
from provenance.identity import BASE, attribution_iri, attribution_iri_of, snapshot_iri, words
from provenance.linking.reports import resolve
from provenance.model import Statement
from provenance.reviewing import resolved, touching
from provenance.standing import as_grouped, standing
from provenance.trace import Nature, trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from provenance.model import Kind, Resolution, Spans
    from provenance.rdf.store import Found, Store
    from provenance.standing import Standing
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

    `independent_origins` is a range. Origins are not compared across reports yet, and nothing else shows two of them
    to be independent: the lower end counts them as one.
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
    held = standing(store)
    shelf = _shelf(store, held)
    named = claim.strip().startswith(NAMES)
    matching = as_grouped(store, held.decisions, _matching(store, claim), parted=named)
    if all(one.attribution in held.rejected for one in matching):
        raise NotFoundError(
            f"people rejected all that makes the claim '{claim}': 'provenance decisions' says who, 'undo' undoes it"
        )
    found = [one for one in matching if _confidence(shelf, one) >= surer]
    if not found:
        raise NotFoundError(
            f"no article makes the claim '{claim}' with a confidence of {surer:g} or more: ask for less"
        )
    exact = _statements(shelf, (one for one in found if one.coverage == 1))
    statements = _statements(shelf, found)
    near = store.find(statements[0].text, MATCHES) if named and words(statements[0].text) else []
    told = _statements(shelf, {one.attribution: one for one in (*near, *matching)}.values()) if named else statements
    resolutions = resolved(resolve(told), held.decisions, map(attribution_iri_of, told))
    if named:
        statements = _reached(statements, told, resolutions)
    found_ = trace(claim, statements, resolutions, limit, exact)
    gone = (one.attribution for one in (*matching, *near) if one.attribution in held.rejected)
    met = {*found_.graph, *gone, *map(attribution_iri_of, statements)}
    return replace(found_, decisions=touching(held.decisions, met)), resolutions


def listed(store: Store) -> Iterator[Claim]:
    """Every claim in the store, those that most articles make first."""
    held = standing(store)
    shelf = _shelf(store, held)
    for row in sorted(store.claims(held.rejected), key=lambda row: (-row.articles, row.text, row.id)):
        found = store.find(row.id, row.statements + len(held.rejected))
        yield _claim(row.id, row.text, _statements(shelf, found), held)


def _matching(store: Store, claim: str) -> list[Found]:
    if not words(claim):
        raise UsageError(f"the claim '{claim}' holds no words to look for: say who does what")
    found = store.find(claim, MATCHES)
    if not found:
        raise NotFoundError(f"no article in the store makes the claim '{claim}': try fewer words, or other ones")
    return found


def _shelf(store: Store, held: Standing) -> _Shelf:
    """Each run's statements by their attributions, as people decided them, named once for all claims they make."""

    def statements(run: str) -> dict[str, Statement]:
        reading = held.review(store.reading(run))
        snapshot = snapshot_iri(reading.article)
        return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

    return lru_cache(READINGS)(statements)


def _statements(shelf: _Shelf, found: Iterable[Found]) -> list[Statement]:
    """Those that were rejected are left out."""
    told = (shelf(one.run).get(one.attribution) for one in found)
    return [statement for statement in told if statement]


def _confidence(shelf: _Shelf, found: Found) -> float:
    statement = shelf(found.run).get(found.attribution)
    return statement.attribution.confidence if statement else -1.0


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


def _claim(iri: str, text: str, statements: Sequence[Statement], held: Standing) -> Claim:
    resolutions = resolved(resolve(statements), held.decisions, map(attribution_iri_of, statements))
    origins = trace(text, statements, resolutions).origins
    articles = [statement.reading.article for statement in statements]
    dated = sorted((article.published, article.key) for article in articles if article.published)
    return Claim(
        id=iri,
        text=text,
        statements=tuple(map(_appearance, statements)),
        origins=tuple(ClaimOrigin(one.name, one.kind, one.anonymous, one.reached) for one in origins),
        independent_origins=(min(1, len(origins)), len(origins)),
        earliest=Earliest(dated[0][1], dated[0][0]) if dated else None,
        loops=any(origin.nature is Nature.CIRCLE for origin in origins),
    )


def _appearance(statement: Statement) -> Appearance:
    return Appearance(attribution_iri_of(statement), statement.reading.article.key, statement.attribution.content)
