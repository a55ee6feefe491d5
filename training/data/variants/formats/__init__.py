"""The same statements in another form: as an interview, lists or letters; under headings, or times of a live blog.

Each form is one that pages have, some laid out as `provenance.documents.layout` knows them, some not. Questions,
headings and labels are of a stock (`words.toml`) and nobody's statements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Kind
from training.data.variants.formats.headings import headed, stamped
from training.data.variants.formats.interviews import interview
from training.data.variants.formats.letters import signed
from training.data.variants.formats.lists import listed

if TYPE_CHECKING:
    import random

    from training.data.examples import Example

SPOKEN = (interview, listed, signed)
PARTED = (headed, stamped)

__all__ = ["parted", "spoken"]


def spoken(example: Example, chance: random.Random) -> Example | None:
    """As an interview, lists or letters of its speakers, drawn by chance; None where nobody says enough for any."""
    if not example.has_chains:
        return None
    drawn = chance.sample(SPOKEN, len(SPOKEN))
    return next((made for form in drawn if (made := form(example, chance)) and _names_all(made)), None)


def _names_all(example: Example) -> bool:
    """Whether the text still has the last name of every person, as it may not where "he" was named elsewhere."""
    names = {
        hop.name.rsplit(maxsplit=1)[-1] for one in example.statements for hop in one.chain if hop.kind is Kind.PERSON
    }
    return all(re.search(rf"\b{re.escape(name)}\b", example.article.text, re.IGNORECASE) for name in names)


def parted(example: Example, chance: random.Random) -> Example:
    """With headings or times between its paragraphs, where there is a place for them."""
    return chance.choice(PARTED)(example, chance) or example
