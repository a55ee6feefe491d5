"""Gold statements → the graph that the parser is trained to build.

A mention is a span, whichever statements it serves. A hop without words is shown by its statement's cue, as
"reportedly" shows somebody; one that the article's byline or metadata tell (its derivation) is left to that. A hop
whose span another hop of its chain has already is left out. Whoever is named like an earlier mention is the same as
the nearest such; where no mention of a source bears its name, words elsewhere in the text that do are a mention too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evaluation import names
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from training.data.examples import Example, GoldHop, GoldStatement

UNNAMED = frozenset({Kind.ANONYMOUS, Kind.UNSPECIFIED})
Way = tuple[tuple[Span, "GoldHop"], ...]
"""The hops of a chain that words show, with the words."""


@dataclass(frozen=True, slots=True)
class GoldGraph:
    """A graph, the statement that each of its nodes is, and the name that annotators gave each mention most often."""

    graph: AttributionGraph
    statements: tuple[GoldStatement, ...]
    names: Mapping[Span, str]


@dataclass(slots=True)
class _Seen:
    """How annotators called the source at one span."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        return self.names.most_common(1)[0][0]

    @property
    def kind(self) -> Kind:
        return self.kinds.most_common(1)[0][0]


def gold_graph(example: Example) -> GoldGraph:
    """The graph of an example that is annotated with whole chains; lines that are no attribution are left out."""
    nodes = tuple(one for one in example.statements if one.content and (one.stance or one.is_attitude))
    ways = [_way(one, example) for one in nodes]
    seen: defaultdict[Span, _Seen] = defaultdict(_Seen)
    for span, hop in (step for way in ways for step in way):
        seen[span].names[hop.name] += 1
        seen[span].kinds[hop.kind] += 1
    text = example.article.text
    for span, like in list(_naming_words(text, seen)):
        seen.setdefault(span, _Seen(Counter([like.name]), Counter([like.kind])))
    order = {span: number for number, span in enumerate(sorted(seen))}
    mentions = tuple(Mention(span, seen[span].kind, _naming(text, span, seen[span])) for span in order)
    told = (arc for number, one in enumerate(nodes) for arc in _chain(number, one, ways[number], order))
    arcs = (*_same_as(order, seen), *told)
    graph = AttributionGraph(text, tuple(map(_node, nodes)), mentions, arcs)
    return GoldGraph(graph, nodes, {span: seen[span].name for span in order})


def _node(one: GoldStatement) -> StatementNode:
    return StatementNode(one.content, one.cue, Stance(one.stance) if one.stance else Stance.ATTITUDE)


def _way(one: GoldStatement, example: Example) -> Way:
    derived = {hop.name for hop in example.derivations}
    found: dict[Span, GoldHop] = {}
    for hop in one.chain:
        if hop.mention:
            found.setdefault(hop.mention, hop)
        elif hop.name not in derived and one.cue:
            found.setdefault(one.cue[0], hop)
    return tuple(found.items())


def _naming(text: str, span: Span, seen: _Seen) -> Naming:
    """By name where a capitalised word of the mention is one of the name's."""
    if seen.kind in UNNAMED:
        return Naming.ANONYMOUS
    capitals = {names.plain(word) for word in text[slice(*span)].split() if word.strip("“\"'‘(")[:1].isupper()}
    return Naming.NAMED if capitals & set(names.plain(seen.name).split()) - {""} else Naming.DESCRIBED


def _naming_words(text: str, seen: Mapping[Span, _Seen]) -> Iterator[tuple[Span, _Seen]]:
    """For each name that no mention bears in full and the text does, the last place before its first mention."""
    first: dict[str, Span] = {}
    borne = set()
    for span in sorted(seen):
        name = seen[span].name
        first.setdefault(name, span)
        if re.search(_as_words(name), text[slice(*span)]):
            borne.add(name)
    for name, span in first.items():
        if name not in borne and seen[span].kind not in UNNAMED:
            places = [Span(*found.span()) for found in re.finditer(_as_words(name), text)]
            before = [place for place in places if place.end <= span.start]
            if places:
                yield (before[-1] if before else places[0]), seen[span]


def _as_words(name: str) -> str:
    return rf"\b{re.escape(name.removeprefix('The '))}\b"


def _same_as(order: Mapping[Span, int], seen: Mapping[Span, _Seen]) -> Iterator[Arc]:
    last: dict[str, Span] = {}
    for span, number in order.items():
        name = names.plain(seen[span].name)
        if name in last:
            yield Arc(ArcKind.SAME_AS, number, order[last[name]], evidence=(last[name],))
        last[name] = span


def _chain(number: int, one: GoldStatement, way: Way, order: Mapping[Span, int]) -> Iterator[Arc]:
    """SAID_BY, and THROUGH from each hop."""
    if not way:
        yield Arc(ArcKind.SAID_BY, number)
        return
    origin, _ = way[-1]
    yield Arc(ArcKind.SAID_BY, number, order[origin], evidence=one.cue or (origin,))
    for place, (span, hop) in enumerate(way):
        carrier = way[place - 1][0] if place else None
        head, words = (order[carrier], (carrier,)) if carrier else (None, ())
        yield Arc(ArcKind.THROUGH, order[span], head, number, hop.relation or Relation.OTHER, evidence=words)
