"""Made-up news for the benchmarks: as many articles as wanted, in the proportions of real ones, the same every time."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

from provenance.model import Article, Publisher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST = "Ada Leo Mira Tomas Ines Oskar Petra Ravi Salma Viktor Wanda Yusuf".split()
LAST = "Brunt Marsh Holt Lund Varga Quist Okoro Pereira Castell Novik Farrow Iqbal".split()
OUTLETS = "Reuters|Bloomberg|The Harl Courier|BBC|Kyodo|The Quay Bulletin|Le Monde|Der Spiegel".split("|")
PLACES = "Harl|Marrow|Ostrand|Velt|Cobble Bay|Tarn|Isk|Dorrin|Pell|Quay|Sund|Ambry".split("|")
THINGS = "dam harbour bridge budget ferry mine school railway museum reactor cable airport forest".split()
DEEDS = "will close|has been sold|is unsafe|needs repairs|may be moved|cost too much|should reopen".split("|")
WHEN = "in May|before winter|within a year|after the vote|by the end of March|next week|for ever|on Monday".split("|")
SYLLABLES = "ba ce di fo gu har ist kel lom mar ned ost pel qui ras sund tor ulm ver wen yar zel".split()
FRAMES = (
    "{name} said that the {place} {thing} {deed} {when}.",
    "“The {place} {thing} {deed} {when},” {name} told {outlet}.",
    "The {place} {thing} {deed} {when}, {outlet} reported, citing two officials.",
    "According to a report by {outlet}, the {place} {thing} {deed} {when}.",
    "The {place} {thing} {deed} {when}, said an official who asked not to be named.",
    "{name}, a spokesman for the {place} council, denied that the {thing} {deed}.",
    "The road to {place} was quiet and the {thing} stood in the rain.",
    "Nobody had swept the square at {place} since the fair.",
)


def articles(count: int, paragraphs: int = 20, seed: int = 1) -> Iterator[Article]:
    """`count` articles with about three attributed statements in every four paragraphs."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        text = "\n\n".join(_paragraph(chance, number) for _ in range(paragraphs))
        yield Article(
            key=f"a{number}",
            text=text,
            title=f"News {number}",
            publisher=Publisher(f"The {chance.choice(PLACES)} Gazette"),
            published=f"2026-{1 + number % 12:02}-{1 + number % 28:02}",
            url=f"https://gazette.example/{number}",
            text_is_file=False,
        )


def prose(count: int, words: int = 250, seed: int = 1) -> Iterator[str]:
    """`count` texts of words as unevenly common as real ones (Zipf's law); every twentieth copies one of the last ten.

    A copy has one word in ten exchanged.
    """
    chance = random.Random(seed)  # noqa: S311
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = list(accumulate(1 / rank for rank in range(10, 20_010)))
    last: list[list[str]] = []
    for number in range(count):
        if number % 20 == 19:
            drawn = swapped(chance.choice(last), vocabulary, 0.1, chance)
        else:
            drawn = chance.choices(vocabulary, cum_weights=weights, k=words)
        last = [*last[-9:], drawn]
        yield " ".join(drawn)


def swapped(words: Sequence[str], vocabulary: Sequence[str], rate: float, chance: random.Random) -> list[str]:
    """`words` with a part of them exchanged for words of `vocabulary`."""
    return [chance.choice(vocabulary) if chance.random() < rate else word for word in words]


def _paragraph(chance: random.Random, number: int) -> str:
    place = f"{chance.choice(PLACES)} {chance.choice(LAST)}" if chance.random() < 0.5 else chance.choice(PLACES)
    sentence = chance.choice(FRAMES).format(
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        outlet=chance.choice(OUTLETS),
        place=place,
        thing=f"{chance.choice(THINGS)} no. {number * 31 + chance.randrange(31)}",
        deed=chance.choice(DEEDS),
        when=chance.choice(WHEN),
    )
    return sentence[0].upper() + sentence[1:]
