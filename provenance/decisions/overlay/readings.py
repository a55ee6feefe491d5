"""A reading as people decided it: what they rejected left out, what they corrected put right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.decisions.anchors import found
from provenance.decisions.overlay.agents import agents
from provenance.decisions.values import Action, Correction, Field, Subject, spans_of, standing
from provenance.iris import agent_iri, article_iri, attribution_iri, snapshot_article, snapshot_iri, source_iri
from provenance.model import OUTLETS, Assertion, Dated, Kind, Publisher, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from provenance.decisions.overlay.agents import Agent
    from provenance.decisions.values import Decision
    from provenance.model import Article, Attribution, Derivation, Hop, Reading

REVIEW = "review"
"""What made a hop that a person corrected, before the name of whom."""
ANYWHERE = ""
NOWHERE = Span(0, 0)
"""Where the words of a date stand that no words of the article show."""


def reviewed(reading: Reading, decisions: Iterable[Decision]) -> Reading:
    """`reading` itself where no decision touches it.

    An attribution that was corrected says so in `revises`, and keeps its IRI; a source that is held to be another has
    that one's name, kind and IRI.
    """
    return reviewer(decisions)(reading)


def reviewer(decisions: Iterable[Decision]) -> Callable[[Reading], Reading]:
    """`reviewed` for many readings."""
    standing_ = standing(decisions)
    chosen = agents(standing_).chosen
    by_article: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing_:
        if decision.about is Subject.STATEMENT:
            by_article[_article(decision)].append(decision)

    def review(reading: Reading) -> Reading:
        names = (ANYWHERE, article_iri(reading.article)) if by_article else ()
        about = [one for name in names for one in by_article.get(name, ())]
        if about:
            reading = _decided(_with_agents(reading, chosen), standing(about))
        return _with_agents(reading, chosen)

    return review


def _article(decision: Decision) -> str:
    """The article of a decision about a statement; one that was not anchored is looked for anywhere."""
    anchor = decision.targets[0].anchor
    return snapshot_article(anchor.snapshot) if anchor else ANYWHERE


def rejected(decisions: Iterable[Decision]) -> frozenset[str]:
    """The IRIs of the attributions that people held to be none."""
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing(decisions):
        if decision.about is Subject.STATEMENT:
            about[decision.targets[0].iri].append(decision)
    return frozenset(iri for iri, given in about.items() if _is_rejected(given))


def _decided(reading: Reading, decisions: Iterable[Decision]) -> Reading:
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if (iri := found(decision.targets[0], reading)) is not None:
            about[iri].append(decision)
    snapshot, length = snapshot_iri(reading.article), len(reading.article.text)
    kept = []
    for attribution in reading.attributions:
        iri = attribution_iri(snapshot, attribution)
        if not _is_rejected(about[iri]):
            kept.append(_revision(iri, snapshot, attribution, _stated(attribution, about[iri], length)))
    return replace(reading, attributions=tuple(kept))


def _is_rejected(decisions: Iterable[Decision]) -> bool:
    verdicts = [one.action for one in decisions if one.action in (Action.CONFIRM, Action.REJECT)]
    return verdicts[-1:] == [Action.REJECT]


def _revision(iri: str, snapshot: str, before: Attribution, after: Attribution) -> Attribution:
    """`after`, which keeps the IRI of `before`, and whose sources keep theirs unless they were corrected."""
    if after is before:
        return before
    revised = replace(after, chain=tuple(_same_sources(snapshot, before, after)))
    return revised if attribution_iri(snapshot, revised) == iri else replace(revised, revises=iri)


def _same_sources(snapshot: str, before: Attribution, after: Attribution) -> Iterator[Hop]:
    """An unnamed source is known by those through whom it is told of, who may have been given other names."""
    was, is_ = ([hop.name for hop in one.chain] for one in (before, after))
    for index, (old, new) in enumerate(zip(before.chain, after.chain, strict=True)):
        iri = source_iri(snapshot, old, was[:index])
        is_corrected = (old.name, old.kind, old.anonymous) != (new.name, new.kind, new.anonymous)
        same = is_corrected or source_iri(snapshot, new, is_[:index]) == iri
        yield new if same else replace(new, agent=iri)


def _stated(attribution: Attribution, decisions: Iterable[Decision], length: int) -> Attribution:
    for decision in decisions:
        if decision.action is Action.CONFIRM:
            sure = tuple(replace(hop, confidence=1.0) for hop in attribution.chain)
            attribution = replace(attribution, confidence=1.0, chain=sure)
        for correction in decision.corrections:
            attribution = _corrected(attribution, correction, length, decision.by)
    return attribution


def _corrected(attribution: Attribution, correction: Correction, length: int, by: str) -> Attribution:
    """As it was where the chain has no such hop, or the text no such place."""
    value = correction.value
    match correction.field:
        case Field.CONTENT:
            spans = spans_of(value)
            fits = all(0 <= start < end <= length for start, end in spans)
            return replace(attribution, content=spans) if fits else attribution
        case Field.ASSERTION:
            return replace(attribution, assertion=Assertion(value))
        case Field.QUOTATION:
            return replace(attribution, quotation=Quotation(value))
        case Field.DATE:
            words = attribution.date or Dated("", "", NOWHERE)
            return replace(attribution, date=replace(words, value=value) if value else None)
        case _:
            hops = list(attribution.chain)
            index = len(hops) - 1 if correction.hop is None else correction.hop
            if 0 <= index < len(hops):
                hops[index] = replace(_corrected_hop(hops[index], correction), made_by=f"{REVIEW}:{by}")
            return replace(attribution, chain=tuple(hops))


def _corrected_hop(hop: Hop, correction: Correction) -> Hop:
    match correction.field:
        case Field.NAME:
            return replace(hop, name=correction.value, confidence=1.0, agent="")
        case Field.KIND:
            kind = Kind(correction.value)
            return replace(hop, kind=kind, anonymous=kind is Kind.ANONYMOUS, confidence=1.0, agent="")
        case _:
            return replace(hop, anonymous=correction.value == "true", confidence=1.0, agent="")


def _with_agents(reading: Reading, chosen: Mapping[str, Agent]) -> Reading:
    if not chosen:
        return reading
    snapshot = snapshot_iri(reading.article)
    attributions = tuple(_attributed(snapshot, attribution, chosen) for attribution in reading.attributions)
    derivations = tuple(_derived(derivation, chosen) for derivation in reading.derivations)
    article = _published(reading.article, chosen)
    if (article, derivations, attributions) == (reading.article, reading.derivations, reading.attributions):
        return reading
    return replace(reading, article=article, derivations=derivations, attributions=attributions)


def _attributed(snapshot: str, attribution: Attribution, chosen: Mapping[str, Agent]) -> Attribution:
    through = [hop.name for hop in attribution.chain]
    hops = tuple(
        _held(hop, chosen.get(source_iri(snapshot, hop, through[:index])))
        for index, hop in enumerate(attribution.chain)
    )
    if hops == attribution.chain:
        return attribution
    return _revision(attribution_iri(snapshot, attribution), snapshot, attribution, replace(attribution, chain=hops))


def _held(hop: Hop, agent: Agent | None) -> Hop:
    if agent is None:
        return hop
    anonymous = agent.kind is Kind.ANONYMOUS or (hop.anonymous and not agent.is_named)
    return replace(hop, name=agent.name, kind=agent.kind, anonymous=anonymous, agent=agent.iri)


def _derived(derivation: Derivation, chosen: Mapping[str, Agent]) -> Derivation:
    agent = chosen.get(agent_iri(derivation.name, derivation.kind))
    return replace(derivation, name=agent.name, kind=agent.kind) if agent and agent.is_named else derivation


def _published(article: Article, chosen: Mapping[str, Agent]) -> Article:
    house, author = article.publisher, article.byline
    agent = chosen.get(agent_iri(house.name, house.kind)) if house else None
    if agent and agent.kind in OUTLETS:
        house = Publisher(agent.name, agent.kind)
    agent = chosen.get(agent_iri(author, Kind.PERSON)) if author else None
    if agent and agent.kind is Kind.PERSON:
        author = agent.name
    return replace(article, publisher=house, byline=author)
