"""A claim in a store: the statements that make it, how they came there, and all claims as the contract lists them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.across import copied, doubtful, one_agent, one_text, reported
from provenance.errors import NotFoundError, UsageError
from provenance.finding import by_words
from provenance.iris import BASE, attribution_iri_of, digest, passage_iri_of
from provenance.linking.reports import resolve
from provenance.reviewing import cannot, judged, must, resolved, touching
from provenance.standing import as_grouped, on_shelf, standing
from provenance.standing import shelf as shelved
from provenance.text import words
from provenance.trace import Concluded, outline, trace
from provenance.trace.wording import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.model import Kind, Link, Resolution, Spans, Statement
    from provenance.rdf.store import Found, Store
    from provenance.standing import Shelf, Standing
    from provenance.trace import Trace


NAMES = (BASE, "ni:")
"""What the IRIs of claims and statements begin with."""
SHOWN = 100
"""Characters of the nearest claim where there is none."""
MATCHES = 1000
"""The most statements that one claim is matched with."""


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
    """Statements that make one claim, in the fields of the contract; `text` is the wording of the clearest.

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
    held = standing(store)
    shelf = shelved(store, held)
    named = claim.strip().startswith(NAMES)
    found = _matching(store, claim)
    if not named:
        found = _with_claims(store, found)
    matching = as_grouped(store, held.decisions, found, parted=named)
    if all(one.attribution in held.rejected for one in matching):
        raise NotFoundError(
            f"people rejected all that makes the claim '{claim}': 'provenance decisions' says who, 'undo' undoes it"
        )
    found = [one for one in matching if _confidence(shelf, one) >= surer]
    if not found:
        raise NotFoundError(
            f"no article makes the claim '{claim}' with a confidence of {surer:g} or more: ask for less"
        )
    exact = on_shelf(shelf, (one for one in found if one.coverage == 1))
    statements = on_shelf(shelf, found)
    near = store.find(statements[0].text, MATCHES) if named and words(statements[0].text) else []
    told = on_shelf(shelf, {one.attribution: one for one in (*near, *matching)}.values()) if named else statements
    across = _across(store, told, held)
    if named:
        statements = _reached(statements, told, across.resolutions)
    asked = () if named else map(passage_iri_of, exact)
    concluded = replace(across.concluded, doubtful=across.concluded.doubtful.difference(asked))
    found_ = trace(claim, statements, across.resolutions, limit, exact, concluded)
    gone = (one.attribution for one in (*matching, *near) if one.attribution in held.rejected)
    met = {*found_.graph, *gone, *map(attribution_iri_of, statements)}
    return replace(found_, decisions=touching(held.decisions, met), one_text=across.one_text), across.resolutions


def listed(store: Store) -> Iterator[Claim]:
    """Every claim in the store, those that most articles make first."""
    held = standing(store)
    for iri, statements in grouped(store, held, shelved(store, held)):
        yield _claim(store, iri, statements, held)


def grouped(store: Store, held: Standing, shelf: Shelf) -> Iterator[tuple[str, list[Statement]]]:
    """Every claim by its IRI with the statements that make it, as people decided; those of most articles first."""
    rows = sorted(store.claims(held.rejected), key=lambda row: (-row.articles, row.text, row.id))
    groups = ((row.id, on_shelf(shelf, store.find(row.id, row.statements + len(held.rejected)))) for row in rows)
    if must(held.decisions) or cannot(held.decisions):
        decided = _as_decided(dict(groups), held)
        groups = (each for each in sorted(decided.items(), key=lambda each: (-_articles(each[1]), each[0])))
    yield from groups


def followed(store: Store, iri: str, statements: Sequence[Statement], held: Standing, shelf: Shelf) -> Trace:
    """The trace of a claim's `statements`, with one chain, into all that match it: as `traced` has it by the IRI."""
    first = statements[0].text
    near = on_shelf(shelf, store.find(first, MATCHES)) if words(first) else []
    told = {attribution_iri_of(one): one for one in (*near, *statements)}
    across = _across(store, list(told.values()), held)
    reached = _reached(list(statements), list(told.values()), across.resolutions)
    return trace(iri, reached, across.resolutions, 1, statements, across.concluded)


def _articles(statements: Iterable[Statement]) -> int:
    return len({one.reading.article.key for one in statements})


@dataclass(frozen=True, slots=True)
class _Across:
    """What joins some statements: reports that are articles, copies; agents that are one with another.

    `one_text` says which articles share their text while nothing tells which of them took it.
    """

    resolutions: tuple[Resolution, ...]
    concluded: Concluded
    one_text: tuple[str, ...]


