"""A trail followed: each missing report looked for, and what is found kept only where it joins the trail.

Whether a page is the report is not guessed from the page: it is read and joined as any article is, and then the trace
says. What does not join is taken out of the store again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.errors import ExtractorError, InputError
from provenance.extraction.unread import Unread
from provenance.fetching.results import leads
from provenance.follow.choice import candidates
from provenance.follow.plan import checked, plan
from provenance.iris import article_at, article_iri
from provenance.queries.tracing import traced
from provenance.readers import Skipped
from provenance.runners import stages
from provenance.text import plain_name, plain_url
from provenance.trace.nodes import CitedNode, EdgeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.fetching import Web
    from provenance.fetching.feeds import Item
    from provenance.follow.plan import Following, Planned, Way
    from provenance.ingestor import Ingestor
    from provenance.trace import Trace
    from provenance.trace.fetch import ToFetch

    Agree = Callable[[Sequence[Planned]], bool]
    """Whether what is planned is to be fetched."""


class Outcome(StrEnum):
    """What came of an address.

    It is the report that was missed; it JOINED the trail, and may not be the report; it is an OTHER article, of which
    nothing is kept; it was KNOWN to the store, and is not the report; or it could not be read.
    """

    REPORT = "report"
    JOINED = "joined"
    OTHER = "other"
    KNOWN = "known"
    FAILED = "failed"


KEPT = frozenset({Outcome.REPORT, Outcome.JOINED})


@dataclass(frozen=True, slots=True)
class Followed:
    """What was found at `address` for the report by `who`.

    `key` names the article where one was read; `reason` says why it could not be, where it failed.
    """

    who: str
    address: str
    outcome: Outcome
    key: str = ""
    reason: str = ""


@dataclass(slots=True)
class Trail:
    """What following one `claim`, by IRI, needs: the store as it is each time, and ways in and out of it."""

    claim: str
    corpus: Callable[[], Corpus]
    ingestor: Ingestor
    by: stages.Parser
    web: Web
    _lists: dict[str, list[Item]] = field(default_factory=dict)
    _tried: set[str] = field(default_factory=set)

    def trace(self) -> Trace:
        return traced(self.corpus(), self.claim, 1)[0]

    def missing(self, following: Following) -> tuple[Planned, ...]:
        """What is missing now, and the ways to it that were not tried."""
        store = self.corpus().store
        return plan(
            self.trace(),
            following,
            lambda address: plain_url(address) in self._tried or store.run_of(article_at(address)) is not None,
        )

    def addresses(self, report: ToFetch, way: Way) -> Iterator[str | Followed]:
        """The pages that `way` leads to, each once; where a list cannot be had, that."""
        if not way.is_list:
            yield from self._new([way.address])
            return
        try:
            listed = self._listed(way.address)
        except InputError as error:
            yield Followed(report.who, way.address, Outcome.FAILED, reason=str(error))
        else:
            yield from self._new(candidates(listed, report))

    def attempt(self, report: ToFetch, address: str) -> Followed:
        """Read the page at `address`, and keep it where it joins the trail."""
        found = stages.spoken(next(self.web.articles(address), Skipped(address, "there is no article in it")))
        if isinstance(found, Skipped):
            return Followed(report.who, address, Outcome.FAILED, reason=found.reason)
        iri, key = article_iri(found.article), found.article.key
        if self.corpus().store.run_of(iri) is not None:
            return Followed(report.who, address, Outcome.KNOWN, key)
        reader = stages.reader_of(found.article, self.by)
        if isinstance(reader, Unread):
            return Followed(
                report.who, address, Outcome.FAILED, key, f"it is in {reader.reason}: nothing of it is kept"
            )
        try:
            self.ingestor.add(stages.parse(found.article, self.by).reading)
        except (InputError, ExtractorError) as error:
            return Followed(report.who, address, Outcome.FAILED, key, str(error))
        return Followed(report.who, address, self._came_of(report, iri), key)

    def _came_of(self, report: ToFetch, article: str) -> Outcome:
        """What the trace makes of an article just kept; it is taken out again unless it is on it."""
        outcome = Outcome.OTHER
        try:
            trace = self.trace()
            if article in trace.traced:
                outcome = Outcome.REPORT if _is_report(article, report, trace) else Outcome.JOINED
        finally:
            if outcome is Outcome.OTHER:
                self.ingestor.remove(article)
        return outcome

    def _listed(self, address: str) -> list[Item]:
        if address not in self._lists:
            self._lists[address] = leads(self.web.page(address))
        return self._lists[address]

    def _new(self, addresses: Sequence[str]) -> Iterator[str]:
        for address in addresses:
            if plain_url(address) not in self._tried:
                self._tried.add(plain_url(address))
                yield address


def _is_report(article: str, report: ToFetch, trace: Trace) -> bool:
    """Whether what is cited of the one who made `report` is held to be a statement of `article`."""
    graph = trace.traced
    resolved = ((graph[tail], head) for tail, head, _, edge in graph.edges() if edge.kind is EdgeKind.RESOLVED)
    cited = [one for one, head in resolved if isinstance(one, CitedNode) and graph.statement(head).article == article]
    names = {plain_name(name) for one in cited for name in (one.name, graph.agent(one.agent).name)}
    return plain_name(report.who) in names


def follow(trail: Trail, following: Following, agree: Agree) -> Iterator[Followed]:
    """Fetch what the claim's trace misses, and what that misses in turn.

    What is planned is put to `agree` before anything of it is fetched, and again where a report that was found misses
    others. Ends where nothing is missing that an address is known for, where `agree` says no, and at the limits of
    `following`. Raises UsageError where `following` makes no sense.
    """
    left = checked(following).pages
    for _ in range(following.depth):
        planned = trail.missing(following)
        if not planned or not agree(planned):
            return
        goes_on = False
        for found in _looked_for(trail, planned):
            yield found
            goes_on = goes_on or found.outcome in KEPT
            left -= 1
            if not left:
                return
        if not goes_on:
            return


def _looked_for(trail: Trail, planned: Sequence[Planned]) -> Iterator[Followed]:
    """Each report by its ways until it is found."""
    for one in planned:
        for found in _found(trail, one):
            yield found
            if found.outcome is Outcome.REPORT:
                break


def _found(trail: Trail, planned: Planned) -> Iterator[Followed]:
    for way in planned.ways:
        for address in trail.addresses(planned.report, way):
            yield address if isinstance(address, Followed) else trail.attempt(planned.report, address)
