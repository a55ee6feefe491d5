"""One agent for each mention of a graph, and what `chains` asks of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Naming
from provenance.extraction.parser.naming.agent import Agent, Found
from provenance.extraction.parser.naming.clusters import antecedents, members
from provenance.extraction.parser.naming.descriptions import unnamed
from provenance.extraction.parser.naming.mentions import found
from provenance.extraction.parser.naming.owners import told
from provenance.extraction.parser.naming.page import Page
from provenance.extraction.parser.naming.papers import papers
from provenance.extraction.parser.naming.sides import Sides
from provenance.extraction.parser.naming.sources import sources
from provenance.extraction.parser.naming.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.extraction.parser.graph import AttributionGraph, Mention


def agents(graph: AttributionGraph, *, publisher: str | None = None) -> tuple[Agent, ...]:
    """By the number of each mention; `publisher` is the masthead of the article, for "we" and "the Courier"."""
    page = Page(graph.text, publisher)
    parts = [words(graph.text, *mention.span) for mention in graph.mentions]
    own = [
        found(graph.text[slice(*mention.span)], own_words, mention.type, page)
        if own_words
        else Found((), mention.type, Naming.DESCRIBED)
        for mention, own_words in zip(graph.mentions, parts, strict=True)
    ]
    heads = Sides(page, parts, own).parted(antecedents(graph))
    groups = members(heads)
    known = sources(own, heads, groups, page)
    made = papers(graph, [told(one, page) for one in parts], groups, known)
    result = []
    for number, (mention, source) in enumerate(zip(graph.mentions, known, strict=True)):
        who = made.get(number, source.who)
        name = who.name or unnamed(parts[number], mention.type)
        result.append(Agent(name, who.kind, who.role, who.naming, graph.mentions[source.giver].span))
    return tuple(result)


def settled(graph: AttributionGraph, found_agents: Sequence[Agent]) -> AttributionGraph:
    """`graph`, its mentions of the kinds that their agents turned out to be, and named as these are."""
    pairs = zip(graph.mentions, found_agents, strict=True)
    return replace(graph, mentions=tuple(replace(one, type=who.kind, naming=who.naming) for one, who in pairs))


def name_of(graph: AttributionGraph, found_agents: Sequence[Agent]) -> Callable[[Mention], str]:
    """As `chains` asks for names."""
    names = {mention.span: who.name for mention, who in zip(graph.mentions, found_agents, strict=True)}
    return lambda mention: names[mention.span]
