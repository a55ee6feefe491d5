"""Progress on standard error: how many, how fast, how long to go; on a terminal as it goes, else now and then."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Task
    from rich.text import Text

Item = TypeVar("Item")

EVERY = 60.0
"""Seconds between two lines, where there is no terminal."""


def counted(items: Iterable[Item], unit: str, total: int | None = None) -> Iterator[Item]:
    """Pass `items` on, of which there are `total` where that is known, and count them meanwhile."""
    return _shown(items, unit, total) if sys.stderr.isatty() else _told(items, unit, total)


def _shown(items: Iterable[Item], unit: str, total: int | None) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Pace(ProgressColumn):
        """Such as: 12.4/s, 3 min left."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed or 0.0
            return Text(pace(speed, None if task.total is None else task.total - task.completed))

    columns = [SpinnerColumn(), TextColumn("{task.completed:,} " + unit), TimeElapsedColumn(), Pace()]
    if total is not None:
        columns.insert(1, BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total)


def _told(items: Iterable[Item], unit: str, total: int | None) -> Iterator[Item]:
    number = before = 0
    last = monotonic()
    for number, item in enumerate(items, 1):
        yield item
        if (now := monotonic()) - last >= EVERY:
            told = pace((number - before) / (now - last), None if total is None else total - number)
            typer.echo(f"provenance: {number:,} {unit}, {told}", err=True)
            last, before = now, number


def pace(speed: float, left: float | None) -> str:
    """`speed` in a second, and how long the `left` take by it: "12.4/s, 3 min left"."""
    said = f"{speed:.1f}/s"
    if left is None or not speed:
        return said
    seconds = max(left, 0) / speed
    if seconds < 100:
        return f"{said}, {seconds:.0f} s left"
    return f"{said}, {seconds / 60:.0f} min left" if seconds < 6000 else f"{said}, {seconds / 3600:.1f} h left"
