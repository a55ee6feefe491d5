"""Documents by their makers: as their own words have it, else whom the graph has them from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.agent import Found
from provenance.extraction.parser.naming.clusters import SURELY
from provenance.extraction.parser.naming.documents import Paper, paper
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from provenance.extraction.parser.graph import AttributionGraph
    from provenance.extraction.parser.naming.sources import Source
    from provenance.extraction.parser.naming.words import Word

MAKES = frozenset({Relation.WROTE, Relation.POLLED, Relation.PUBLISHED})
"""How a document has its words from its maker."""


def papers(
    graph: AttributionGraph,
    parts: Sequence[Sequence[Word]],
    groups: Sequence[tuple[int, ...]],
    known: Sequence[Source],
) -> Mapping[int, Found]:
    """The documents of a graph by the numbers of their mentions; one whose words name no document is left out."""
    made, owners = _makers(graph), _owners(parts, known)
    found: dict[int, Found] = {}
    for group in dict.fromkeys(groups):
        own = [number for number in group if graph.mentions[number].type is Kind.DOCUMENT]
        described = [one for number in own if parts[number] and (one := paper(parts[number]))]
        if described:
            best = max(described, key=lambda one: one.fullness)
            makers = {
                who.name: who for number in own for maker in made.get(number, ()) if (who := known[maker].who).is_named
            }
            maker = _maker(best, makers.values(), owners)
            name = best.name if maker is None else best.made_by(maker)
            is_named = maker is not None or bool(best.maker)
            called = Found((name,), Kind.DOCUMENT, Naming.NAMED if is_named else Naming.DESCRIBED)
            found |= dict.fromkeys(own, called)
    return found


def _maker(best: Paper, makers: Iterable[Found], owners: Mapping[str, Found]) -> Found | None:
    """The one maker, unless the words of the document have it already."""
    if best.maker:
        return None
    only = list(makers)
    return only[0] if len(only) == 1 else owners.get(best.owner.lower())


def _makers(graph: AttributionGraph) -> Mapping[int, list[int]]:
    """Who wrote, polled or published what each mention of a document stands for, as arcs surely say."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for arc in graph.arcs:
        if arc.kind is ArcKind.THROUGH and arc.head is not None and arc.label in MAKES and arc.p >= SURELY:
            found[arc.head].append(arc.dependent)
    return found


def _owners(parts: Sequence[Sequence[Word]], known: Sequence[Source]) -> Mapping[str, Found]:
    """Nouns that stand alone for one named source all through the text: company → Tarn Trust."""
    bearers: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for noun, who in _alone(parts, known):
        bearers[noun][who.name] = who
    return {noun: next(iter(named.values())) for noun, named in bearers.items() if len(named) == 1}


def _alone(parts: Sequence[Sequence[Word]], known: Sequence[Source]) -> Iterator[tuple[str, Found]]:
    for words, source in zip(parts, known, strict=True):
        bare = [word for word in words if not word.is_mark and word.lower not in vocabulary.ARTICLES]
        if source.who.is_named and len(bare) == 1 and not bare[0].is_capital:
            yield bare[0].lower, source.who
