"""Steps for other processes, which find them here by name."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from provenance.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def told(value: object, seconds: float = 0.0) -> object:
    """`value`, after a while."""
    time.sleep(seconds)
    return value


def process() -> int:
    return os.getpid()


def refused() -> None:
    raise InputError("no article: give another")


def lost() -> None:
    raise OSError("no such thing")


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_once(mark: Path) -> str:
    """The first time, it does not return; `mark` is a file that says that it was here."""
    if not mark.exists():
        mark.touch()
        killed()
    return "done"


def hung(marks: Path) -> None:
    """It does not return; `marks` is a folder where each try leaves a file."""
    (marks / str(os.getpid())).touch()
    while True:
        time.sleep(60)


def environment(name: str) -> str | None:
    return os.environ.get(name)
