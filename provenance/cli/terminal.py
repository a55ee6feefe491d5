"""What standard output is: a terminal of some width, or a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNLIMITED = 100_000
"""Columns of a pipe."""


def console() -> Console:
    """Standard output: as wide as the terminal, in colour; in a pipe plain and unwrapped."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else UNLIMITED, highlight=False)
