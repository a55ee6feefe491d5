"""A graph with the voices of its page: whole turns, letters and signed quotations are what they are laid out to be.

Layout says whose words a paragraph is. What the parser reads in such words came through who speaks them; its own answer
for the whole of them gives way.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provenance.documents.layout import voices
from provenance.extraction.decode import Range, Tagged
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, Place, StatementNode
from provenance.extraction.parser.hearing import Hearing
from provenance.extraction.parser.labels import MOST_HOPS, ArcKind
from provenance.extraction.parser.speakers import Speakers
from provenance.model import RELAYS, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.encoder.tokens import Tokens

SURE = 0.95
"""How often a turn, a letter or a signed quotation is whose the layout says, on pages of our own."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A graph, what was tagged for each of its statements, and the places of the arcs that layout tells."""

    graph: AttributionGraph
    tagged: tuple[Tagged, ...]
    laid_out: frozenset[Place] = frozenset()


def voiced(graph: AttributionGraph, tagged: Sequence[Tagged], page: Page, tokens: Tokens) -> Voiced:
    """`graph`, read from `page`, with the statements and the arcs of those voices that bear a name."""
    heard = voices(page)
    speakers = Speakers(page, heard)
    known = [(one, named) for one in heard if (named := speakers.named(one.who))]
    if not known:
        return Voiced(graph, tuple(tagged))
    making = _Making(graph, Hearing(page, [one for one, _ in known]), tokens, [named for _, named in known])
    for number, one in enumerate(tagged):
        making.keep(number, one)
    for voice in range(len(known)):
        making.speak(voice)
    return making.made()


@dataclass(slots=True)
class _Statement:
    """What becomes a statement: its `way` from who said it to the article, each with the arc that leads on from it."""

    node: StatementNode
    tagged: Tagged
    said: Arc
    way: list[tuple[int, Arc]]
    laid_out: int | None = None
    """The mention of the way to which the layout leads."""


