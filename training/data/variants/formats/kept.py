"""What of an article stays as it is above what is laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.data.variants.paragraphs import blocks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Span
    from training.data.examples import Example, GoldStatement


def beginnings(example: Example, most: int) -> list[list[Span]]:
    """All runs of up to `most` paragraphs from the top that have whatever their statements need, the shortest first."""
    above = blocks_of(example.article.text)
    runs = (above[:count] for count in range(1, min(most, len(above) - 1) + 1))
    return [run for run in runs if all(_is_within(one, run[-1].end) for one in standing_in(example, run))]


def standing_in(example: Example, beginning: Sequence[Span]) -> list[GoldStatement]:
    """The statements that have words of their own there."""
    end = beginning[-1].end if beginning else 0
    return [one for one in example.statements if any(span.start < end for span in own(one))]


def own(one: GoldStatement) -> tuple[Span, ...]:
    """A statement's spans but those of its chain."""
    return (*one.content, *one.cue, *one.source)


def _is_within(one: GoldStatement, end: int) -> bool:
    mentions = (hop.mention for hop in one.chain if hop.mention)
    return all(span.end <= end for span in (*own(one), *mentions))
