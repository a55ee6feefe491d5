"""What a picture of a trace shows, before any drawing language: boxes, and lines along which the claim travelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import Assertion

if TYPE_CHECKING:
    from collections.abc import Mapping


class Shape(StrEnum):
    """What a box stands for; each has an outline of its own."""

    ARTICLE = "article"
    ARTICLES = "articles"
    REPORT = "report"
    PLATFORM = "platform"
    DOCUMENT = "document"
    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    SOURCES = "sources"
    ANONYMOUS = "anonymous"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Box:
    """One article with its `wordings`, one source, or a report that is only cited.

    `date` is that of an article, in ISO 8601, or empty. `notes` say in words what the box is or lacks. `is_origin` says
    that the claim starts here, `is_bottleneck` that all, or most, of what carries it came by here; `key` is that of a
    retrieved article.
    """

    node: str
    shape: Shape
    name: str
    date: str = ""
    notes: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    key: str = ""
    is_origin: bool = False
    is_bottleneck: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The claim went from `tail` to `head`: `how`, as words of the one who passed it on ("tells", "denies").

    `evidence` are the words that show it. `changes` are what became of the wording on the way, each `before → after`.
    `is_matched` says that the report that `head` cites is held to be the article at `tail`, `closes_circle` that the
    claim comes back where it was.
    """

    tail: str
    head: str
    how: str
    evidence: str
    confidence: float
    assertion: Assertion = Assertion.ASSERTS
    changes: tuple[str, ...] = ()
    is_undecided: bool = False
    is_matched: bool = False
    closes_circle: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """`more` says that there are chains that are not drawn."""

    claim: str
    verdict: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    more: bool = False

    @property
    def named(self) -> Mapping[str, str]:
        """A short name for each box, by its node: "n0", "n1", in order."""
        return {box.node: f"n{number}" for number, box in enumerate(self.boxes)}
