"""Into how many parts a step is divided: enough that none is large and all cores are busy, no more than pays."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark import RDD

EACH = 2
"""Parts for each core, where all cost about the same."""
ARTICLES = 2000
"""The most articles of one part, about."""
UNEVEN = 8
"""Parts for each core, where one may cost much more than another: no core is waited for long."""


def even(step: RDD[Any], articles: int) -> int:
    return max(EACH * cores(step), ceil(articles / ARTICLES))


def uneven(step: RDD[Any]) -> int:
    """At least as many as there are."""
    parts: int = step.getNumPartitions()
    return max(UNEVEN * cores(step), parts)


def cores(step: RDD[Any]) -> int:
    return int(step.context.defaultParallelism)
