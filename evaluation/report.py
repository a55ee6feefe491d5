"""Figures as a table for people, and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import DRAWS, intervals
from evaluation.measures import Agreement, total
from evaluation.splits import SETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evaluation.measures import Measure
    from evaluation.run import Scored

WIDTH = 30


def lines(scored: Sequence[Scored]) -> Iterator[str]:
    """A table for each task: a figure a row, a set as an extractor read it a column."""
    yield f"In per cent; F1 where precision and recall are beside it. [95 % of {DRAWS} draws of articles, or of events]"
    for name in dict.fromkeys(one.set for one in scored):
        yield f"{name}: {SETS[name].view or 'nothing was chosen or fitted with it in view'}; {_may_shape(name)}"
    for task in dict.fromkeys(one.task for one in scored):
        of = [one for one in scored if one.task == task]
        yield ""
        yield from _table(task, of)


def record(scored: Iterable[Scored]) -> list[dict[str, Any]]:
    """One object for each set, task and extractor; shares in per cent, to one place."""
    return [
        {
            "set": one.set,
            "in_view": SETS[one.set].view,
            "may_shape": sorted(SETS[one.set].open_to),
            "task": one.task,
            "extractor": one.extractor or None,
            "parts": len(one.parts),
            "figures": _figures(one),
        }
        for one in scored
    ]


def _figures(one: Scored) -> dict[str, dict[str, Any]]:
    ranges = intervals(one.parts)
    return {
        name: _values(measure) | {"interval": [_per_cent(end) for end in ranges[name]]}
        for name, measure in total(one.parts).items()
    }


def _values(measure: Measure) -> dict[str, float]:
    if isinstance(measure, Agreement):
        p, r = measure.precision, measure.recall
        sizes = {"predicted": p.whole, "gold": r.whole}
        return {"P": _per_cent(p.value), "R": _per_cent(r.value), "F1": _per_cent(measure.value), **sizes}
    return {"share": _per_cent(measure.value), "of": measure.whole}


def _per_cent(value: float) -> float:
    return round(100 * value, 1)


def _may_shape(name: str) -> str:
    purposes = SETS[name].open_to
    return f"may shape {', '.join(sorted(purposes))}" if purposes else "may shape nothing"


def _table(task: str, of: Sequence[Scored]) -> Iterator[str]:
    columns = [_figures(one) for one in of]
    yield f"{task:{WIDTH}}" + "".join(f"{_heading(one):{WIDTH}}" for one in of)
    for name in dict.fromkeys(name for column in columns for name in column):
        yield f"{name:{WIDTH}}" + "".join(f"{_cell(column.get(name)):{WIDTH}}" for column in columns)


def _heading(one: Scored) -> str:
    return f"{one.set} {one.extractor}".strip()


def _cell(figure: dict[str, Any] | None) -> str:
    if figure is None:
        return ""
    low, high = figure["interval"]
    if "F1" in figure:
        return f"{figure['F1']} [{low}–{high}] {figure['P']}/{figure['R']}"
    return f"{figure['share']} [{low}–{high}] of {figure['of']:g}"
