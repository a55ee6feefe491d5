"""When a decision is taken: the later of two stands, so no clock may put it before those that are there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.rdf.store import Store

TICK = timedelta(microseconds=1)


def moment(store: Store) -> datetime:
    """Now, in UTC; right after the latest decision or undoing where the clock has gone back since."""
    taken = [time for one in store.decisions() for time in (one.at, one.undone and one.undone.at) if time]
    return max([datetime.now(UTC), *(time + TICK for time in taken)])
