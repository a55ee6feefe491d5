"""One agent for each mention of a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.extraction.parser.naming.agent import Agent, Found
from provenance.extraction.parser.naming.clusters import SURELY, antecedents, members
from provenance.extraction.parser.naming.descriptions import unnamed
from provenance.extraction.parser.naming.documents import Paper, paper
from provenance.extraction.parser.naming.mentions import found
from provenance.extraction.parser.naming.page import Page
from provenance.extraction.parser.naming.words import Word, words
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from provenance.extraction.parser.graph import AttributionGraph, Mention

MAKES = frozenset({Relation.WROTE, Relation.POLLED, Relation.PUBLISHED})
"""How a document has its words from its maker."""


def agents(graph: AttributionGraph, *, publisher: str | None = None) -> tuple[Agent, ...]:
    """By the number of each mention; `publisher` is the masthead of the article, for "we" and "the Courier"."""
    page = Page(graph.text, publisher)
    parts = [words(graph.text, *mention.span) for mention in graph.mentions]
    own = [_own(graph, number, parts[number], page) for number in range(len(parts))]
    heads = antecedents(graph)
    groups = members(heads)
    known = [_known(number, own, heads, groups[number], page) for number in range(len(parts))]
    papers = _papers(graph, parts, groups, known)
    return tuple(
        _agent(graph.mentions[number], papers.get(number, who), giver, parts[number], graph)
        for number, (who, giver) in enumerate(known)
    )


def name_of(graph: AttributionGraph, found_agents: Sequence[Agent]) -> Callable[[Mention], str]:
    """As `chains` asks for names."""
    names = {mention.span: who.name for mention, who in zip(graph.mentions, found_agents, strict=True)}
    return lambda mention: names[mention.span]


def settled(graph: AttributionGraph, found_agents: Sequence[Agent]) -> AttributionGraph:
    """`graph`, its mentions of the kinds that their agents turned out to be, and named as these are."""
    pairs = zip(graph.mentions, found_agents, strict=True)
    return replace(graph, mentions=tuple(replace(one, type=who.kind, naming=who.naming) for one, who in pairs))


def _own(graph: AttributionGraph, number: int, parts: list[Word], page: Page) -> Found:
    mention = graph.mentions[number]
    if not parts:
        return Found((), mention.type, Naming.DESCRIBED)
    return found(graph.text[slice(*mention.span)], parts, mention.type, page)


def _known(
    number: int, own: Sequence[Found], heads: Sequence[int | None], group: Sequence[int], page: Page
) -> tuple[Found, int]:
    """The source of a mention, and the mention whose words name it: its own, else the nearest antecedent's."""
    if own[number].is_named:
        return _fuller(number, own, group, page), number
    at = heads[number]
    while at is not None:
        if own[at].is_named:
            return _fuller(at, own, group, page), at
        at = heads[at]
    named = [one for one in group if own[one].is_named]
    if len({own[one].name for one in named}) == 1:
        return own[named[0]], named[0]
    fullest = max(group, key=lambda one: _fullness(own[one], own[number].kind))
    return (own[fullest], fullest) if own[fullest].names else (own[number], number)


def _fullness(who: Found, kind: Kind) -> tuple[bool, int, int]:
    """Of a description: with whom it names in passing, then its words."""
    told = who.name.split()
    return who.kind is kind, sum(word[0].isupper() for word in told), len(told)


def _fuller(number: int, own: Sequence[Found], group: Sequence[int], page: Page) -> Found:
    """A person's one word, or an acronym, in the full form that others of its cluster have."""
    mine = own[number]
    if mine.kind in {Kind.ORGANIZATION, Kind.OUTLET}:
        return _wider(mine, [own[one] for one in group if own[one].is_named])
    if mine.kind is not Kind.PERSON or len(mine.names) != 1 or " " in mine.name:
        return mine
    full = Counter(
        own[one].name
        for one in group
        if own[one].is_named and own[one].kind is Kind.PERSON and len(own[one].names) == 1 and " " in own[one].name
    )
    same = [name for name in full if mine.name in name.split()]
    if len(same) == 1:
        return Found((same[0],), mine.kind, mine.naming, mine.role)
    if not same and len(full) == 1 and not page.is_ambiguous(mine.name):
        return Found((next(iter(full)),), mine.kind, mine.naming, mine.role)
    return mine


def _wider(mine: Found, others: Sequence[Found]) -> Found:
    """The longest name that has all the words of this one, where others of its cluster give one."""
    words_of = set(mine.name.split())
    wider = [one for one in others if words_of < set(one.name.split()) and len(one.names) == len(mine.names)]
    return replace(mine, names=max(wider, key=lambda one: len(one.name)).names) if wider else mine


def _papers(
    graph: AttributionGraph,
    parts: Sequence[list[Word]],
    groups: Sequence[tuple[int, ...]],
    known: Sequence[tuple[Found, int]],
) -> Mapping[int, Found]:
    """Documents by their maker: as the fullest mention has it, else whom the graph has them from."""
    made = _makers(graph)
    owners = _owners(parts, known)
    found_papers: dict[int, Found] = {}
    for number, mention in enumerate(graph.mentions):
        if mention.type is not Kind.DOCUMENT or number in found_papers:
            continue
        group = [one for one in groups[number] if graph.mentions[one].type is Kind.DOCUMENT]
        called = [own for one in group if parts[one] and (own := paper(parts[one]))]
        if not called:
            continue
        best = max(called, key=lambda own: own.fullness)
        who_made = [known[maker][0] for one in group for maker in made.get(one, ())]
        makers = {who.name: who for who in who_made if who.is_named}
        who = Found((_called(best, makers, owners),), Kind.DOCUMENT, Naming.NAMED if best.maker or makers else Naming.DESCRIBED)  # noqa: E501
        found_papers |= dict.fromkeys(group, who)
    return found_papers


def _called(best: Paper, makers: Mapping[str, Found], owners: Mapping[str, Found]) -> str:
    if best.maker:
        return best.maker
    if len(makers) == 1:
        [(name, who)] = makers.items()
        return best.made_by(name, who.kind)
    if best.owner and (owner := owners.get(best.owner.lower())):
        return best.made_by(owner.name, owner.kind)
    return best.name


def _makers(graph: AttributionGraph) -> Mapping[int, list[int]]:
    """Who wrote, polled or published what each mention of a document stands for, as arcs surely say."""
    found_makers: defaultdict[int, list[int]] = defaultdict(list)
    for arc in graph.arcs:
        if arc.kind is ArcKind.THROUGH and arc.head is not None and arc.label in MAKES and arc.p >= SURELY:
            found_makers[arc.head].append(arc.dependent)
    return found_makers


def _owners(
    parts: Sequence[list[Word]], known: Sequence[tuple[Found, int]]
) -> Mapping[str, Found]:
    """Descriptions of one word that stand for one named source all through the text: company → Tarn Trust."""
    bearers: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for number, (who, _) in enumerate(known):
        bare = [word for word in parts[number] if not word.is_mark and word.lower not in {"the", "a", "an"}]
        if who.is_named and len(bare) == 1 and not bare[0].is_capital:
            bearers[bare[0].lower][who.name] = who
    return {noun: next(iter(named.values())) for noun, named in bearers.items() if len(named) == 1}


def _agent(mention: Mention, who: Found, giver: int, parts: Sequence[Word], graph: AttributionGraph) -> Agent:
    name = who.name or unnamed(parts, mention.type)
    return Agent(name, who.kind, who.role, who.naming, graph.mentions[giver].span)
