"""Small invented stories at random, for property tests: who cites whom, who heard whom, and who denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import hop, reading, said, statements
from hypothesis import strategies as st

from provenance.iris import attribution_iri, snapshot_iri
from provenance.model import Assertion, Kind, Reading, Relation, Resolution
from provenance.trace.graph import gathered
from provenance.trace.walk import Walk, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Rain is due, Alpha or Beta or Gamma said, and Ann Low and Bob and some and a clerk and the Board."
OUTLETS = (
    hop(TEXT, "Alpha", Kind.OUTLET, Relation.REPORTED, "Alpha"),
    hop(TEXT, "Beta", Kind.OUTLET, Relation.REPORTED, "Beta"),
    hop(TEXT, "Gamma", Kind.WIRE, Relation.REPORTED, "Gamma"),
)
SOURCES = (
    hop(TEXT, "Ann Low", Kind.PERSON, Relation.SAID, "Ann Low", role="nurse"),
    hop(TEXT, "Bob", Kind.PERSON, Relation.SAID, "Bob"),
    hop(TEXT, "some", Kind.ANONYMOUS, Relation.SAID, "some", anonymous=True),
    hop(TEXT, "a clerk", Kind.ANONYMOUS, Relation.SAID, "a clerk", anonymous=True),
    hop(TEXT, "the Board", Kind.ORGANIZATION, Relation.SAID, "the Board"),
)


@st.composite
def stories(
    draw: st.DrawFn, outlets: int = 3, dates: Sequence[str] = ("2031",)
) -> tuple[tuple[Reading, ...], tuple[Resolution, ...]]:
    """Up to five articles, each with one or two attributions of one statement, and any resolutions between them."""
    readings = []
    for number in range(draw(st.integers(1, 5))):
        told = {}
        for _ in range(draw(st.integers(1, 2))):
            retold = draw(st.lists(st.sampled_from(OUTLETS[:outlets]), max_size=2, unique=True))
            source = draw(st.lists(st.sampled_from(SOURCES), max_size=1))
            assertion = draw(st.sampled_from([Assertion.ASSERTS, Assertion.ASSERTS, Assertion.DENIES]))
            told[said(TEXT, "Rain is due", "said", (*retold, *source), assertion=assertion)] = None
        publisher = draw(st.sampled_from(["Alpha", "Beta", "Delta"]))
        date = draw(st.sampled_from(dates))
        readings.append(reading(f"k{number}", publisher, date, TEXT, attributions=tuple(told)))
    iris = [attribution_iri(snapshot_iri(one.article), told) for one in readings for told in one.attributions]
    resolution = st.builds(
        Resolution, st.sampled_from(iris), st.integers(0, 2), st.sampled_from(iris), st.just("alike"), st.just(0.9)
    )
    return tuple(readings), tuple(draw(st.lists(resolution, max_size=4)))


def walked(story: tuple[tuple[Reading, ...], tuple[Resolution, ...]]) -> Walk:
    readings, resolutions = story
    return walk(gathered(readings, resolutions))


def quoted(key: str, publisher: str, *chain: tuple[str, Kind], content: str = "Rain is due", **more: str) -> Reading:
    """An article that lays `content` to `chain`; `more` may give its date (`published`) or the last hop's role."""
    text = f"{content}, {', '.join(name for name, _ in chain)} said."
    role = more.pop("role", "")
    hops = tuple(
        hop(
            text,
            name,
            kind,
            Relation.REPORTED if kind in (Kind.OUTLET, Kind.WIRE) else Relation.SAID,
            name,
            anonymous=kind is Kind.ANONYMOUS,
            role=role if index == len(chain) - 1 else "",
        )
        for index, (name, kind) in enumerate(chain)
    )
    date = more.pop("published", "2031-02-03")
    return reading(key, publisher, date, text, attributions=(said(text, content, "said", hops),), **more)


def both(*readings: Reading) -> Walk:
    """The walk over `readings`, none of whose reports is resolved."""
    return walk(gathered(readings))


__all__ = ["both", "quoted", "statements", "stories", "walked"]
