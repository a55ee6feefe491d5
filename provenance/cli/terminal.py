"""What standard output is: a terminal of some width, or a pipe."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNLIMITED = 100_000
"""Columns of a pipe."""


def console() -> Console:
    """Standard output: as wide as the terminal, in colour; in a pipe plain and unwrapped.

    Where there are only the 16 colours that every theme makes its own, bold and dim do without.
    """
    from rich.console import Console

    size = get_terminal_size()
    width = size.columns if sys.stdout.isatty() else UNLIMITED
    screen = Console(width=width, height=size.lines, highlight=False)
    screen.no_color = screen.no_color or screen.color_system == "standard"
    return screen
