"""A box as lines of text, for languages that letter their boxes themselves."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from provenance.views.diagram.model import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.views.diagram.model import Box

LINE = 30
"""Characters on a line."""


def name(box: Box) -> tuple[str, ...]:
    return tuple(wrap(box.name, LINE))


def lines(box: Box) -> Iterator[str]:
    """What stands under the name: whether it is the origin or a bottleneck, the date, the notes, the wordings."""
    if box.is_origin:
        yield "ORIGIN"
    if box.is_bottleneck:
        yield "BOTTLENECK"
    if box.date or box.shape is Shape.ARTICLE:
        yield box.date or "undated"
    for note in box.notes:
        yield from wrap(note, LINE)
    for wording in box.wordings:
        yield from wrap(f"“{wording}”", LINE)
