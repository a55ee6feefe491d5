"""Why two origins may be one, in sentences, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Judgement
from provenance.trace.independence import Limit
from provenance.trace.origin_identity import Settle, Why
from provenance.trace.wording import one_line
from provenance.views.prose.steps import percent
from provenance.views.prose.verdict import described

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.independence import Independence, Reason
    from provenance.trace.origin_identity import OriginPair, Settling

SHOWN = 5
"""Names in one sentence."""
ARE = {Judgement.SAME: "are one", Judgement.UNDECIDED: "may be one", Judgement.DIFFERENT: "are two"}
WHY = {
    Why.ONE_SOURCE: "the source is the same",
    Why.SAME_NAME: "the name is the same",
    Why.PART_OF_NAME: "both may be {shared}",
    Why.NAMES_ALIKE: "{shared}",
    Why.SPEAKS_FOR: "the one has an office at the other",
    Why.OFFICE: "the description fits the role ({shared})",
    Why.MAKER: "the document may be the other's own",
    Why.ONE_DOCUMENT: "nothing says whose the document is",
    Why.SAME_WORDS: "two articles lay the claim to them in the same words",
    Why.ONE_REPORT: "one report, by {shared}, speaks of both",
    Why.RELAYED: "both are sources of {shared}, whose reports others relay",
    Why.ONE_DAY: "both are in reports of {shared}, and nothing tells them apart",
    Why.MAY_INCLUDE: "nothing said of the unnamed tells them apart",
    Why.UNNAMED: "nothing said of them tells them apart",
    Why.NO_SOURCE: "nothing says where the one has it from",
    Why.NOT_RETRIEVED: "a report that the store does not hold may rest on the other",
    Why.CIRCLE: "a circle has no origin of its own",
    Why.DECIDED: "people decided it",
    Why.OTHER_NAME: "their names differ",
    Why.OTHER_AFFILIATION: "they belong to different countries, parties or bodies",
    Why.OTHER_ROLE: "the description does not fit the role",
    Why.NO_DOCUMENT: "a person is no document",
}


def number(independence: Independence) -> str:
    """Such as: 1 to 3 independent origins."""
    low, high = independence.low, independence.high
    return f"{low if low == high else f'{low} to {high}'} independent {'origin' if high == 1 else 'origins'}"


def identity(pair: OriginPair) -> str:
    """Such as: A and B may be one: both are sources of C, whose reports others relay."""
    why = WHY[pair.why].format(shared=one_line(pair.shared))
    sure = "" if pair.confidence is None else f", {percent(pair.confidence)}"
    return f"{described(pair.left)} and {described(pair.right)} {ARE[pair.judgement]}: {why}{sure}"


def settled(ways: Sequence[Settling]) -> str:
    """Such as: To settle: fetch the report by A; ask B whom it means by “two officials”."""
    return f"To settle: {'; '.join(map(_settled, ways))}" if ways else ""


def reason(one: Reason) -> str:
    names = "; ".join(name or "an unnamed source" for name in one.who[:SHOWN])
    more = f"; and {len(one.who) - SHOWN} more" if len(one.who) > SHOWN else ""
    match one.limit:
        case Limit.ONE_TELLER:
            return f"Known only through {one.through}: {names}{more}"
        case Limit.OTHER_CLAIM:
            return f"May make another claim: {names}{more}"
        case _:
            return f"May be one: {names}{more}"


def _settled(way: Settling) -> str:
    who = one_line(way.who)
    match way.how:
        case Settle.FETCH:
            return f"fetch the report by {who}{f' of {way.date}' if way.date else ''}"
        case Settle.ASK:
            return (
                f"ask {who} whom it means by “{one_line(way.about)}”"
                if way.about
                else f"ask {who} where it has it from"
            )
        case _:
            return "decide (provenance merge or split)"
