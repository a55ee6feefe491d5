"""Statements as the items of lists, each list under the name of who says what is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model import Relation
from training.data.variants.formats.kept import beginnings, standing_in
from training.data.variants.formats.said import Said, finished, written
from training.data.variants.formats.sayings import sayings
from training.data.variants.formats.sheet import Sheet
from training.data.variants.formats.stock import stock

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from training.data.examples import Example
    from training.data.variants.formats.sayings import Saying

LEAST, MOST = 2, 4
"""Items of a list; paragraphs above the first."""
LISTS = 3
ROLE = (
    r", (?:the |a |an )?((?!(?:who|which|where|and|but|as|when)\b)[a-z]+(?: [a-z]+){0,3}(?: of(?: the)? [A-Z]\w+)?)[,.]"
)
NAME = re.compile(r"(NAME|Name)")
BULLETS = ("• ", "– ", "- ", "* ", "· ")


def listed(example: Example, chance: random.Random) -> Example | None:
    """Lists of up to LISTS speakers; None where nobody says enough."""
    found = [
        (above, lists)
        for above in beginnings(example, MOST)
        if (lists := {name: said for name, said in sayings(example, above[-1].end).items() if len(said) >= LEAST})
    ]
    if not found:
        return None
    above, lists = chance.choice(found)
    names = chance.sample(sorted(lists), min(len(lists), LISTS))
    sheet = Sheet(example.article.text)
    sheet.copy_paragraphs(above)
    bullet = chance.choice((*BULLETS, ""))
    items = [one for name in names for one in _list(sheet, lists[name], bullet, chance)]
    return finished(example, sheet, standing_in(example, above), items)


def _list(sheet: Sheet, said: list[Saying], bullet: str, chance: random.Random) -> Iterator[Said]:
    speaker = said[0].speaker
    before, name, after = _heading(speaker.name, sheet.old, chance)
    sheet.part()
    sheet.write(before)
    mention = sheet.write(name)
    sheet.write(after)
    stop = chance.choice((".", ".", "", ";"))
    for number, saying in enumerate(said, start=1):
        sheet.part()
        sheet.write(bullet or f"{number}. ")
        content = written(sheet, saying, "." if number == len(said) and stop else stop)
        yield Said(saying, content, replace(speaker, relation=Relation.SAID, mention=mention), (), saying.carriers)


def _heading(name: str, text: str, chance: random.Random) -> tuple[str, str, str]:
    """The name with what stands before and after it: what the article calls the speaker, where it does so."""
    role = re.search(rf"{re.escape(name)}{ROLE}", text)
    before, form, after = NAME.split(chance.choice((*stock("remarks"), *(stock("roles") if role else ()))))
    return before, name.upper() if form == "NAME" else name, after.replace("ROLE", role[1] if role else "")
