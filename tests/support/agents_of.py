"""Agents of mentions in sentences: one mention alone, or each the same as the one before it."""

from __future__ import annotations

from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention
from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.naming import Agent, agents
from provenance.model import Kind, Span


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def one(words: str, kind: Kind, text: str = "{}", publisher: str | None = None) -> Agent:
    """The agent of a mention `words`, which stand in `text` at {}."""
    start, whole = text.index("{}"), text.replace("{}", words)
    [agent] = agents(
        AttributionGraph(whole, mentions=(Mention(Span(start, start + len(words)), kind),)), publisher=publisher
    )
    return agent


def linked(text: str, *mentions: tuple[str, Kind], p: float = 1.0) -> tuple[Agent, ...]:
    """Each mention the same as the one before it, surely or less so."""
    places: list[Span] = []
    for words, _ in mentions:
        start = text.index(words, places[-1].end if places else 0)
        places.append(Span(start, start + len(words)))
    arcs = (Arc(ArcKind.SAME_AS, n, n - 1, p=p, evidence=(places[n - 1],)) for n in range(1, len(places)))
    nodes = (Mention(place, kind) for place, (_, kind) in zip(places, mentions, strict=True))
    return agents(AttributionGraph(text, mentions=tuple(nodes), arcs=tuple(arcs)))
