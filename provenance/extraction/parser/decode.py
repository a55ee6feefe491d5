"""From scores to a well-formed graph: one head or none, no circle, at most six hops."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from provenance.extraction.parser.antecedents import antecedents
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.heads import KINDS, LABELS, NAMINGS, STANCES
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.extraction.parser.pointers import Step, shares
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.encoder.encoded import Encoded
    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.page import Laid
    from provenance.extraction.parser.pointers import Pointing
    from provenance.extraction.parser.sections import Section
    from provenance.model import Span

NO_ATTRIBUTION = len(STANCES) - 1
SURELY_NONE = 0.5
"""From which share on what was tagged is no attribution at all."""


@dataclass(slots=True)
class Decoder:
    """Collects the answers of all sections of a page. `kept` are the statements of the graph, by number."""

    encoded: Encoded
    page: Laid
    statements: Sequence[Tagged]
    kept: list[int] = field(default_factory=list)
    _ways: dict[int, tuple[float, list[Step]]] = field(default_factory=dict)
    _stance: dict[int, tuple[Stance, float]] = field(default_factory=dict)
    _antecedent: dict[int, tuple[int, float]] = field(default_factory=dict)
    _what: dict[int, tuple[int, int, float]] = field(default_factory=dict)

    def take(self, pointing: Pointing, section: Section) -> None:
        """The answers for what a section is about."""
        mentions, statements = section.mentions, section.statements
        kind, naming = shares(pointing.described.kind), shares(pointing.described.naming)
        for at in np.flatnonzero(mentions >= section.first_mention).tolist():
            self._what[int(mentions[at])] = int(kind[at].argmax()), int(naming[at].argmax()), float(kind[at].max())
        own = np.flatnonzero(statements >= section.first_statement)
        said = pointing.said_by(own)
        ways = pointing.ways(own, said.best)
        for at, best, sure in antecedents(pointing, {step.mention for way in ways for step in way}):
            self._antecedent.setdefault(int(mentions[at]), (int(mentions[best]), sure))
        stances = shares(pointing.described.stance)
        for one, sure, way in zip(own.tolist(), said.sure.tolist(), ways, strict=True):
            number = int(statements[one])
            self._ways[number] = sure, [step._replace(mention=int(mentions[step.mention])) for step in way]
            if not way and self.statements[number].cue:
                self._ways[number] = sure, [self._unspecified(number)]
            if stances[one, NO_ATTRIBUTION] < SURELY_NONE:
                self.kept.append(number)
                stance = STANCES[stances[one, :NO_ATTRIBUTION].argmax()] or Stance.ASSERTS
                self._stance[number] = stance, float(1 - stances[one, NO_ATTRIBUTION])

    def _unspecified(self, number: int) -> Step:
        """Somebody whom no words name, shown by the cue: "reportedly"."""
        nodes = self.page.nodes
        cue = int(np.flatnonzero((nodes.mentions == nodes.cues[number]).all(axis=1))[0])
        self._what[cue] = KINDS.index(Kind.UNSPECIFIED), NAMINGS.index(Naming.ANONYMOUS), 1.0
        return Step(cue, 1.0, LABELS.index(Relation.OTHER), 1.0)

    def graph(self) -> AttributionGraph:
        """With the mentions on some way, and those that they are the same as."""
        on_a_way = {step.mention for number in self.kept for step in self._ways[number][1]}
        order = {number: place for place, number in enumerate(sorted(self._with_antecedents(on_a_way)))}
        arcs = [
            Arc(ArcKind.SAME_AS, place, order[self._antecedent[number][0]], p=self._antecedent[number][1],
                evidence=(self._span(self._antecedent[number][0]),))
            for number, place in order.items() if number in self._antecedent
        ]  # fmt: skip
        for place, number in enumerate(self.kept):
            arcs += self._way(place, number, order)
        return AttributionGraph(
            self.encoded.page.text,
            tuple(self._statement(number) for number in self.kept),
            tuple(self._mention(number) for number in order),
            tuple(arcs),
        )

    def _with_antecedents(self, mentions: Iterable[int]) -> set[int]:
        made: set[int] = set()
        for one in mentions:
            at: int | None = one
            while at is not None and at not in made:
                made.add(at)
                at = self._antecedent[at][0] if at in self._antecedent else None
        return made

    def _way(self, place: int, number: int, order: dict[int, int]) -> Iterable[Arc]:
        said, way = self._ways[number]
        if not way:
            yield Arc(ArcKind.SAID_BY, place, p=said)
            return
        cue = self._cue(number)
        yield Arc(ArcKind.SAID_BY, place, order[way[0].mention], p=said, evidence=cue or (self._span(way[0].mention),))
        for step, after in zip(way, [*way[1:], None], strict=True):
            head = order[after.mention] if after else None
            shown = (self._span(after.mention),) if after else ()
            sure = after.sure if after else step.ends
            yield Arc(ArcKind.THROUGH, order[step.mention], head, place, LABELS[step.relation], sure, shown)

    def _statement(self, number: int) -> StatementNode:
        stance, sure = self._stance[number]
        tokens, one = self.encoded.tokens, self.statements[number]
        return StatementNode(tuple(tokens.span(c.start, c.end) for c in one.contents), self._cue(number), stance, sure)

    def _mention(self, number: int) -> Mention:
        kind, naming, sure = self._what[number]
        return Mention(self._span(number), KINDS[kind], NAMINGS[naming], sure)

    def _cue(self, number: int) -> tuple[Span, ...]:
        cue = self.statements[number].cue
        return (self.encoded.tokens.span(cue.start, cue.end),) if cue else ()

    def _span(self, number: int) -> Span:
        start, end = self.page.nodes.mentions[number]
        return self.encoded.tokens.span(int(start), int(end))
