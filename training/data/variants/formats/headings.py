"""The article as it is, with headings or times between its paragraphs, nowhere inside words of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Span
from training.data.variants.formats.kept import own
from training.data.variants.formats.said import finished
from training.data.variants.formats.sheet import Sheet
from training.data.variants.formats.stock import about, shuffled
from training.data.variants.paragraphs import blocks_of

if TYPE_CHECKING:
    import random

    from training.data.examples import Example

FEWEST = 4
"""Paragraphs of an article that has headings."""
HEADED = 0.2
"""Of the paragraphs, those under a heading of their own."""
STAMPED = 0.7
DAY = 24 * 60


def headed(example: Example, chance: random.Random) -> Example | None:
    """With headings; None where there is no place for one."""
    under = _drawn(_free(example)[1:], HEADED, chance)
    if not under:
        return None
    frame = chance.choice(("{}", "{}", "{}", "**{}**", "## {}"))
    general, topical = shuffled("headings", chance), shuffled("topical", chance)
    text = example.article.text
    lines = {block: frame.format(about(text[slice(*block)], general, topical, chance)) for block in under}
    return _with(lines, example)


def stamped(example: Example, chance: random.Random) -> Example | None:
    """As a live blog, each item with its time; None where there is no place for one."""
    under = _drawn(_free(example), STAMPED, chance)
    if not under:
        return None
    form = chance.choice(
        ("{:02}.{:02}", "{:02}:{:02}", "{}.{:02}", "{:02}:{:02} GMT", "{:02}.{:02} – ", "{:02}:{:02} | ")
    )
    times = sorted(chance.sample(range(6 * 60, DAY), len(under)), reverse=chance.random() < 0.5)
    return _with({block: form.format(*divmod(time, 60)) for block, time in zip(under, times, strict=True)}, example)


def _free(example: Example) -> list[Span]:
    """The paragraphs that no words of a statement run into from the one before."""
    blocks = blocks_of(example.article.text)
    spans = [span for one in example.statements for span in own(one)]
    free = [block for block in blocks if not any(span.start < block.start < span.end for span in spans)]
    return free if len(blocks) >= FEWEST else []


def _drawn(blocks: list[Span], share: float, chance: random.Random) -> list[Span]:
    """One at least, where there is one."""
    return [block for block in blocks if chance.random() < share] or blocks[:1]


def _with(lines: dict[Span, str], example: Example) -> Example:
    """With `lines` above their paragraphs; one that ends with room stands in its paragraph."""
    sheet = Sheet(example.article.text)
    for block in blocks_of(example.article.text):
        if line := lines.get(block):
            sheet.part()
            sheet.write(line)
        if not line or not line.endswith(" "):
            sheet.part()
        sheet.copy(Span(block.start, block.start + len(sheet.old[slice(*block)].rstrip("\n"))))
    return finished(example, sheet, example.statements, ())
