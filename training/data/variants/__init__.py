"""Other articles with the same statements: names exchanged, paragraphs dropped, credits moved, or in another form.

Each span lies where its words are. A reader learns from them how sources are told and not who they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import gazetteer
from training.data.variants import others, outlets, people
from training.data.variants.exchange import Exchange
from training.data.variants.formats import parted, spoken
from training.data.variants.moved import laid, moved
from training.data.variants.paragraphs import with_credits_moved, with_dropped

if TYPE_CHECKING:
    import random

    from provenance.model import Publisher
    from training.data.examples import Example

PLATFORMS, DROPPED, CREDITS = 0.5, 0.5, 0.5
"""How often platforms are exchanged, paragraphs dropped, lines of credit moved."""
SPOKEN, PARTED = 1 / 6, 1 / 12
"""How often what persons say is laid out as an interview, lists or letters (the rest is left as it is then), and how
often there are headings between paragraphs."""

__all__ = ["Exchange", "exchange", "renamed", "variant"]


def variant(example: Example, chance: random.Random) -> Example:
    """`example` with other persons, outlets and at times platforms; at times in another form, or with fewer paragraphs.

    The same `chance` gives the same variant.
    """
    made = renamed(example, exchange(example, chance))
    if chance.random() < SPOKEN and (other := spoken(made, chance)):
        return other
    if chance.random() < DROPPED:
        made = with_dropped(made, chance)
    if chance.random() < CREDITS:
        made = with_credits_moved(made, chance)
    return parted(made, chance) if chance.random() < PARTED else made


def exchange(example: Example, chance: random.Random) -> Exchange:
    """What stands for what in a variant of `example`."""
    article = example.article
    text = "\n".join(filter(None, (article.title, article.byline, article.text)))
    words = people.exchanged(example, chance) | others.leakers(text, chance)
    words |= others.platforms(text, chance) if chance.random() < PLATFORMS else {}
    kept = {*words, *others.PLATFORMS}
    return Exchange(outlets.exchanged(example, kept, chance) | words)


def renamed(example: Example, words: Exchange) -> Example:
    """`example` with `words` exchanged in its text, its names, title, byline and publisher."""
    made = moved(example, laid(words.pieces(example.article.text)), example.statements, words)
    old = example.article
    return replace(
        made,
        article=replace(
            made.article,
            title=old.title and words(old.title),
            byline=old.byline and words(old.byline),
            publisher=old.publisher and _publisher(old.publisher, words),
        ),
    )


def _publisher(old: Publisher, words: Exchange) -> Publisher:
    """By the name that the text has for it ("nyt" is The New York Times), else as it stands."""
    names = [one.name.removeprefix("The ") for one in gazetteer.by_name(old.name)]
    return replace(old, name=next((words.words[name] for name in names if name in words.words), words(old.name)))
