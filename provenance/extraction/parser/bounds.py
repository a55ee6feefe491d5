"""Where no statement reaches: across a heading, into lines that are nobody's words or repeat others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.layout import Block
from provenance.encoder.tokens import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from numpy.typing import NDArray

    from provenance.encoder.tokens import Tokens
    from provenance.extraction.decode import Range, Tagged

NOBODY = frozenset({Block.LINK, Block.CREDIT})
BETWEEN = NOBODY | {Block.HEADING}


def bounded(statements: Iterable[Tagged], tokens: Tokens, pulled: Collection[int] = ()) -> Iterator[Tagged]:
    """`statements` without what lies in nobody's words, contents cut at what lies between paragraphs of others.

    `pulled` are paragraphs that repeat others.
    """
    is_pulled = np.isin(tokens.paragraph, list(pulled))
    is_nobody, is_between = (
        np.isin(tokens.blocks, [BLOCKS[one] for one in kinds]) | is_pulled for kinds in (NOBODY, BETWEEN)
    )
    for one in statements:
        at = one.cue.start if one.cue else one.contents[0].start
        contents = tuple(_cut(part, at, tokens.paragraph, is_between) for part in one.contents)
        kept = tuple(part for part in contents if not is_nobody[part.start])
        if kept:
            source = one.source if one.source and not is_nobody[one.source.start] else None
            yield replace(one, contents=kept, source=source)


def _cut(content: Range, cue: int, paragraph: NDArray[np.int64], is_between: NDArray[np.bool_]) -> Range:
    """The part of `content` that lies nearest to its cue, of those that headings leave."""
    is_one = paragraph[content.start] == paragraph[content.end - 1]
    free = content.start + np.flatnonzero(~is_between[content.start : content.end])
    if is_one or len(free) in {0, content.end - content.start}:
        return content
    runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
    nearest = min(runs, key=lambda run: max(run[0] - cue, cue - run[-1], 0))
    return replace(content, start=int(nearest[0]), end=int(nearest[-1]) + 1)
