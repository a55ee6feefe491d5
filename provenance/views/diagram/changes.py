"""Drift in a picture: what became of the wording, on the line where it happened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.trace.wording import one_line, shortened
from provenance.trace.wordings import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.trace.drift import Drift
    from provenance.views.diagram.model import Box, Line

OF_SOURCES = frozenset({ChangeKind.DROPPED, ChangeKind.UPGRADED})
LONGEST = 24
"""Characters of either wording."""


def changed(lines: Iterable[Line], boxes: Sequence[Box], drifts: Iterable[Drift]) -> Iterator[Line]:
    """`lines`, each with the drifts between the article at its head and the one, or the outlet, at its tail.

    A drift on a way that is not drawn is on no line.
    """
    keys, names = {box.node: box.key for box in boxes}, {box.node: box.name for box in boxes}
    found: dict[tuple[str, str], list[str]] = {}
    for drift in drifts:
        of = "source: " if drift.kind in OF_SOURCES else ""
        told = f"{of}{_cut(drift.before)} → {_cut(drift.after)}"
        for earlier in (drift.earlier.article, drift.earlier.publisher):
            found.setdefault((earlier, drift.later.article), []).append(told)
    for line in lines:
        earlier = keys[line.tail] or names[line.tail]
        yield replace(line, changes=tuple(dict.fromkeys(found.get((earlier, keys[line.head]), ()))))


def _cut(words: str) -> str:
    return shortened(one_line(words), LONGEST) or "—"
