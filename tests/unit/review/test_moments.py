"""A clock that goes back: the later of two decisions stands all the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from decided import iri

from provenance import Library
from provenance.review import moments

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.memory() as library:
        library.add(STORY[5])
        yield library


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The last of these is now."""
    times = [NOON]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
            return times[-1]

    monkeypatch.setattr(moments, "datetime", Clock)
    return times


def test_time_goes_on(library: Library, clock: list[datetime]) -> None:
    assert library.review.confirm(iri("ostra"), by="Ada").at == NOON
    clock.append(NOON + timedelta(hours=1))
    assert library.review.reject(iri("ostra"), by="Bo").at == NOON + timedelta(hours=1)


def test_the_later_decision_stands_though_the_clock_went_back(library: Library, clock: list[datetime]) -> None:
    first = library.review.confirm(iri("ostra"), by="Ada")
    clock.append(NOON - timedelta(days=400))
    second = library.review.reject(iri("ostra"), by="Bo")
    assert second.at > first.at
    assert [held.decision.id for held in library.review.decisions()] == [first.id, second.id]
    assert [row.statements for row in library.articles()] == [0], "it is rejected"
    library.review.undo(second.id, by="Ada")
    [_, undone] = [held.decision for held in library.review.decisions()]
    assert undone.undone
    assert undone.undone.at > second.at
    third = library.review.reject(iri("ostra"), by="Cy")
    assert third.at > undone.undone.at
    assert [row.statements for row in library.articles()] == [0]


def test_articles_do_not_go_by_the_clock(clock: list[datetime], monkeypatch: pytest.MonkeyPatch) -> None:
    """The text that was read last is the current one, whatever the time was."""
    from dataclasses import replace

    from provenance.rdf import store

    old = STORY[5]
    new = replace(old, article=replace(old.article, text=f"{old.article.text}\n\nCorrected."))
    monkeypatch.setattr(store, "datetime", moments.datetime)
    with Library.memory() as library:
        library.add(old)
        clock.append(NOON - timedelta(days=400))
        library.add(new)
        assert [one.article.text for one in library.readings()] == [new.article.text]