def _across(store: Store, statements: Sequence[Statement], held: Standing) -> _Across:
    """A report may also be met where only the words say that two statements are one claim.

    A copy that people decided upon speaks for itself.
    """

    @lru_cache(None)
    def links_of(iri: str) -> tuple[Link, ...]:
        return tuple(judged(store.links_of(iri), held.decisions))

    known = {(one.citing, one.position): one for one in (*resolve(statements), *reported(links_of, statements))}
    found = resolved(known.values(), held.decisions, map(attribution_iri_of, statements))
    put_together = {iri for pair in must(held.decisions) for iri in pair}
    decided = {target.iri for decision in held.decisions for target in decision.targets}
    copies = (one for one in copied(links_of, statements) if one.citing not in decided)
    return _Across(
        resolutions=(*found, *copies),
        concluded=Concluded(one_agent(links_of, statements), doubtful(links_of, statements, put_together)),
        one_text=one_text(links_of, statements),
    )


def _with_claims(store: Store, found: Sequence[Found]) -> list[Found]:
    """`found`, and what makes the same claims as the best of it in other words."""
    members = {one.attribution: one for one in found}
    best = max(one.coverage for one in found)
    claims = sorted({store.claim_of(one.attribution) or "" for one in found if one.coverage == best} - {""})
    for claim in claims:
        for one in store.find(claim, MATCHES):
            members.setdefault(one.attribution, replace(one, coverage=best / 2))
    return list(members.values())


def _as_decided(groups: dict[str, list[Statement]], held: Standing) -> dict[str, list[Statement]]:
    """The statements of each claim as people put them together and apart."""
    home = {attribution_iri_of(one): claim for claim, made in groups.items() for one in made}
    told = {attribution_iri_of(one): one for made in groups.values() for one in made}
    for first, other in sorted(cannot(held.decisions)):
        if home.get(first) and home.get(first) == home.get(other):
            home[other] = f"{BASE}claim/{digest(other)}"
    for first, other in sorted(must(held.decisions)):
        if first in home and other in home:
            into, out = home[first], home[other]
            home |= {iri: into for iri, claim in home.items() if claim == out}
    found: dict[str, list[Statement]] = {}
    for iri, claim in home.items():
        found.setdefault(claim, []).append(told[iri])
    return found


def _matching(store: Store, claim: str) -> list[Found]:
    if not words(claim):
        raise UsageError(f"the claim '{claim}' holds no words to look for: say who does what")
    found = store.find(claim, MATCHES)
    if not found:
        raise NotFoundError(f"no article in the store makes the claim '{claim}'{_instead(store, claim)}")
    return found


def _instead(store: Store, claim: str) -> str:
    near = None if claim.strip().startswith(NAMES) else by_words(store, claim)
    if near is None:
        return ": try fewer words, or other ones"
    text, articles = shortened(one_line(near.text), SHOWN), len(near.articles)
    counted = f"{articles} {'article' if articles == 1 else 'articles'}"
    return f"; the nearest is '{text}' ({counted}): try its words, or 'provenance find TEXT'"


def _confidence(shelf: Shelf, found: Found) -> float:
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


def _claim(store: Store, iri: str, statements: Sequence[Statement], held: Standing) -> Claim:
    across = _across(store, statements, held)
    told = outline(statements, across.resolutions, across.concluded)
    articles = [statement.reading.article for statement in statements]
    dated = sorted((article.published, article.key) for article in articles if article.published)
    return Claim(
        id=iri,
        text=clearest(statements),
        statements=tuple(map(_appearance, statements)),
        origins=tuple(ClaimOrigin(one.name, one.kind, one.anonymous, one.reached) for one in told.origins),
        independent_origins=(told.independence.low, told.independence.high),
        earliest=Earliest(dated[0][1], dated[0][0]) if dated else None,
        loops=bool(told.loops),
    )


def clearest(statements: Sequence[Statement]) -> str:
    """The wording that holds most of what the others say, and least else; a whole clause before "that …" or "to …"."""
    said = [frozenset(words(one.text)) for one in statements]
    counts = Counter(word for each in said for word in each)

    def clear(number: int) -> tuple[bool, int, float, int, str]:
        one = statements[number]
        shared = sum(counts[word] - 1 or -1 for word in said[number])
        return one.text[:1].islower(), -shared, -one.attribution.confidence, len(one.text), one.text

    return statements[min(range(len(statements)), key=clear)].text


def _appearance(statement: Statement) -> Appearance:
    return Appearance(attribution_iri_of(statement), statement.reading.article.key, statement.attribution.content)
