"""Two origins and what there is to say of them, as frozen values: codes and their parameters, no sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.model import Judgement, Spans
    from provenance.trace.result import Origin


class Why(StrEnum):
    """Why two origins are one, may be one, or are two."""

    ONE_SOURCE = "one source"

    SAME_NAME = "same name"
    PART_OF_NAME = "part of the name"
    NAMES_ALIKE = "names alike"
    SPEAKS_FOR = "body and its official"
    OFFICE = "office and its holder"
    MAKER = "document and its maker"
    ONE_DOCUMENT = "documents without a name"
    SAME_WORDS = "same words"
    ONE_REPORT = "one report"
    RELAYED = "report that is relayed"
    ONE_DAY = "reports of one day"
    MAY_INCLUDE = "unnamed and named"
    UNNAMED = "unnamed"
    NO_SOURCE = "no source named"
    NOT_RETRIEVED = "report not retrieved"
    CIRCLE = "circle"

    DECIDED = "decided"
    OTHER_NAME = "another name"
    OTHER_AFFILIATION = "another country, party or body"
    OTHER_ROLE = "another role"
    NO_DOCUMENT = "person and document"


class Settle(StrEnum):
    """What would settle whether two origins are one."""

    FETCH = "fetch the report"
    ASK = "ask the outlet"
    DECIDE = "decide"


class Verdict(NamedTuple):
    """`shared` is what the two have in common, such as the fuller name; empty where the code says it all."""

    judgement: Judgement
    why: Why
    shared: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The words that lay the claim to an origin, at `spans` of the article whose key is `told_in`."""

    told_in: str
    words: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Settling:
    """FETCH the report by `who`, of `date` where that is known.

    ASK `who` for the source that it calls `about`, or for any where that is empty. DECIDE that the two `sources`, by
    IRI, are merged or split.
    """

    how: Settle
    who: str = ""
    about: str = ""
    date: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginPair:
    """`confidence` is that they are one, None where nothing measured it.

    `shared` is what the two have in common: the fuller name, the outlet, the day, the words; empty where `why` says it
    all. `evidence` has the words for `left`, then those for `right`. `is_merged`: the two are counted as one at the
    least that there are.
    """

    left: Origin
    right: Origin
    judgement: Judgement
    why: Why
    shared: str
    confidence: float | None
    evidence: tuple[Shown, ...]
    settled_by: tuple[Settling, ...]
    is_merged: bool
