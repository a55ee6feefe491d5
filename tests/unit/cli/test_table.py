"""Tables line up whatever is in them, on a terminal of any width and in a pipe."""

from __future__ import annotations

import sys
from io import StringIO

import pytest
from rich.cells import cell_len

from provenance.cli.table import print_table

COLUMNS = ("key", "title", "count", "unread")
ROWS = [
    ("plain", "The bridge will be shut before the winter, and nobody says why it must be", "3", ""),
    ("wide", "港の橋は冬までに閉鎖される", "12", ""),
    ("joined", "Bridge 👩‍🚒 shut, naïveté e\u0301", "7", ""),
]
ADDRESS = "https://w3id.org/provenance-tracker/id/claim/0123456789abcdef0123"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(
    width: int, rows: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, columns: tuple = COLUMNS
) -> list[str]:
    screen = Terminal()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stdout", screen)
    print_table(columns, rows)
    return screen.getvalue().splitlines()


def test_columns_of_a_pipe_line_up(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, ROWS)
    heading, *lines = capsys.readouterr().out.splitlines()
    at = heading.index("count")
    for line, row in zip(lines, ROWS, strict=True):
        before = line[: line.rindex(row[2])]
        assert cell_len(before) == at
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_terminal(width, ROWS, monkeypatch)
    assert max(map(cell_len, lines)) <= width
    assert "unread" not in " ".join(lines)
    for word in " ".join(" ".join(row) for row in ROWS).split():
        assert word in " ".join(lines)


def test_an_address_is_never_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_terminal(50, [("x", "a title", ADDRESS)], monkeypatch, ("key", "title", "claim"))
    assert [line for line in lines if ADDRESS in line]
