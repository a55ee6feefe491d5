"""Tables for people: whole in a pipe, wrapped on a terminal, one field a line where a terminal is too narrow."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from provenance.cli.terminal import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

Row = tuple[str, ...]

GAP = 2
"""Spaces between columns."""
TEXT = (24, 12)
"""What running text may be narrowed down to, in columns of the screen; the first that fits. No word is broken."""


def print_table(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Nothing where there are no rows."""
    if not rows:
        return
    if not sys.stdout.isatty():
        _print_whole([tuple(columns), *rows])
        return
    screen = console()
    columns, rows = _known(columns, rows)
    if widths := _widths([tuple(columns), *rows], screen.width):
        _print_wrapped(screen, columns, rows, *widths)
    else:
        _print_fields(screen, columns, rows)


def _known(columns: Sequence[str], rows: Sequence[Row]) -> tuple[Sequence[str], Sequence[Row]]:
    """Without the columns of which no row knows anything."""
    kept = [number for number in range(len(columns)) if any(row[number] for row in rows)]
    return [columns[number] for number in kept], [tuple(row[number] for number in kept) for row in rows]


def _print_whole(rows: Sequence[Row]) -> None:
    """Without most of rich, which takes longer to import than a pipe should wait."""
    widths = [max(map(_wide, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write((" " * GAP).join(padded).rstrip() + "\n")


def _wide(cell: str) -> int:
    """How many columns of the screen it takes."""
    from rich.cells import cell_len

    return len(cell) if cell.isascii() else cell_len(cell)


def _widths(rows: Sequence[Row], room: int) -> tuple[list[int], list[int]] | None:
    """How wide each column is, and how wide it would be; None where `room` is too small for the longest names."""
    from rich.cells import cell_len

    columns = list(zip(*rows, strict=True))
    whole = [max(map(cell_len, column)) for column in columns]
    words = [max((cell_len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    for text in TEXT:
        least = [max(word, min(text, full)) for word, full in zip(words, whole, strict=True)]
        spare = room - sum(least) - GAP * (len(least) - 1)
        if spare >= 0:
            return _grown(least, whole, spare), whole
    return None


def _grown(least: Sequence[int], whole: Sequence[int], spare: int) -> list[int]:
    """`least` and a share of `spare`, each by what it lacks."""
    lacking = [full - width for width, full in zip(least, whole, strict=True)]
    share = min(1.0, spare / max(1, sum(lacking)))
    return [width + int(lack * share) for width, lack in zip(least, lacking, strict=True)]


def _print_wrapped(
    screen: Console, columns: Sequence[str], rows: Sequence[Row], widths: Sequence[int], whole: Sequence[int]
) -> None:
    from rich.table import Table
    from rich.text import Text

    parted = int(list(widths) != list(whole))
    table = Table(box=None, padding=(0, GAP, parted, 0), pad_edge=False)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    screen.print(table)


def _print_fields(screen: Console, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """One field a line, an empty line between rows; a field that is not known is left out.

    A word that no line holds, such as an address, stands by itself, for the terminal to break: so it is copied whole.
    """
    from rich.text import Text

    label = max(map(len, columns)) + GAP
    for number, row in enumerate(rows):
        if number:
            screen.print()
        for column, cell in zip(columns, row, strict=True):
            if not cell:
                continue
            name = Text(column.ljust(label), "bold")
            if max(map(_wide, cell.split())) > screen.width - label:
                screen.print(name, Text(cell), soft_wrap=True, sep="")
                continue
            for line in Text(cell).wrap(screen, screen.width - label):
                line.rstrip()
                screen.print(name + line)
                name = Text(" " * label)
