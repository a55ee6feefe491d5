"""The same statements in another form: as an interview, lists or letters; under headings, or times of a live blog.

Each form is one that pages have, some laid out as `provenance.documents.layout` knows them, some not. Questions,
headings and labels are of a stock (`words.toml`) and nobody's statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    return next((made for form in drawn if (made := form(example, chance))), None)


def parted(example: Example, chance: random.Random) -> Example:
    """With headings or times between its paragraphs, where there is a place for them."""
    return chance.choice(PARTED)(example, chance) or example
