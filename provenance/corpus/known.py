"""What was known by a date: the articles that were out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.trace.timing import last_day

if TYPE_CHECKING:
    from provenance.model import Article

_REDUCED = re.compile(r"\d{4}(-\d{2})?")
"""A year, or a year and month."""


def day_asked(text: str) -> str:
    """`text` as an ISO 8601 date, or only its year and month, or its year. Raises UsageError where it is none."""
    whole = f"{text}-01-01"[:10] if _REDUCED.fullmatch(text) else text
    try:
        date.fromisoformat(whole)
    except ValueError:
        whole = ""
    if len(whole) != 10 or whole[4] != "-":
        raise UsageError(f"'{text}' is no date: give a day such as 2025-03-11, a month (2025-03) or a year")
    return text


def is_known(article: Article, as_of: str) -> bool:
    """Whether `article` was out by the end of `as_of`; by no date, all is.

    One whose month or year alone is known was out by the end of that, one without a date is not known to have been.
    """
    return not as_of or (bool(article.published) and last_day(article.published or "") <= last_day(as_of))
