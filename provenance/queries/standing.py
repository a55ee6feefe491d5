"""Where someone stands in a store: what started with them, what they only passed on, and who relays them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError
from provenance.iris import agent_iri, article_iri, attribution_iri_of, snapshot_iri, source_iri
from provenance.model import OUTLETS, RELAYS, Assertion, Kind, Statement
from provenance.queries.across import known_as
from provenance.queries.told import Brief
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Hop, Reading


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement on whose chain someone stands; `claim` is the IRI of its claim.

    `article`, `key`, `publisher` and `published` are of the article that has it, `outlet` is the IRI of its publisher,
    empty where that is not known; `before` names who stands between the
    article and this one, `behind` who stands behind, the nearest first.
    """

    id: str
    claim: str
    text: str
    article: str
    key: str
    publisher: str
    outlet: str
    published: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    assertion: Assertion
    undecided: bool


@dataclass(frozen=True, slots=True)
class Own:
    """An article of an outlet, and of the statements in it how many came by whom.

    `named` and `unnamed` were told to the outlet itself, by sources with a name and without; `relayed` it has from
    another report; `own` lay to nobody else. What is undecided counts for none.
    """

    article: str
    key: str
    title: str
    published: str
    named: int
    unnamed: int
    relayed: int
    own: int


