"""A place of speech that is itself a hop, and how words got there and on: an interview, a programme, a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Relation

if TYPE_CHECKING:
    from provenance.model import Kind, Span

INTERVIEWED = (Relation.REPORTED, Relation.INTERVIEWED)
PUBLISHED = (Relation.PUBLISHED, Relation.WROTE)
TOLD = (Relation.REPORTED, Relation.TOLD)
ON_AIR = (Relation.REPORTED, Relation.SAID)


@dataclass(frozen=True, slots=True)
class Setting:
    """A hop in front of the speaker.

    `relation` is how the article got it from there, `speaks` how the speaker's words got there.
    """

    name: str
    kind: Kind
    relation: Relation
    speaks: Relation
    mention: Span
    evidence: Span
    noun: str = ""
    """What a paper is called: "letter"."""
