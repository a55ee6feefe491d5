"""A statement as it is found: its content, its cue, and the way from whoever said it to the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from provenance.extraction.parser.labels import MOST_HOPS, Naming, Stance
from provenance.extraction.rules.kinds import kind_of
from provenance.model import OUTLETS, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.phrases import Range

TOLD = {Kind.OUTLET: Relation.REPORTED, Kind.WIRE: Relation.REPORTED, Kind.DOCUMENT: Relation.PUBLISHED,
        Kind.PLATFORM: Relation.POSTED}  # fmt: skip


class Step(NamedTuple):
    """Whoever has the statement, and how the next, or the article, got it from there."""

    span: Span
    kind: Kind
    naming: Naming
    relation: Relation

    @property
    def is_outlet(self) -> bool:
        return self.kind in OUTLETS

    @property
    def carries(self) -> bool:
        """Whether its words are, as a rule, somebody else's."""
        return self.kind in TOLD


@dataclass(frozen=True, slots=True)
class Said:
    """`way` begins at the origin; `p` is how often such a construction is right. `sentence` is that of the cue."""

    sentence: int
    content: tuple[Span, ...]
    cue: Span
    way: tuple[Step, ...]
    p: float
    stance: Stance = Stance.ASSERTS

    def through(self, *carriers: Step) -> Said:
        """By way of `carriers`, none of them twice, and of no more than a chain has."""
        known = {step.span for step in self.way}
        fresh = (one for one in carriers if one.span not in known)
        return replace(self, way=(*self.way, *fresh)[:MOST_HOPS])

    def going_on(self, *spans: Span) -> Said:
        """With what else was said, in order."""
        return replace(self, content=tuple(sorted({*self.content, *spans})))


def step(tokens: Sequence[Token], words: Range, relation: Relation | None = None) -> Step:
    """What a phrase stands for; it says, reports, publishes or posts, unless `relation` tells better."""
    kind, naming = kind_of(tokens[words.start : words.end])
    own = TOLD.get(kind)
    return Step(words.span(tokens), kind, naming, own or relation or Relation.SAID)
