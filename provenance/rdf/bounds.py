"""What a query may take: a cross product would never end."""

from __future__ import annotations

from typing import NamedTuple

from provenance.errors import UsageError

TIMEOUT = 30.0
"""Seconds, unless another time is asked for."""
LIMIT = 100_000
"""Rows, or triples, unless more are asked for."""
LONGEST = 86_400
"""Seconds."""


class Bounds(NamedTuple):
    """`timeout` is in seconds, from the question to the last row; `limit` is the most rows, or triples."""

    timeout: float = TIMEOUT
    limit: int = LIMIT

    def check(self) -> None:
        """Raise UsageError for bounds that are none."""
        if not 0 < self.timeout <= LONGEST:
            raise UsageError(f"a query's time limit is above 0 and at most {LONGEST} seconds, not {self.timeout:g}")
        if self.limit < 1:
            raise UsageError(f"a query's limit is 1 row or more, not {self.limit}")
