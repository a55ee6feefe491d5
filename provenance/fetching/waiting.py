"""When a host may be asked again: after a pause, and after what it asks for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import TYPE_CHECKING

from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 1.0
"""Seconds between the end of an answer and the next question to that host."""
LONGEST = 60.0
"""Seconds that are waited at the most: for whoever asks for more, another day is better."""


@dataclass(slots=True)
class Turns:
    """One question at a time for each host; `rest` waits for so many seconds."""

    rest: Callable[[float], None] = sleep
    now: Callable[[], float] = monotonic
    _free: dict[str, float] = field(default_factory=dict)

    def take(self, host: str) -> None:
        """Wait until `host` may be asked."""
        waiting = self._free.get(host, 0.0) - self.now()
        if waiting > 0:
            self.rest(waiting)

    def give(self, host: str, pause: float) -> None:
        """Not to be asked again for `pause` seconds."""
        self._free[host] = self.now() + pause


def pause(delay: float | None) -> float:
    """Seconds between questions where robots.txt asks for `delay`. Raises InputError where that is too long."""
    if delay is not None and delay > LONGEST:
        raise InputError(f"robots.txt asks for {delay:,.0f} s between pages, longer than is waited: save the page")
    return max(delay or 0.0, PAUSE)


def retry(header: str, attempt: int) -> float:
    """Seconds until the next attempt, by Retry-After (RFC 9110, 10.2.3) or else twice as long each time.

    Raises InputError where the server asks for longer than LONGEST.
    """
    asked = retry_after(header)
    if asked is None:
        return PAUSE * (1 << attempt)
    if asked > LONGEST:
        raise InputError(f"the server asks to be left alone for {asked:,.0f} s: try again then")
    return max(asked, PAUSE)


def retry_after(header: str) -> float | None:
    """Seconds, from a number of them or an HTTP date; None for anything else."""
    value = header.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:12])
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    left: timedelta = (until if until.tzinfo else until.replace(tzinfo=UTC)) - datetime.now(UTC)
    return max(left.total_seconds(), 0.0)
