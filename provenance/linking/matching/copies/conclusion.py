"""What was concluded of two articles that share passages, as a value and as a link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import Judgement, Link, LinkKind

if TYPE_CHECKING:
    from provenance.linking.matching.copies.alignment import Passage


class CopyKind(StrEnum):
    REPUBLISHED = "republished whole"
    NEAR = "near copy"
    PARTIAL = "passage taken over"
    SHARED_SOURCE = "both from one source"


class Direction(StrEnum):
    LEFT_FROM_RIGHT = "left from right"
    RIGHT_FROM_LEFT = "right from left"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by IRI, with passages in common; SHARED_SOURCE is no copy of one from the other.

    Shares are the parts of each text's words that lie in the passages, from 0 to 1; `score` is the larger.
    """

    left: str
    right: str
    kind: CopyKind
    direction: Direction
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    judgement: Judgement
    score: float
    confidence: float
    evidence: str


METHOD = "shared passages"
UNDIRECTED = "shared passages, direction unknown"
SHARED_SOURCE = "shared source"


def links(copy: Copy) -> tuple[Link, ...]:
    """As a COPY link: the copy, then what it was taken from; by IRI, and with a method that says so, if unknown.

    Of SHARED_SOURCE, the judgement DIFFERENT: neither is a copy of the other.
    """
    left, right = sorted((copy.left, copy.right))
    if copy.direction is Direction.LEFT_FROM_RIGHT:
        left, right = copy.left, copy.right
    elif copy.direction is Direction.RIGHT_FROM_LEFT:
        left, right = copy.right, copy.left
    method = UNDIRECTED if copy.direction is Direction.UNKNOWN else METHOD
    if copy.kind is CopyKind.SHARED_SOURCE:
        method = SHARED_SOURCE
    evidence = f"{copy.kind}: {copy.evidence}"
    return (Link(LinkKind.COPY, left, right, copy.judgement, method, copy.score, copy.confidence, evidence),)


def mirrored(copy: Copy) -> Copy:
    mirror = {
        Direction.LEFT_FROM_RIGHT: Direction.RIGHT_FROM_LEFT,
        Direction.RIGHT_FROM_LEFT: Direction.LEFT_FROM_RIGHT,
    }
    passages = (replace(one, left=one.right, right=one.left) for one in copy.passages)
    return replace(
        copy,
        left=copy.right,
        right=copy.left,
        direction=mirror.get(copy.direction, Direction.UNKNOWN),
        passages=tuple(sorted(passages, key=lambda one: one.left)),
        left_share=copy.right_share,
        right_share=copy.left_share,
    )
