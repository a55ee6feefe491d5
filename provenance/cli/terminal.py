"""The terminal, as rich sees it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNLIMITED = 100_000
"""Columns of a pipe: nothing is wrapped there."""


def console() -> Console:
    """Standard output: as wide as the terminal; plain and unwrapped in a pipe."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else UNLIMITED, highlight=False)
