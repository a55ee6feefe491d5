"""The store as people decided it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from provenance.corpus.claims import Claims
from provenance.corpus.held import held
from provenance.corpus.known import is_known
from provenance.decisions import Subject, overlay
from provenance.iris import attribution_iri, snapshot_iri
from provenance.model import Judgement, Statement
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from provenance.corpus.held import Held
    from provenance.decisions import Decision
    from provenance.model import Link, Reading, Resolution
    from provenance.rdf.listings import ArticleRow
    from provenance.rdf.store import Counts, Found, Nearby, Store

READINGS = 1000
"""The most readings that are kept at hand."""
LINKS = 10_000
"""The most ends of links whose links are kept at hand."""


class Corpus:
    """A store as people decided it, at one time: decisions taken later are for the next one. `store` is as it was read.

    Where `as_of` gives a date, the statements are those of articles that were out by then; an article without a date
    is left out, since nothing shows that it was. Which statements make one claim, and who is whom, is what the whole
    store tells.

    Nothing is read before it is asked for, and no question but `claims` looks through the store. Statements are named
    by the IRIs of their attributions, which decisions leave as they are.
    """

    def __init__(self, store: Store, as_of: str = "") -> None:
        self.store = store
        self.as_of = as_of

    def decisions(self) -> list[Held]:
        """Every decision, the earliest first, with those of its targets that nothing in the store answers to now."""
        decided = {agent.iri for agent in overlay.agents(one.decision for one in self._held).chosen.values()}
        return [self._without_agents(one, decided) for one in self._held]

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The statements that people held to be none."""
        return overlay.rejected(self._decisions)

    @cached_property
    def decided(self) -> frozenset[str]:
        """What decisions are about, by IRI."""
        return frozenset(target.iri for decision in self._decisions for target in decision.targets)

    @cached_property
    def put_together(self) -> frozenset[str]:
        """The statements that people held to make the claim of another."""
        return frozenset(chain.from_iterable(overlay.must(self._decisions)))

    @property
    def agents(self) -> Mapping[str, overlay.Agent]:
        """Who each agent is held to be that is not, or is not called, what it was; by IRI."""
        return self._agents.chosen

    @property
    def apart(self) -> frozenset[tuple[str, str]]:
        """The agents that people hold to be two, by their IRIs, in order."""
        return self._agents.apart

    def touching(self, iris: Iterable[str]) -> tuple[Decision, ...]:
        """The decisions that bear on any of `iris`, the earliest first."""
        return overlay.touching(self._decisions, iris)

    def reading(self, run: str) -> Reading:
        """Raises NotFoundError where the store holds no such reading."""
        return self._review(self.store.reading(run))

    def readings(self) -> Iterator[Reading]:
        """The current ones."""
        return map(self._review, self.store.readings())

    @cached_property
    def reviewed(self) -> tuple[tuple[str, str], ...]:
        """What fact checks are of, each with the graph of the article that states it, known by then or not."""
        return tuple(self.store.reviewed())

    def changed(self) -> list[str]:
        """The graphs of current readings that decisions may change."""
        runs: set[str] = set()
        self.store.ahead_of_targets(lambda: self.decided)
        for decision in self._decisions:
            for target in decision.targets:
                if decision.about is Subject.STATEMENT:
                    runs.update(found.run for found in self.store.find(target.iri, 1))
                else:
                    runs.update(self.store.runs_naming(target.iri))
        return sorted(runs)

    def articles(self) -> list[ArticleRow]:
        """By key."""
        return self.store.articles(self.rejected)

    def counts(self) -> Counts:
        return self.store.counts(self.rejected)

    def statements(self, found: Iterable[Found]) -> list[Statement]:
        """Those that were rejected are left out."""
        return [statement for statement in self.statements_at(list(found)) if statement]

    def statements_at(self, found: Collection[Found]) -> Iterator[Statement | None]:
        """As `statement` of each of `found`."""
        self.store.ahead_of_readings(one.run for one in found)
        return map(self.statement, found)

    def statement(self, found: Found) -> Statement | None:
        """None where it was rejected."""
        return self._read(found.run).get(found.attribution)

    def statements_in(self, run: str) -> list[Statement]:
        """Those of one reading."""
        return list(self._read(run).values())

    def find(self, claim: str, limit: int) -> list[Found]:
        """The statements that have the words of `claim`, or stand at the IRI `claim`, the best first; rejected or not.

        A claim's IRI is for `made`.
        """
        return self.store.find(claim, limit)

    def near(self, asked: Iterable[str], limit: int) -> Nearby:
        """The statements that have the rarest of the words `asked`, `limit` at most; rejected or not."""
        return self.store.near(asked, limit)

    def ahead_of_claims(self, statements: Callable[[], Iterable[str]]) -> None:
        """`claim_of` will be asked of each of `statements`."""
        self.store.ahead_of_claims(statements)

    def ahead_of_made(self, claims: Collection[str]) -> None:
        """`statements_of` will be asked of each of `claims`."""
        self.store.ahead_of_made(lambda: claims)
        self.store.ahead_of_readings(one.run for claim in claims for one in self.made(claim))

    def claim_of(self, statement: str) -> str | None:
        """The claim that a statement makes, rejected or not; None where the store holds no such statement."""
        return self._claims.claim_of(statement)

    def made(self, claim: str) -> Iterable[Found]:
        """What makes a claim, also what was rejected; a claim that was put into another answers for that one."""
        return self._claims.made(claim)

    def statements_of(self, claim: str) -> list[Statement]:
        """The statements that make a claim."""
        return self.statements(self.made(claim))

    def with_joined(self, found: Iterable[Found]) -> list[Found]:
        """`found`, and what people held to make the same claim as any of it."""
        return self._claims.with_joined(found)

    def claims(self) -> Iterator[tuple[str, list[Statement]]]:
        """Every claim by its IRI with the statements that make it, those of most articles first."""
        decided = {}
        ranked = [
            (-row.articles, row.text, row.id)
            for row in self.store.claims(self.rejected)
            if not self._claims.is_decided(row.id)
        ]
        for group in self._claims.decided:
            if made := self.statements(self._claims.members(group)):
                decided[self._claims.name(group)] = made
        ranked += [(-_articles(made), _surest(made), claim) for claim, made in decided.items()]
        for _, _, claim in sorted(ranked):
            if made := decided.get(claim) or self.statements(self.store.made(claim)):
                yield claim, made

    def links(self, judgement: Judgement | None = None) -> Iterator[Link]:
        """What was concluded across articles, by IRI; only what is judged so where it is given."""
        found = self.store.links(judgement if judgement is Judgement.UNDECIDED else None)
        links = overlay.judged(found, self._concluded)
        return (link for link in links if judgement in (None, link.judgement))

    def links_of(self, iri: str) -> tuple[Link, ...]:
        """The links with `iri` at one of their ends, by IRI."""
        return self._links(iri)

    def ahead_of_links(self, iris: Callable[[], Iterable[str]]) -> None:
        """`links_of` will be asked of each of `iris`."""
        self.store.ahead_of_links(iris)

    def resolved(self, resolutions: Iterable[Resolution], statements: Iterable[str]) -> tuple[Resolution, ...]:
        """`resolutions` without what people rejected, with what they confirmed among `statements`, by IRI."""
        return overlay.resolved(resolutions, self._concluded, statements)

    @cached_property
    def _held(self) -> list[Held]:
        return list(held(self.store))

    @cached_property
    def _decisions(self) -> tuple[Decision, ...]:
        """Those that have an effect."""
        return tuple(one.effect for one in self._held if one.has_effect)

    @cached_property
    def _agents(self) -> overlay.Agents:
        return overlay.agents(self._decisions)

    @cached_property
    def _concluded(self) -> Mapping[str, Link]:
        return overlay.concluded(self._decisions)

    @cached_property
    def _review(self) -> Callable[[Reading], Reading]:
        return overlay.reviewer(self._decisions)

    @cached_property
    def _claims(self) -> Claims:
        return Claims(self.store, overlay.verdicts(self._decisions))

    @cached_property
    def _read(self) -> Callable[[str], dict[str, Statement]]:
        """A run's statements by IRI, named once for all claims that they make."""
        store, review = self.store, self._review

        def statements(run: str) -> dict[str, Statement]:
            reading = review(store.reading(run))
            if not is_known(reading.article, self.as_of):
                return {}
            snapshot = snapshot_iri(reading.article)
            return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

        return lru_cache(READINGS)(statements)

    @cached_property
    def _links(self) -> Callable[[str], tuple[Link, ...]]:
        store, concluded = self.store, self._concluded
        return lru_cache(LINKS)(lambda iri: tuple(overlay.judged(store.links_of(iri), concluded)))

    def _without_agents(self, one: Held, decided: Collection[str]) -> Held:
        """With the agents among the missing that no current article names, nor the corrections of a name."""
        named = [target for target in one.decision.targets if target.kind and target.iri not in decided]
        gone = tuple(target for target in named if self.store.agent(target.iri) is None)
        return replace(one, missing=(*one.missing, *gone))


def _articles(statements: Iterable[Statement]) -> int:
    return len({one.reading.article.key for one in statements})


def _surest(statements: Iterable[Statement]) -> str:
    """The words of the surest statement."""
    return min(statements, key=lambda one: (-one.attribution.confidence, len(words(one.text)), one.text)).text
