"""Two articles side by side, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.palette import ON_SCREEN
from provenance.trace.wording import one_line
from provenance.views.prose import quoted, styled
from provenance.views.prose.comparing import copied, difference, judged, page, summary, tellers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from provenance.trace.comparison import Comparison, Said, Shared
    from provenance.views.prose import Part

    Lines = Iterator[list[Part]]


def comparison(found: Comparison) -> Text:
    """Nothing is said of what does not apply."""
    lines: list[list[Part]] = [[(page(one), "bold")] for one in (found.left, found.right)]
    lines += [[(line, "")] for line in (*(copied(one, found) for one in found.copies), summary(found))]
    for one in found.shared:
        lines += [[], *_shared(one, found)]
    for key, only in ((found.left.key, found.left_only), (found.right.key, found.right_only)):
        if only:
            lines += [[], [(f"Only in {one_line(key)}", "bold")], *map(_only, only)]
    if found.quotations:
        lines += [[], [("Shared quotations", "bold")], *([(f"  {judged(one)}", "")] for one in found.quotations)]
    return styled(*lines)


def _shared(one: Shared, found: Comparison) -> Lines:
    yield from _told(found.left.key, one.left)
    yield from _told(found.right.key, one.right)
    earlier, later = found.left.key, found.right.key
    if found.earlier != earlier:
        earlier, later = later, earlier
    for change in one.changes:
        words = f"“{one_line(change.before)}” in {one_line(earlier)}, “{one_line(change.after)}” in {one_line(later)}"
        yield [(f"  {change.kind.value.capitalize()}: {words}", ON_SCREEN["change"])]
    for each in one.differences:
        yield [(f"  {difference(each, found)}", ON_SCREEN["change"])]


def _told(key: str, said: Said) -> Lines:
    yield [(f"{one_line(key)}: {quoted(one_line(said.text), said.content)}", "")]
    yield [(f"  ← {tellers(said)}", "dim")]


def _only(said: Said) -> list[Part]:
    return [(f"  {quoted(one_line(said.text), said.content)} ← {tellers(said)}", "")]
