"""Statements as letters to the editor: what somebody says as the body of one, the name below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Relation
from training.data.variants.formats.said import Said, finished, written
from training.data.variants.formats.sayings import sayings
from training.data.variants.formats.sheet import Sheet
from training.data.variants.formats.stock import stock

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from provenance.model import Span
    from training.data.examples import Example
    from training.data.variants.formats.sayings import Saying

LEAST = 2
"""Sentences of a letter."""
LETTERS = 4
ON_END = 0.6
"""How often a sentence follows on the same line."""


class Style(NamedTuple):
    """The salutation, what stands before the name, and what parts it from the place, which may be left out."""

    salutation: str
    dash: str
    gap: str
    has_place: bool = True


def signed(example: Example, chance: random.Random) -> Example | None:
    """Up to LETTERS, and nothing else of the article, whatever it was taken from; None where nobody says enough."""
    every = {name: said for name, said in sayings(example).items() if len(said) >= LEAST}
    if not every:
        return None
    names = chance.sample(sorted(every), min(len(every), LETTERS))
    sheet = Sheet(example.article.text)
    if chance.random() < 0.5:
        sheet.write(chance.choice(stock("letters")))
    style = Style(
        chance.choice(("", chance.choice(stock("salutations")))),
        chance.choice(("", "", "", "— ")),
        chance.choice((", ", ", ", "\n")),
        has_place=chance.random() < 0.9,
    )
    said = [one for name in names for one in _letter(sheet, every[name], style, chance)]
    bare = replace(example, derivations=(), article=replace(example.article, title=None, byline=None))
    return finished(bare, sheet, (), said)


def _letter(sheet: Sheet, said: list[Saying], style: Style, chance: random.Random) -> Iterator[Said]:
    if style.salutation:
        sheet.part()
        sheet.write(style.salutation)
    contents: list[Span] = []
    for saying in said:
        sheet.write(" ") if contents and chance.random() < ON_END else sheet.part()
        contents.append(written(sheet, saying))
    sheet.part()
    sheet.write(style.dash)
    by = replace(said[0].speaker, relation=Relation.WROTE, mention=sheet.write(said[0].speaker.name))
    if style.has_place:
        sheet.part() if style.gap == "\n" else sheet.write(style.gap)
        sheet.write(chance.choice(stock("places")))
    for saying, content in zip(said, contents, strict=True):
        yield Said(saying, content, by)