@dataclass(slots=True)
class _Making:
    """A new graph in the making; `named` is where each of the voices bears a name."""

    graph: AttributionGraph
    hearing: Hearing
    tokens: Tokens
    named: list[Span]
    mentions: list[Mention] = field(default_factory=list)
    same: dict[int, Arc] = field(default_factory=dict)
    statements: list[_Statement] = field(default_factory=list)
    replaced: dict[int, list[tuple[int, Arc]]] = field(default_factory=dict)
    number_of: dict[Span, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = list(self.graph.mentions)
        self.number_of = {one.span: number for number, one in enumerate(self.mentions)}
        self.same = {arc.dependent: arc for arc in self.graph.arcs if arc.kind is ArcKind.SAME_AS}
        for voice, named in zip(self.hearing.heard, self.named, strict=True):
            bearer, label = self._mention(named), self._mention(voice.who)
            self.same.pop(bearer, None)
            if label != bearer:
                self.same[label] = Arc(ArcKind.SAME_AS, label, bearer, p=SURE, evidence=(named,))
                for number in (label, bearer):
                    self.mentions[number] = replace(self.mentions[number], type=Kind.PERSON)

    def keep(self, number: int, tagged: Tagged) -> None:
        """A statement of the parser, as far as no voice takes it."""
        node = self.graph.statements[number]
        said = self.graph.arc(ArcKind.SAID_BY, number)
        voice = self.hearing.home(node.content)
        content = tuple(self.hearing.cut(node.content, voice))
        if said is None or not content:
            return
        way = list(self._way(said.head, number))
        one = _Statement(replace(node, content=content), tagged, said, way)
        if voice is None or said.head is None:
            self.statements.append(one)
        elif not self.hearing.is_inner(node, self.mentions[said.head], voice):
            if self._is_of(said.head, voice):
                self.replaced.setdefault(voice, way)
        else:
            self.statements.append(self._through(one, voice))

    def speak(self, voice: int) -> None:
        """The statement that the whole of a voice is."""
        who, words, _ = self.hearing.heard[voice]
        label = self._mention(who)
        before = self.replaced.get(voice, [])
        onward = self._outside(before[1:], voice)
        way = [(label, before[0][1] if onward else self._end(label, voice)), *onward]
        ranges = tuple(Range(*self.tokens.words(span), 0.0) for span in words)
        tagged = Tagged(None, ranges, Range(*self.tokens.words(who), 0.0), 1.0, 1.0)
        said = Arc(ArcKind.SAID_BY, 0, label, p=SURE, evidence=(who,))
        self.statements.append(_Statement(StatementNode(words), tagged, said, way, label))

    def made(self) -> Voiced:
        """In the order of the page."""
        ordered = sorted(self.statements, key=lambda one: _place(one.node))
        arcs, laid_out = list(self.same.values()), set[Place]()
        for number, one in enumerate(ordered):
            arcs.append(replace(one.said, dependent=number))
            heads = [*(mention for mention, _ in one.way), None][1:]
            for (mention, arc), head in zip(one.way, heads, strict=True):
                arcs.append(replace(arc, dependent=mention, head=head, statement=number))
                if head is not None and head == one.laid_out:
                    laid_out.add(arcs[-1].place)
            if one.laid_out is not None and one.said.head == one.laid_out:
                laid_out.add((ArcKind.SAID_BY, number, None))
        nodes = tuple(one.node for one in ordered)
        graph = AttributionGraph(self.graph.text, nodes, tuple(self.mentions), tuple(arcs))
        return Voiced(graph, tuple(one.tagged for one in ordered), frozenset(laid_out))

    def _through(self, one: _Statement, voice: int) -> _Statement:
        """What somebody is told to have said, through who tells it; what a speaker says of themselves as theirs."""
        head, label = one.way[0][0], self._mention(self.hearing.heard[voice].who)
        if any(self._is_of(mention, voice) for mention, _ in one.way):
            return one
        if self.hearing.is_self(self.mentions[head].span, voice):
            self.mentions[head] = replace(self.mentions[head], type=Kind.PERSON)
            self._are_one(head, label, self.hearing.heard[voice].who)
            onward = self._outside(one.way[1:], voice)
            arc = one.way[0][1] if onward else replace(one.way[0][1], evidence=())
            return replace(one, way=[(head, arc), *onward])
        inner = 1
        while inner < len(one.way) and self.hearing.is_in(self.mentions[one.way[inner][0]].span, voice):
            inner += 1
        if inner >= MOST_HOPS:
            return one
        mention, arc = one.way[inner - 1]
        told = (mention, replace(arc, p=SURE, evidence=(self.hearing.heard[voice].who,)))
        onward = self._outside(one.way[inner:], voice)[: MOST_HOPS - inner - 1]
        led = replace(self._end(label, voice), evidence=arc.evidence if onward else ())
        return replace(one, way=[*one.way[: inner - 1], told, (label, led), *onward], laid_out=label)

    def _outside(self, way: list[tuple[int, Arc]], voice: int) -> list[tuple[int, Arc]]:
        """What may have carried a whole conversation: nobody whose voice is another, and nothing carries a letter."""
        is_free = not self.hearing.heard[voice].is_written
        return way if is_free and all(self.mentions[mention].type in RELAYS for mention, _ in way) else []

    def _is_of(self, mention: int, voice: int) -> bool:
        span, who = self.mentions[mention].span, self.hearing.heard[voice].who
        return any(span.start < other.end and other.start < span.end for other in (who, self.named[voice]))

    def _are_one(self, head: int, label: int, who: Span) -> None:
        """The first person is who speaks; whom the parser takes these for the same as, is no more."""
        at, met = label, {head}
        while at not in met and at in self.same and self.same[at].head is not None:
            met.add(at)
            at = self.same[at].head or 0
        if at in met:
            del self.same[label]
        self.same[head] = Arc(ArcKind.SAME_AS, head, label, p=SURE, evidence=(who,))

    def _way(self, head: int | None, number: int) -> Iterator[tuple[int, Arc]]:
        for mention in self.graph.path(ArcKind.THROUGH, head, number) if head is not None else ():
            arc = self.graph.arc(ArcKind.THROUGH, mention, number)
            yield mention, arc or Arc(ArcKind.THROUGH, mention, None, number, Relation.SAID)

    def _end(self, label: int, voice: int) -> Arc:
        relation = Relation.WROTE if self.hearing.heard[voice].is_written else Relation.SAID
        return Arc(ArcKind.THROUGH, label, None, 0, relation, SURE)

    def _mention(self, span: Span) -> int:
        if span not in self.number_of:
            self.number_of[span] = len(self.mentions)
            self.mentions.append(Mention(span, Kind.PERSON, p=SURE))
        return self.number_of[span]


def _place(node: StatementNode) -> tuple[int, bool]:
    """Where a statement is told: one that is told inside another stands after it."""
    return (node.cue[0].start, True) if node.cue else (node.content[0].start, False)
