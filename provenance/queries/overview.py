"""A store at a glance: who cites whom, who names no source, what rests on one origin, circles, what to fetch."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import agent_iri, is_known_by_name
from provenance.model import RELAYS
from provenance.queries.audit import Weakness, ordered, traces, weak
from provenance.queries.standing import way
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.corpus import Corpus
    from provenance.model import Kind, Reading
    from provenance.queries.audit import Issue
    from provenance.trace.fetch import ToFetch

SHOWN = 20
"""The most of each that is given."""
FEWEST = 3
"""Statements that a share is worth saying of."""
LOOKED_FOR = (Weakness.ONE_ORIGIN, Weakness.LOOP)


@dataclass(frozen=True, slots=True)
class Citing:
    """How many statements of `citing`, and in how many articles, it has from `cited`; both by name and IRI."""

    citing: str
    citing_id: str
    cited: str
    cited_id: str
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Of an outlet's statements, how many it has from whom (`standing.Own`)."""

    outlet: str
    id: str
    articles: int
    named: int
    unnamed: int
    relayed: int
    own: int

    @property
    def unnamed_share(self) -> float:
        """Of what sources told the outlet itself, the share that no name stands behind, from 0 to 1."""
        return self.unnamed / (self.named + self.unnamed or 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that the store lacks (`trace.fetch.ToFetch`), over all `claims`; it bears `claim`, by IRI, the most."""

    who: str
    kind: Kind
    date: str
    by: str
    words: tuple[str, ...]
    articles: tuple[str, ...]
    claims: int
    claim: str


@dataclass(frozen=True, slots=True)
class Overview:
    """At most `SHOWN` of each, those of most articles first; `claims` counts all."""

    claims: int
    citing: tuple[Citing, ...]
    sourcing: tuple[Sourcing, ...]
    one_origin: tuple[Issue, ...]
    loops: tuple[Issue, ...]
    to_fetch: tuple[Wanted, ...]

    def _repr_html_(self) -> str:
        """For a notebook."""
        from provenance.views.notebook import store

        return store.overview(self)


def overview(corpus: Corpus) -> Overview:
    """Reads the whole store once, and follows each claim that two articles or more may make."""
    readings = list(corpus.readings())
    known: set[object] = set()
    issues: list[Issue] = []
    reports: list[tuple[str, ToFetch]] = []
    for iri, statements, trace in traces(corpus, 2):
        issues += weak(iri, statements, trace, LOOKED_FOR, 2, known)
        reports += [(iri, one) for one in trace.to_fetch]
    ranked = ordered(issues)
    return Overview(
        claims=sum(1 for _ in corpus.store.claims(corpus.rejected)),
        citing=tuple(_citing(readings)),
        sourcing=tuple(_sourcing(readings)),
        one_origin=tuple(one for one in ranked if one.kind is Weakness.ONE_ORIGIN)[:SHOWN],
        loops=tuple(one for one in ranked if one.kind is Weakness.LOOP)[:SHOWN],
        to_fetch=tuple(_wanted(reports))[:SHOWN],
    )


def _citing(readings: Iterable[Reading]) -> list[Citing]:
    """Outlets and platforms, as articles cite them; nobody cites themselves."""
    told: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    names: dict[str, Counter[str]] = {}
    for reading in readings:
        if (publisher := reading.article.publisher) is None:
            continue
        citing = agent_iri(publisher.name, publisher.kind)
        names.setdefault(citing, Counter())[publisher.name] += 1
        cited = Counter(_cited(reading, publisher.name))
        for iri, name in cited:
            names.setdefault(iri, Counter())[name] += 1
        pairs = Counter({(citing, iri): number for (iri, _), number in cited.items() if iri != citing})
        told += pairs
        articles.update(pairs.keys())
    called = {iri: min(each, key=lambda name, each=each: (-each[name], name)) for iri, each in names.items()}  # type: ignore[misc]
    found = [
        Citing(called[citing], citing, called[cited], cited, number, articles[citing, cited])
        for (citing, cited), number in told.items()
    ]
    return sorted(found, key=lambda one: (-one.statements, -one.articles, one.citing, one.cited))[:SHOWN]


def _cited(reading: Reading, publisher: str) -> Iterator[tuple[str, str]]:
    """The nearest teller of each statement, where that is a report or a post."""
    itself = plain_name(publisher)
    for one in reading.attributions:
        told = [hop for hop in one.chain if plain_name(hop.name) != itself]
        if told and not one.is_undecided and told[0].kind in RELAYS and is_known_by_name(told[0].name, told[0].kind):
            yield agent_iri(told[0].name, told[0].kind), told[0].name


def _sourcing(readings: Iterable[Reading]) -> list[Sourcing]:
    ways: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for reading in readings:
        if (publisher := reading.article.publisher) is None:
            continue
        outlet = agent_iri(publisher.name, publisher.kind)
        names.setdefault(outlet, publisher.name)
        counted = ways.setdefault(outlet, Counter())
        counted["articles"] += 1
        counted.update(way(one.chain, publisher.name) for one in reading.attributions if not one.is_undecided)
    found = [
        Sourcing(names[outlet], outlet, one["articles"], one["named"], one["unnamed"], one["relayed"], one["own"])
        for outlet, one in ways.items()
    ]
    return sorted(found, key=_openness)[:SHOWN]


def _openness(one: Sourcing) -> tuple[bool, float, int, str]:
    """Those of which enough is known first, then by the share that no name stands behind."""
    return one.named + one.unnamed < FEWEST, -one.unnamed_share, -one.unnamed, one.outlet


def _wanted(reports: Iterable[tuple[str, ToFetch]]) -> list[Wanted]:
    """Each report once, with all articles that rest on it; what is only described, such as "a letter", once a claim."""
    found: dict[tuple[str, str, str, str], list[tuple[str, ToFetch]]] = {}
    for claim, one in reports:
        about = "" if is_known_by_name(one.who, one.kind) else claim
        found.setdefault((plain_name(one.who), one.kind, one.date, about), []).append((claim, one))
    wanted = []
    for told in found.values():
        claim, most = max(told, key=lambda each: (len(each[1].articles), each[0]))
        keys = sorted({key for _, one in told for key in one.articles})
        by = min((one.by for _, one in told if one.by), default="")
        claims = len({claim for claim, _ in told})
        wanted.append(Wanted(most.who, most.kind, most.date, by, most.words, tuple(keys), claims, claim))
    return sorted(wanted, key=lambda one: (-len(one.articles), -one.claims, one.who, one.date))
