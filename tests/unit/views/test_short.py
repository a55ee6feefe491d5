"""A trace in a screenful, whatever it holds."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from corpus import CLAIM, STORY, statements
from hostile import PAYLOADS, STEERING
from rich.cells import cell_len
from rich.console import Console

from benchmarks.drawing import chains
from provenance.linking.matching.reports import resolve
from provenance.model import Assertion
from provenance.trace import Trace, trace
from provenance.trace.foremost import drifts, foremost, origin_of
from provenance.views.terminal.fitted import columns, fitted, path
from provenance.views.terminal.short import short

SCREENFUL = 24


def printed(found: Trace, width: int) -> list[str]:
    screen = Console(file=StringIO(), width=width, record=True)
    screen.print(short(found, screen, ["2 related claims"]))
    return screen.export_text().splitlines()


def story() -> Trace:
    told = statements(STORY)
    return trace(CLAIM, told, resolve(told), limit=500)


def named(found: Trace, name: str) -> Trace:
    """`found` with `name` for everyone in it."""
    told = [replace(one, steps=tuple(replace(step, who=name) for step in one.steps)) for one in found.chains]
    origins = tuple(replace(one, name=name, role=name) for one in found.origins)
    judged = replace(found.judged, asserting=origins * 3, denying=origins)
    return replace(found, claim=name, chains=tuple(told), origins=origins, judged=judged)


@pytest.mark.parametrize("size", [3, 30, 300])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_it_fits_a_screen(size: int, width: int) -> None:
    lines = printed(chains(size), width)
    assert len(lines) <= SCREENFUL
    assert max(map(cell_len, lines)) <= width
    left = " ".join(lines[-3:])
    assert "Left out: " in left
    assert "2 related claims" in left
    assert ("--limit 300" in left) == (size == 300)


@pytest.mark.parametrize(
    "name",
    ["Nordquay and Sund Harbour Gazette " * 8, "x" * 400, "東部日報社" * 60, "e\u0301👩‍🚒 " * 90, *PAYLOADS],
    ids=lambda name: ascii(name[:12]),
)
@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_a_screen_whatever_things_are_called(name: str, width: int) -> None:
    lines = printed(named(story(), name), width)
    assert len(lines) <= (SCREENFUL if width == 80 else SCREENFUL + 4)
    assert max(map(cell_len, lines)) <= width
    assert not STEERING.search("\n".join(lines))


def test_each_origin_once_by_its_latest_article_and_denials_last() -> None:
    found = story()
    shown = foremost(found, 50)[: len(found.origins)]
    origins = [origin for chain in shown if (origin := origin_of(chain, found))]
    assert sorted(one.node for one in origins) == sorted(one.node for one in found.origins)
    asserted = [one.assertion is Assertion.ASSERTS for one in origins]
    assert asserted == sorted(asserted, reverse=True)
    for chain, origin in zip(shown, origins, strict=True):
        dates = [one.steps[0].date for one in found.chains if origin_of(one, found) == origin]
        assert chain.steps[0].date == max(dates)


def test_a_denial_is_among_the_few() -> None:
    found = story()
    assert sum(one.assertion is Assertion.ASSERTS for one in found.origins) > 3
    assert [one.steps[-1].assertion for one in foremost(found, 3)][-1] is Assertion.DENIES


def test_a_chain_bears_its_confidence_what_changed_and_who_denies_it() -> None:
    lines = printed(story(), 200)
    assert any(" · DENIED" in line for line in lines)
    assert all(line[:4].strip().endswith("%") for line in lines if " → " in line and line[:4].strip())
    changed = next(chain for chain in foremost(chains(300), 5) if len(drifts(chain, chains(300))) > 1)
    assert any("“could” → “will be closed”" in line for line in printed(chains(300), 120)), changed


def test_undecided_chains_are_shown_where_nothing_is_decided() -> None:
    found = story()
    doubted = [replace(one, steps=tuple(replace(step, undecided=True) for step in one.steps)) for one in found.chains]
    assert any("UNDECIDED" in line for line in printed(replace(found, chains=tuple(doubted), origins=()), 80))


def test_names_on_the_way_are_counted_and_the_ends_stay() -> None:
    names = ["two officials", "Halyard Wire", "Quay Post", "Sund Echo", "Tarn Star"]
    assert path(names, 80) == "two officials → Halyard Wire → Quay Post → Sund Echo → Tarn Star"
    assert path(names, 55) == "two officials → Halyard Wire → … 2 more … → Tarn Star"
    assert path(names, 40) == "two officials → … 3 more … → Tarn Star"
    for room in range(30, 70):
        assert columns(path(names, room)) <= room
    assert columns(path(["東部日報" * 9, "👩‍🚒" * 30], 40)) <= 40


def test_words_are_cut_between_words_and_by_columns() -> None:
    assert fitted("Harbour Ledger", 14) == "Harbour Ledger"
    assert fitted("the Harbour Ledger of Sund", 20) == "the Harbour Ledger…"
    assert columns(fitted("港の橋は冬までに閉鎖される", 11)) <= 11
