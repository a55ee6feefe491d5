"""Paragraphs dropped that no chain of what stays needs; lines of credit dropped or moved to the other end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Kind, Span
from training.data.variants.moved import Layout, Piece, laid, moved

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from training.data.examples import Example, GoldHop, GoldStatement

PARAGRAPH = re.compile(r"[^\n]+(?:\n+|$)")
CREDIT = re.compile(
    r"\W*(?:by|from|reporting by|(?:additional |further )?(?:reporting|writing|editing|translation) (?:by|from)|source:"
    r"|with (?:reporting|files) (?:by|from))\s+\W?[A-Z][^\n]{0,120}\n*",
    re.IGNORECASE,
)
SHARE = 0.2
"""Of the paragraphs that may go, those that do."""
UNNAMED = frozenset({Kind.ANONYMOUS, Kind.UNSPECIFIED})


def with_dropped(example: Example, chance: random.Random) -> Example:
    """Without some paragraphs, and without the statements that stood in them; one statement at least stays."""
    blocks = blocks_of(example.article.text)
    gone = {block for block in blocks[1:] if chance.random() < SHARE}
    while gone and (needed := {block for block in gone if _is_needed(block, gone, example)}):
        gone -= needed
    kept = [one for one in example.statements if not _stands_in(one, gone)]
    if not gone or not kept:
        return example
    return moved(example, _laid(example.article.text, (block for block in blocks if block not in gone)), kept)


def with_credits_moved(example: Example, chance: random.Random) -> Example:
    """A line at either end that credits somebody: at the other end, or gone where no statement needs it."""
    text = example.article.text
    blocks = blocks_of(text)
    places = [
        place for place in (0, len(blocks) - 1) if len(blocks) > 2 and CREDIT.fullmatch(text[slice(*blocks[place])])
    ]
    if not places:
        return example
    line = blocks[places[0]]
    rest = [block for block in blocks if block != line]
    free = not any(_meet(line, spans) for spans in _all_spans(example))
    order = rest if free and chance.random() < 0.5 else [*rest, line] if places[0] == 0 else [line, *rest]
    return moved(example, _laid(text, order), example.statements)


def _laid(text: str, order: Iterable[Span]) -> Layout:
    """Paragraphs parted as most of the old ones are, the last by nothing."""
    blocks = [Span(start, start + len(text[start:end].rstrip("\n"))) for start, end in order]
    gap = "\n\n" if "\n\n" in text else "\n"
    return laid(_parted(text, blocks, gap))


def _parted(text: str, blocks: Sequence[Span], gap: str) -> Iterator[Piece]:
    for number, block in enumerate(blocks):
        if number:
            yield Piece(Span(0, 0), gap)
        yield Piece(block, text[slice(*block)])


def blocks_of(text: str) -> list[Span]:
    return [Span(*found.span()) for found in PARAGRAPH.finditer(text)]


def _is_needed(block: Span, gone: set[Span], example: Example) -> bool:
    """Whether a statement that stays has words in `block`, or is by somebody whom it alone may tell."""
    text = example.article.text
    staying = [one for one in example.statements if not _stands_in(one, gone)]
    if any(_meet(block, _spans(one)) for one in staying):
        return True
    hops = (*example.derivations, *(hop for one in staying for hop in one.chain))
    return any(_tells(text[slice(*block)], hop, text) for hop in hops)


def _tells(words: str, hop: GoldHop, text: str) -> bool:
    """Whether `words` name a source whose own mention does not."""
    if hop.kind in UNNAMED:
        return False
    *_, last = hop.name.split()
    own = text[slice(*hop.mention)] if hop.mention else ""
    return last not in own and last in words


def _stands_in(one: GoldStatement, gone: set[Span]) -> bool:
    """Whether all of a statement but its chain stands in dropped paragraphs."""
    return all(any(block.start <= span.start and span.end <= block.end for block in gone) for span in _own(one))


def _own(one: GoldStatement) -> list[Span]:
    return [*one.content, *one.cue, *one.source]


def _spans(one: GoldStatement) -> list[Span]:
    return [*_own(one), *(hop.mention for hop in one.chain if hop.mention)]


def _all_spans(example: Example) -> Iterator[list[Span]]:
    yield [hop.mention for hop in example.derivations if hop.mention]
    yield from map(_spans, example.statements)


def _meet(block: Span, spans: Iterable[Span]) -> bool:
    return any(block.start < span.end and span.start < block.end for span in spans)
