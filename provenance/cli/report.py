"""What came of many documents, as a few lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from provenance.cli.listing import printable
from provenance.readers.outcome import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.library import Ingested

FEW = 10
"""As many that are skipped can be told one by one, and are."""
KINDS = 20
"""Reasons that are told."""
MOST = 1000
"""Reasons that are told apart."""
OTHER = "other reasons"
_PARTICULAR = re.compile(r"""\d[\d,.]*|"[^"]*"|'[^']*'|0x\w+|U\+\w+""")


class Report:
    """Counts as it goes: what it keeps does not grow with the number of documents."""

    def __init__(self) -> None:
        self._outcomes: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._first: dict[str, Skipped] = {}
        self._statements = self._dropped = self._unread = 0

    def skipped(self, item: Skipped) -> None:
        kind = _PARTICULAR.sub("…", item.reason)
        if kind not in self._reasons and len(self._reasons) >= MOST:
            kind = OTHER
        self._reasons[kind] += 1
        self._first.setdefault(kind, item if kind != OTHER else Skipped(item.input, OTHER))

    def ingested(self, item: Ingested) -> None:
        self._outcomes[item.outcome] += 1
        self._changed.update(item.changed)
        self._statements += item.statements
        self._dropped += len(item.dropped)
        self._unread += bool(item.unread)

    @property
    def has_skipped(self) -> bool:
        return bool(self._reasons)

    def lines(self) -> Iterator[str]:
        """Such as: 10 articles (9 added, 1 unchanged), 83 statements (1 left out); 1 not read; 2 skipped."""
        from provenance.views.prose.phrases import count

        each = ", ".join(f"{number} {outcome}" for outcome, number in self._outcomes.items())
        read = f"{count(self._outcomes.total(), 'article')}{f' ({each})' if each else ''}"
        read += f", {count(self._statements, 'statement')}"
        read += f" ({self._dropped} left out)" if self._dropped else ""
        read += f"; {self._unread} not read" if self._unread else ""
        skipped = self._reasons.total()
        yield f"{read}; {skipped} skipped" if skipped else read
        if self._changed:
            yield f"{self._outcomes['updated']} updated: {self._fields()}"
        if skipped > FEW:
            yield from self._why()

    def _fields(self) -> str:
        if len(self._changed) == 1:
            return next(iter(self._changed))
        return ", ".join(f"{field} ({number})" for field, number in self._changed.most_common())

    def _why(self) -> Iterator[str]:
        """Reasons that differ only in a number or in what they quote are one."""
        yield "skipped, by reason:"
        for kind, number in self._reasons.most_common(KINDS):
            first = self._first[kind]
            such = "" if number == 1 else "such as "
            yield f"  {number:,} × {printable(first.reason)} ({such}{printable(first.input)})"
        if (more := len(self._reasons) - KINDS) > 0:
            yield f"  and {more} more reasons"
