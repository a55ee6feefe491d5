"""What pages show of the program: each command with what it prints on a terminal, written anew by `make docs`."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import termios
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from command import PROVENANCE, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONSOLE = re.compile(r"^```console\n(\$ .*\n)((?:(?!```).*\n)*)```$", re.MULTILINE)
WIDTH = 100
DAY = "2026-11-28"
"""The day that pages give to what people decide."""
DECISION = re.compile(r"/id/decision/[0-9a-f]{20}")
"""Of what was decided, by whom, and when: another each time."""


def blocks(page: Path) -> list[tuple[str, str]]:
    """The commands of a page with what it says that each prints."""
    return [(command.removeprefix("$ ").strip(), output) for command, output in CONSOLE.findall(page.read_text("utf8"))]


def rewritten(page: Path, workplace: Path) -> str:
    """The page with what its commands print there now, one after the other."""
    return CONSOLE.sub(
        lambda block: f"```console\n{block[1]}{printed(block[1].removeprefix('$ ').strip(), workplace)}```",
        page.read_text("utf8"),
    )


def printed(command: str, workplace: Path) -> str:
    """What `command` prints on a terminal of WIDTH columns, its colours left out."""
    commands = demo() if command == "make demo" else [command]
    lines = "".join(_said(shlex.split(one), workplace) for one in commands).splitlines()
    return "".join(f"{_ever(line.rstrip())}\n" for line in lines)


def _said(words: list[str], workplace: Path) -> str:
    return f"{' '.join(words[1:])}\n" if words[0] == "echo" else on_a_terminal(words[1:], workplace)


def _ever(line: str) -> str:
    return DECISION.sub("/id/decision/…", line).replace(datetime.now(UTC).date().isoformat(), DAY)


def on_a_terminal(arguments: list[str], workplace: Path) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8"}
    environment["PYTHONPATH"] = os.environ.get("PYTHONPATH", "")
    with subprocess.Popen(
        [*PROVENANCE, *arguments], cwd=workplace, env=environment, stdout=theirs, stderr=subprocess.PIPE, text=True
    ) as command:
        os.close(theirs)
        out = b"".join(iter(lambda: _read(ours), b"")).decode()
        _, err = command.communicate()
    os.close(ours)
    assert command.returncode == 0, f"{shlex.join(arguments)}: {err}"
    return err + re.sub(r"\x1b\[[0-9;]*m", "", out)


def _read(terminal: int) -> bytes:
    """Linux says that the other end is closed by an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def demo() -> Iterator[str]:
    """The commands of `make demo`, with the store where other commands look for it."""
    target = re.search(r"^demo:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf8"), re.MULTILINE)
    assert target
    for line in target[1].splitlines():
        if "rm -rf" not in line:
            yield line.strip().lstrip("@").replace("$(BIN)/", "").replace(" --store .venv/demo-store", "")
