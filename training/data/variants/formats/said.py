"""Sayings written on a sheet, and the statements that they are there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.model import Span
from training.data.variants.formats.sayings import is_inside, trimmed
from training.data.variants.moved import moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from training.data.examples import Example, GoldHop, GoldStatement
    from training.data.variants.formats.sayings import Saying
    from training.data.variants.formats.sheet import Sheet
    from training.data.variants.moved import Layout

MARKS = re.compile(r"[“”\"]|''|``")
BREAK = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Said:
    """A saying with its words and whom it is `by` in the new text, its source if that stands right before it.

    `carriers` are still those of the old text.
    """

    saying: Saying
    content: Span
    by: GoldHop
    source: tuple[Span, ...] = ()
    carriers: tuple[GoldHop, ...] = ()


def written(sheet: Sheet, saying: Saying, stop: str = ".") -> Span:
    """Write its words with a capital and without quotation marks, then `stop`; where the words are is given."""
    start, end, before = -1, -1, None
    for part in saying.parts:
        mark = BREAK.search(sheet.old, before.end, part.start) if before else None
        if before:
            sheet.write(f"{mark[0]} " if mark else ", ")
        spans = _write(sheet, part, has_capital=before is None or mark is not None)
        start, end, before = (spans[0].start if start < 0 else start), spans[-1].end, part
    sheet.write(stop)
    return Span(start, end)


def finished(example: Example, sheet: Sheet, kept: Sequence[GoldStatement], said: Iterable[Said]) -> Example:
    """The example on the new text, with `kept` of the old statements, whose words were copied, and `said`."""
    layout = sheet.layout()
    made = moved(replace(example, derivations=()), layout, kept)
    new = [statement for one in said for statement in _statements(one, layout, example)]
    derived = tuple(
        _placed(hop, layout) if _has(layout, hop) else replace(hop, mention=None) for hop in example.derivations
    )
    return replace(made, statements=(*made.statements, *new), derivations=derived)


def _write(sheet: Sheet, part: Span, *, has_capital: bool) -> list[Span]:
    first = sheet.old[part.start]
    spans = []
    start = part.start
    if has_capital and first.islower():
        spans.append(sheet.exchange(Span(start, start + 1), first.upper()))
        start += 1
    for mark in MARKS.finditer(sheet.old, start, part.end):
        spans.append(sheet.copy(Span(start, mark.start())))
        start = mark.end()
    return [*spans, sheet.copy(Span(start, part.end))]


def _statements(one: Said, layout: Layout, example: Example) -> Iterator[GoldStatement]:
    """That of the saying, and those inside it."""
    carriers = tuple(hop for old in one.carriers if (hop := _nearest(old, layout, example)))
    chain = (*carriers, one.by)
    yield replace(one.saying.statement, content=(one.content,), cue=(), source=one.source, chain=chain)
    known: dict[str, GoldHop | None] = dict.fromkeys(hop.name for hop in one.saying.statement.chain)
    known |= {hop.name: hop for hop in chain}
    text, parts = example.article.text, one.saying.parts

    def placed(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(layout.at(trimmed(span, text)) for span in spans)

    def stays(hop: GoldHop) -> GoldHop | None:
        if hop.mention and is_inside(hop.mention, parts, text):
            return replace(hop, mention=placed((hop.mention,))[0])
        known_as = known[hop.name]
        return known_as and replace(known_as, relation=known_as.relation if hop.relation else None)

    for inner in one.saying.inner:
        content, cue, source = map(placed, (inner.content, inner.cue, inner.source))
        hops = tuple(hop for old in inner.chain if (hop := stays(old)))
        yield replace(inner, content=content, cue=cue, source=source, chain=hops)


def _nearest(hop: GoldHop, layout: Layout, example: Example) -> GoldHop | None:
    """The hop with its words, or with others of its name that stand; None where none do."""
    if not hop.mention or layout.has(hop.mention):
        return _placed(hop, layout)
    place = hop.mention.start
    every = (other.mention for one in example.statements for other in one.chain if other.name == hop.name)
    standing = [mention for mention in every if mention and layout.has(mention)]
    nearest = min(standing, key=lambda mention: abs(mention.start - place), default=None)
    return _placed(replace(hop, mention=nearest), layout) if nearest else None


def _has(layout: Layout, hop: GoldHop) -> bool:
    return hop.mention is not None and layout.has(hop.mention)


def _placed(hop: GoldHop, layout: Layout) -> GoldHop:
    return replace(hop, mention=layout.at(hop.mention) if hop.mention else None)
