"""Statements and mentions of one text, and the arcs between them, as frozen values; an ill-formed graph is refused."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.errors import ExtractorError
from provenance.extraction.parser.labels import MOST_HOPS, RELATIONS, ArcKind, Naming, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.model import Kind, Relation, Span, Spans

Place = tuple[ArcKind, int, int | None]
"""What at most one arc may answer: its kind, its dependent, and for THROUGH its statement."""


@dataclass(frozen=True, slots=True)
class StatementNode:
    """A content, and the words that introduce it: none where a sentence goes on without a cue."""

    content: Spans
    cue: Spans = ()
    stance: Stance = Stance.ASSERTS
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a source or a carrier."""

    span: Span
    type: Kind
    naming: Naming = Naming.NAMED
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Arc:
    """From a dependent to its head, both by number; `head` is None where there is nobody, or the article itself.

    The dependent of SAID_BY is a statement, that of the others a mention, as every head is.
    THROUGH bears the `statement` that it holds for, and as `label` how the head, or the article, got the statement from
    the dependent. `evidence` are the words that show it; an arc to nobody needs none.
    """

    kind: ArcKind
    dependent: int
    head: int | None = None
    statement: int | None = None
    label: Relation | None = None
    p: float = 1.0
    evidence: Spans = ()

    @property
    def place(self) -> Place:
        return self.kind, self.dependent, self.statement


@dataclass(frozen=True)
class AttributionGraph:
    """Who says what through whom in `text`, spans in its characters. Raises ExtractorError where it is ill-formed."""

    text: str
    statements: tuple[StatementNode, ...] = ()
    mentions: tuple[Mention, ...] = ()
    arcs: tuple[Arc, ...] = ()

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise ExtractorError(f"{fault}: correct the parser's answer")

    @cached_property
    def heads(self) -> Mapping[Place, Arc]:
        """Each arc by its `place`."""
        return {arc.place: arc for arc in self.arcs}

    def arc(self, kind: ArcKind, dependent: int, statement: int | None = None) -> Arc | None:
        return self.heads.get((kind, dependent, statement))

    def path(self, kind: ArcKind, dependent: int, statement: int | None = None) -> Iterator[int]:
        """`dependent`, its head, the head's head, and so on."""
        at: int | None = dependent
        while at is not None:
            yield at
            arc = self.arc(kind, at, statement)
            at = arc.head if arc else None


def _faults(graph: AttributionGraph) -> Iterator[str]:
    """Each check rests on those before it."""
    yield from _of_spans(graph)
    yield from _of_values(graph)
    for arc in graph.arcs:
        yield from _of_arc(arc, graph)
    for place, count in Counter(arc.place for arc in graph.arcs).items():
        if count > 1:
            yield f"{_named(*place)} has {count} heads"
    yield from _of_ways(graph)


def _of_spans(graph: AttributionGraph) -> Iterator[str]:
    parts: list[tuple[str, Iterable[Span]]] = [
        *(("a statement", (*one.content, *one.cue)) for one in graph.statements),
        *(("a mention", (one.span,)) for one in graph.mentions),
        *(("evidence", one.evidence) for one in graph.arcs),
    ]
    length = len(graph.text)
    for what, spans in parts:
        for start, end in spans:
            if not 0 <= start < end <= length:
                yield f"the span {start}–{end} of {what} is outside a text of {length} characters"
    for span, count in Counter(one.span for one in graph.mentions).items():
        if count > 1:
            yield f"{count} mentions at {span.start}–{span.end}"


def _of_values(graph: AttributionGraph) -> Iterator[str]:
    for number, one in enumerate(graph.statements):
        if not one.content:
            yield f"statement {number} has no content"
    sure = [one.p for one in graph.statements] + [one.p for one in graph.mentions] + [one.p for one in graph.arcs]
    for p in sure:
        if not 0 <= p <= 1:
            yield f"a probability of {p}"


def _of_arc(arc: Arc, graph: AttributionGraph) -> Iterator[str]:
    name = _named(*arc.place)
    size = len(graph.statements if arc.kind is ArcKind.SAID_BY else graph.mentions)
    if not 0 <= arc.dependent < size or (arc.head is not None and not 0 <= arc.head < len(graph.mentions)):
        yield f"{name} joins what is not there"
    if arc.head is not None and not arc.evidence:
        yield f"{name} has no words to show it"
    through = arc.kind is ArcKind.THROUGH
    if through != (arc.statement is not None) or not 0 <= (arc.statement or 0) < max(len(graph.statements), 1):
        yield f"{name} holds for statement {arc.statement}"
    if arc.label not in RELATIONS if through else arc.label is not None:
        yield f"{name} bears the relation {arc.label}"


def _of_ways(graph: AttributionGraph) -> Iterator[str]:
    """Circles, and chains of too many hops; a walk ends where it comes back, or comes to where another ended well."""
    ended: dict[int | None, dict[int, int]] = defaultdict(dict)
    for arc in graph.arcs:
        if arc.kind is ArcKind.SAID_BY:  # its two ends are numbered apart
            continue
        known, seen = ended[arc.statement], dict[int, None]()
        hops = 0
        for node in graph.path(arc.kind, arc.dependent, arc.statement):
            if node in seen:
                yield f"{_named(*arc.place)} leads into a circle"
                break
            if hops := known.get(node, 0):
                break
            seen[node] = None
        for node in reversed(seen):
            hops = known[node] = hops + 1
        if arc.kind is ArcKind.THROUGH and hops > MOST_HOPS:
            yield f"{_named(*arc.place)} begins a chain of {hops} hops; the most are {MOST_HOPS}"


def _named(kind: ArcKind, dependent: int, statement: int | None) -> str:
    of = "" if statement is None else f" in statement {statement}"
    return f"the arc “{kind}” of {'statement' if kind is ArcKind.SAID_BY else 'mention'} {dependent}{of}"
