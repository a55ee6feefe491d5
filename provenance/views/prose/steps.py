"""How views say in words what a step or an origin is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Assertion, Kind, Relation
from provenance.trace.result import Nature
from provenance.trace.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from provenance.model import Spans
    from provenance.trace.result import Chain, Step
    from provenance.trace.timing import Appearance

Part = tuple[str, str]
"""Words and their style; nothing is told by the style alone."""

GOT = {
    Relation.SAID: "said {by}",
    Relation.TOLD: "told {by}",
    Relation.INTERVIEWED: "interview with",
    Relation.REPORTED: "reported {by}",
    Relation.PUBLISHED: "published {by}",
    Relation.REPUBLISHED: "republished from",
    Relation.POSTED: "posted {by}",
    Relation.LEAKED: "leaked {by}",
    Relation.WROTE: "written {by}",
    Relation.POLLED: "polled {by}",
    Relation.TESTIFIED: "testified {by}",
    Relation.CONTRIBUTED: "with a contribution by",
    Relation.OTHER: "from",
}
PASSES = {
    Relation.SAID: "says",
    Relation.TOLD: "tells",
    Relation.INTERVIEWED: "in an interview",
    Relation.REPORTED: "reports",
    Relation.PUBLISHED: "publishes",
    Relation.REPUBLISHED: "republished",
    Relation.POSTED: "posts",
    Relation.LEAKED: "leaks",
    Relation.WROTE: "writes",
    Relation.POLLED: "answers a poll",
    Relation.TESTIFIED: "testifies",
    Relation.CONTRIBUTED: "contributes",
    Relation.OTHER: "source of it",
}
"""How whoever told it passed it on, on the way from the origin to the article."""
NOT_PASSED = {Assertion.DENIES: "denies", Assertion.DOES_NOT_CONFIRM: "does not confirm"}
NOT_ASSERTED = {Assertion.DENIES: "denied {by}", Assertion.DOES_NOT_CONFIRM: "not confirmed {by}"}
ENDS = {Assertion.DENIES: "DENIED", Assertion.DOES_NOT_CONFIRM: "NOT CONFIRMED"}
UNNAMED = "unnamed"
PUBLISHED = "published then"
BY = {Kind.DOCUMENT: "in", Kind.PLATFORM: "on"}


def got(step: Step) -> str:
    """How the step before came from this one: "reported by", "posted on", "denied by"."""
    phrase = NOT_ASSERTED.get(step.assertion) or GOT[Relation(step.relation)]
    return phrase.format(by=BY.get(step.kind, "by"))


def passes(step: Step) -> str:
    """How this step passed on to the one before: "tells", "reports", "denies"."""
    if step.assertion in NOT_PASSED:
        return NOT_PASSED[step.assertion]
    return "says" if step.kind is Kind.DOCUMENT else PASSES[Relation(step.relation)]


def who(step: Step) -> str:
    """The teller, with the role that the article gives."""
    if step.kind == Kind.UNSPECIFIED:
        return f"no one named (“{step.who}”)"
    name = step.who or UNNAMED
    return f"{name} ({step.role})" if step.role else name


def article(step: Step) -> str:
    """The retrieved article that a step stands in."""
    title = f", “{step.title}”" if step.title else ""
    helped = f", {GOT[Relation.CONTRIBUTED]} {step.helped_by}" if step.helped_by else ""
    return f"{step.who}, {step.date or 'undated'}{title} ({step.reached}){helped}"


def end(chain: Chain) -> str:
    """What the end of a chain is, as a mark that stands out without colour."""
    last = chain.steps[-1]
    if chain.is_undecided:
        return f"UNDECIDED: {chain.nature}"
    if last.assertion is not Assertion.ASSERTS:
        return f"{ENDS[last.assertion]}: {chain.nature}"
    match chain.nature:
        case Nature.TRAIL_ENDS:
            return "THE TRAIL ENDS HERE"
        case Nature.CIRCLE:
            return "THE TRAIL RUNS IN A CIRCLE"
        case Nature.ANONYMOUS:
            return f"ORIGIN: anonymous, {f'“{last.reason}”' if last.reason else 'no reason given'}"
        case _:
            return f"ORIGIN: {chain.nature}"


def quoted(words: str, spans: Spans) -> str:
    """Words with their place in the text: “…” [12–30, 41–50]; what no text shows stands without quotation marks."""
    line = " ".join(words.split())
    return f"“{line}” [{', '.join(f'{start}–{stop}' for start, stop in spans)}]" if spans else line


def in_full(whole: str) -> str:
    """A wording made whole beside the words as they stand: what is in brackets is not in the article."""
    return f" (in full: {one_line(whole)})" if whole else ""


def dated(first: Appearance) -> str:
    """What dates an appearance: the words, or that its article was published then."""
    return f"“{one_line(first.proof)}”" if first.proof else PUBLISHED


def percent(confidence: float) -> str:
    return f"{confidence:.0%}"


def sure(step: Step) -> str:
    """How sure a step is: "94%", "41%, undecided"."""
    return percent(step.confidence) + (", undecided" if step.undecided else "")


def styled(*lines: Sequence[Part]) -> Text:
    from rich.text import Text

    return Text("\n").join(Text.assemble(*line) for line in lines)