@dataclass(frozen=True, slots=True)
class Party:
    """Someone by IRI with a number of statements; `unnamed` says that articles keep the name back.

    The IRI of an outlet that no article names, and of an article without a publisher, is empty.
    """

    id: str
    name: str
    statements: int
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone by IRI, with `also`, the other names and IRIs that are the same.

    `originated` are statements that came from them first, `denied` those that they deny or do not confirm, `passed`
    those that they had from someone behind.
    `relayed_by` counts the statements that each outlet takes from them, `credited_by` are articles that were taken from
    them whole; `articles` are an outlet's own, `told_by` who told it what is in these, those of most statements first.
    """

    id: str
    name: str
    kind: Kind
    roles: tuple[str, ...]
    also: tuple[tuple[str, str], ...]
    originated: tuple[Heard, ...]
    denied: tuple[Heard, ...]
    passed: tuple[Heard, ...]
    relayed_by: tuple[Party, ...]
    credited_by: tuple[Brief, ...]
    articles: tuple[Own, ...]
    told_by: tuple[Party, ...]


def standing(corpus: Corpus, iri: str) -> Standing:
    """Of someone named, unnamed or only described, by IRI. Raises NotFoundError where no current article knows them."""
    same = known_as(corpus, [iri])
    names = {iri, *same}
    published = sorted({run for name in names for run in corpus.store.runs_published_by(name)})
    own = [corpus.reading(run) for run in published]
    runs = sorted({run for name in names for run in corpus.store.runs_naming(name)} | _decided(corpus, names))
    hops: list[tuple[str, Hop]] = []
    heard: dict[str, tuple[Heard, bool]] = {}
    for run in runs:
        for statement in corpus.statements_in(run):
            for at, source in enumerate(_sources(statement)):
                if source in names:
                    hop = statement.attribution.chain[at]
                    hops.append((source, hop))
                    one = _heard(corpus, statement, at)
                    heard.setdefault(one.id, (one, _originates(statement, at)))
    if not hops and not own:
        raise NotFoundError(f"no current article in the store knows {iri}: 'provenance sources' lists who is known")
    named = Counter(hop.name for _, hop in hops) or Counter(
        one.article.publisher.name for one in own if one.article.publisher
    )
    name = min(named, key=lambda one: (-named[one], one))
    own_keys = {one.article.key for one in own}
    by = Counter((one.outlet, one.publisher or one.key) for one, _ in heard.values() if one.key not in own_keys)
    return Standing(
        id=iri,
        name=name,
        kind=Counter(hop.kind for _, hop in hops).most_common(1)[0][0] if hops else Kind.OUTLET,
        roles=tuple(role for role, _ in Counter(hop.role for _, hop in hops if hop.role).most_common()),
        also=tuple(sorted({(hop.name, source) for source, hop in hops if (hop.name, source) != (name, iri)})),
        originated=tuple(
            _ordered(one for one, first in heard.values() if first and one.assertion is Assertion.ASSERTS)
        ),
        denied=tuple(
            _ordered(one for one, first in heard.values() if first and one.assertion is not Assertion.ASSERTS)
        ),
        passed=tuple(_ordered(one for one, first in heard.values() if not first)),
        relayed_by=_ranked(Party(iri, name, number) for (iri, name), number in by.items()),
        credited_by=tuple(_credited(corpus, runs, names)),
        articles=tuple(sorted(map(_own, own), key=lambda one: (one.published, one.key))),
        told_by=_told_by(own),
    )


def _decided(corpus: Corpus, names: Collection[str]) -> set[str]:
    """The readings that decisions may have brought to one of `names`."""
    return set(corpus.changed()) if any(one.iri in names for one in corpus.agents.values()) else set()


def _sources(statement: Statement) -> Iterator[str]:
    snapshot, chain = snapshot_iri(statement.reading.article), statement.attribution.chain
    through = [hop.name for hop in chain]
    return (source_iri(snapshot, hop, through[:at]) for at, hop in enumerate(chain))


def _originates(statement: Statement, at: int) -> bool:
    """Whether the chain ends there, or in nobody."""
    return all(hop.kind is Kind.UNSPECIFIED for hop in statement.attribution.chain[at + 1 :])


def _heard(corpus: Corpus, statement: Statement, at: int) -> Heard:
    iri, article = attribution_iri_of(statement), statement.reading.article
    chain = statement.attribution.chain
    return Heard(
        id=iri,
        claim=corpus.claim_of(iri) or "",
        text=statement.text,
        article=article_iri(article),
        key=article.key,
        publisher=article.publisher.name if article.publisher else "",
        outlet=agent_iri(article.publisher.name, article.publisher.kind) if article.publisher else "",
        published=article.published or "",
        before=tuple(hop.name for hop in chain[:at]),
        behind=tuple(hop.name for hop in chain[at + 1 :]),
        assertion=statement.attribution.assertion,
        undecided=statement.attribution.is_undecided,
    )


def _ordered(found: Iterable[Heard]) -> list[Heard]:
    return sorted(found, key=lambda one: (one.published or "9999", one.key, one.text, one.id))


def _credited(corpus: Corpus, runs: Iterable[str], names: Collection[str]) -> Iterator[Brief]:
    for run in runs:
        reading = corpus.reading(run)
        whole = (one for one in reading.derivations if one.is_whole)
        if any(agent_iri(one.name, one.kind) in names for one in whole):
            yield Brief.of(reading.article)


def _own(reading: Reading) -> Own:
    article = Brief.of(reading.article)
    ways = Counter(way(one.chain, article.publisher) for one in reading.attributions if not one.is_undecided)
    return Own(
        article.id,
        article.key,
        article.title,
        article.published,
        ways["named"],
        ways["unnamed"],
        ways["relayed"],
        ways["own"],
    )


def _told_by(own: Iterable[Reading]) -> tuple[Party, ...]:
    """Whoever told the articles' own outlet something, last on its chain; what is undecided counts for none."""
    numbers: Counter[tuple[str, str, bool]] = Counter()
    for reading in own:
        publisher = Brief.of(reading.article).publisher
        for statement in (Statement(reading, one) for one in reading.attributions if not one.is_undecided):
            chain = statement.attribution.chain
            told = way(chain, publisher)
            if told in ("named", "unnamed"):
                *_, last = _sources(statement)
                numbers[last, chain[-1].name, told == "unnamed"] += 1
    return _ranked(Party(iri, name, number, unnamed) for (iri, name, unnamed), number in numbers.items())


def _ranked(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(sorted(parties, key=lambda one: (-one.statements, one.name, one.id)))


def way(chain: Sequence[Hop], publisher: str) -> str:
    """How `publisher` got what its article lays to `chain`: "relayed", "named", "unnamed", or "own" work."""
    itself = plain_name(publisher)
    told = [hop for hop in chain if not (hop.kind in OUTLETS and plain_name(hop.name) == itself)]
    if not told:
        return "own"
    if told[0].kind in RELAYS - {Kind.DOCUMENT}:
        return "relayed"
    last = told[-1]
    return "unnamed" if last.anonymous or last.kind in (Kind.ANONYMOUS, Kind.UNSPECIFIED) else "named"
