"""What stands on a chain, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import Assertion

if TYPE_CHECKING:
    from provenance.model import ClaimReview, Kind, Spans

CITED = "cited, not retrieved"
RESOLVED = "resolved to"


class Nature(StrEnum):
    """What the last thing on a chain is."""

    PERSON = "named person"
    ORGANIZATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    UNSPECIFIED = "unspecified"
    OWN_REPORTING = "the outlet's own reporting"
    TRAIL_ENDS = "the trail ends there"
    CIRCLE = "the trail runs in a circle"


@dataclass(frozen=True, slots=True)
class Step:
    """One node of a chain and how the step before it came from there.

    `evidence` are the words that show it, at `spans` of the article whose key is `told_in`. `reached` is the key
    of the retrieved article that this is read in, or `CITED`. A step that is a statement of a retrieved
    article has its words in `statement`, the article's `title` and `url`, who gave a part of that in `helped_by`; its
    `who` is the publisher. Where these words begin with a pronoun or are few, `whole` is the statement made whole
    (`documents.canonical`), in brackets what was put in: no quotation. `made_by` is the pass that found the hop;
    `undecided` that it is less sure than one half.
    """

    node: str
    who: str
    kind: Kind
    relation: str
    evidence: str
    spans: Spans
    told_in: str
    confidence: float
    date: str
    reached: str
    anonymous: bool = False
    role: str = ""
    reason: str = ""
    assertion: Assertion = Assertion.ASSERTS
    statement: str = ""
    title: str = ""
    url: str = ""
    helped_by: str = ""
    made_by: str = ""
    undecided: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The way from a statement that matches the claim to where it ends; `nature` says what that end is."""

    steps: tuple[Step, ...]
    nature: Nature

    @property
    def confidence(self) -> float:
        """That of the weakest step: a chain is worth no more than that."""
        return min(step.confidence for step in self.steps)

    @property
    def is_undecided(self) -> bool:
        """Whether a step is: it leads to no origin, then."""
        return any(step.undecided for step in self.steps)

    @property
    def hops(self) -> int:
        """How many tellers lie above the article; a report and its retrieved article are one."""
        return sum(step.relation != RESOLVED for step in self.steps) - 1


@dataclass(frozen=True, slots=True)
class FactCheck:
    """A fact check of what is traced, which the article of the key `told_in` states."""

    review: ClaimReview
    told_in: str


@dataclass(frozen=True, slots=True)
class OneText:
    """Two articles, by key, share their text while nothing tells which of them took it; `evidence` shows it."""

    articles: tuple[str, str]
    evidence: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where chains end.

    `articles` are the keys of the articles that lead there, `confidence` is that of the surest way.
    """

    node: str
    name: str
    kind: Kind
    nature: Nature
    anonymous: bool
    role: str
    reason: str
    assertion: Assertion
    reached: str
    confidence: float
    articles: tuple[str, ...]
