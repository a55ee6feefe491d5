"""What listings and traces print on terminals of any width and kind, and in a pipe."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from typing import TYPE_CHECKING

import pytest
from command import CLAIM, PROVENANCE
from rich.cells import cell_len

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {
    "trace": ["trace", CLAIM],
    "short": ["trace", CLAIM, "--short"],
    "origin": ["origin", CLAIM],
    "find": ["find", "ships to the island will stop"],
    "check": ["check"],
    "compare": ["compare", "westhaven-gazette", "newsfold"],
    "articles": ["articles"],
    "sources": ["sources"],
    "claims": ["claims"],
}
WIDTHS = (60, 80, 120, 200)
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
ADDRESS = re.compile(r"https://\S+")
OURS = r"38;(5;\d+|2;\d+;\d+;\d+)"
"""A colour that no theme changes."""


def on_a_terminal(arguments: list[str], store: Path, width: int, **environment: str) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    known |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PROVENANCE_STORE": str(store)} | environment
    with subprocess.Popen([*PROVENANCE, *arguments], env=known, stdout=theirs, stderr=subprocess.PIPE) as command:
        os.close(theirs)
        out = b"".join(iter(lambda: _read(ours), b"")).decode()
        command.communicate()
    os.close(ours)
    assert command.returncode == 0
    return out.replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Linux says that the other end is closed by an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("command", "width"),
    [*((command, 60) for command in COMMANDS), *(("short", width) for width in WIDTHS[1:]), ("articles", 80)],
)
def test_no_line_is_wider_than_the_terminal(command: str, width: int, store: Path) -> None:
    lines = ESCAPE.sub("", on_a_terminal(COMMANDS[command], store, width)).splitlines()
    assert lines
    assert [line for line in lines if cell_len(line) > width and not ADDRESS.search(line)] == []
    if command == "short":
        assert len(lines) <= 24


def test_colours_are_those_that_no_theme_changes(store: Path) -> None:
    codes = set(STYLE.findall(on_a_terminal(COMMANDS["trace"], store, 100)))
    coloured = {code for code in codes if re.search(r"(^|;)[34][0-9]", code)}
    assert coloured
    assert all(re.search(OURS, code) for code in coloured)


@pytest.mark.parametrize("given", [{"NO_COLOR": "1"}, {"TERM": "xterm"}], ids=["NO_COLOR", "16 colours"])
def test_bold_and_dim_do_without_colour(given: dict[str, str], store: Path) -> None:
    codes = {
        part
        for code in STYLE.findall(on_a_terminal(COMMANDS["trace"], store, 100, **given))
        for part in code.split(";")
    }
    assert codes <= {"0", "1", "2", "3"}
    assert codes


def test_a_dumb_terminal_gets_plain_words_in_its_width(store: Path) -> None:
    for width in (60, 120):
        shown = on_a_terminal(COMMANDS["trace"], store, width, TERM="dumb")
        assert "\x1b" not in shown
        assert 0.8 * width < max(map(cell_len, shown.splitlines())) <= width


@pytest.mark.parametrize("command", ["short", "origin", "articles"])
def test_a_pipe_gets_plain_words_whatever_the_terminal_is(command: str, store: Path) -> None:
    shown = {_piped(COMMANDS[command], store, columns) for columns in ("40", "200")}
    assert len(shown) == 1
    [words] = shown
    assert "\x1b" not in words
    assert [line for line in words.splitlines() if line.endswith("…")] == []


def _piped(arguments: list[str], store: Path, columns: str) -> str:
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    known |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PROVENANCE_STORE": str(store), "COLUMNS": columns}
    return subprocess.run([*PROVENANCE, *arguments], env=known, capture_output=True, check=True).stdout.decode()


def test_short_is_for_people(store: Path) -> None:
    given = [*PROVENANCE, *COMMANDS["short"], "--format", "json", "--store", str(store)]
    refused = subprocess.run(given, capture_output=True, check=False, text=True)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "provenance: --short is for people: leave it out, or --format json\n"
