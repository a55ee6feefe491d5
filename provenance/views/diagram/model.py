"""What a picture of a trace shows, before any drawing language: boxes, and lines along which the claim travelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import Assertion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.model import Spans


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
class Proof:
    """Words that show a step, at `spans` of the article whose key is `told_in`; `made_by` the pass that found it.

    Where no text shows it, `spans` are empty and `words` say what does.
    """

    words: str
    told_in: str = ""
    spans: Spans = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The claim went from `tail` to `head`: `how`, as words of the one who passed it on ("tells", "denies").

    `proofs` show it, those of the surest way first. `changes` are what became of the wording on the way, each
    `before → after`. `is_matched` says that the report that `head` cites is held to be the article at `tail`,
    `closes_circle` that the claim comes back where it was.
    """

    tail: str
    head: str
    how: str
    confidence: float
    proofs: tuple[Proof, ...]
    assertion: Assertion = Assertion.ASSERTS
    changes: tuple[str, ...] = ()
    is_undecided: bool = False
    is_matched: bool = False
    closes_circle: bool = False

    @property
    def manner(self) -> str:
        """Which kind of line it is drawn as."""
        if self.closes_circle:
            return "circle"
        match self.assertion:
            case Assertion.DENIES:
                return "denial"
            case Assertion.DOES_NOT_CONFIRM:
                return "unconfirmed"
        return "undecided" if self.is_undecided else "told"

    @property
    def evidence(self) -> str:
        """The words of its first proof, and what else that way rests on."""
        return ": ".join(one.words for one in self.proofs[: 1 + self.is_matched])


def joined(one: Line, other: Line) -> Line:
    """Two lines side by side as one: the surer, with the proofs and the changes of both."""
    surest, also = (one, other) if one.confidence >= other.confidence else (other, one)
    return replace(
        surest,
        proofs=tuple(dict.fromkeys((*surest.proofs, *also.proofs))),
        changes=tuple(dict.fromkeys((*one.changes, *other.changes))),
    )


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

    @property
    def ids(self) -> Mapping[Line, str]:
        """For each line what it is called, by the names of its ends: "n0-n1-told"."""
        names = self.named
        return {line: f"{names[line.tail]}-{names[line.head]}-{line.manner}" for line in self.lines}
