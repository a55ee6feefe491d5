"""Progress: a line now and then where there is no terminal, with the pace and how long is left."""

from __future__ import annotations

import io
import sys

import pytest

from provenance.cli import progress


@pytest.mark.parametrize(
    ("speed", "left", "told"),
    [
        (12.44, None, "12.4/s"),
        (0.0, 10, "0.0/s"),
        (2.0, 100, "2.0/s, 50 s left"),
        (2.0, 1200, "2.0/s, 10 min left"),
        (2.0, 28_800, "2.0/s, 4.0 h left"),
        (2.0, -3, "2.0/s, 0 s left"),
    ],
)
def test_pace(speed: float, left: float | None, told: str) -> None:
    assert progress.pace(speed, left) == told


def test_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter(range(0, 1000, 20))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(seconds)))
    assert list(progress.counted(range(7), "read", 10)) == list(range(7))
    assert capsys.readouterr().err == (
        "provenance: 3 read, 0.1/s, 140 s left\nprovenance: 6 read, 0.1/s, 80 s left\n".replace("140 s", "2 min")
    )


@pytest.mark.parametrize("total", [None, 3])
def test_a_terminal_shows_it_as_it_goes(total: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.counted(iter("abc"), "read", total)) == ["a", "b", "c"]
    assert "read" in sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "/s" in sys.stderr.getvalue()  # type: ignore[attr-defined]
