"""The words that the analyses lean on (`data/wordings.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from provenance.resources import table

if TYPE_CHECKING:
    from collections.abc import Mapping

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`hedges` gives each phrase its strength: 1 where a thing is only possible, 2 where it is likely or planned.

    `sides` gives each word of direction its pairs and the side of each that it is on. `scales` and `number_words`
    give their values, `parties` the first word for the party.
    """

    hedges: Mapping[Phrase, int]
    negations: frozenset[str]
    auxiliaries: frozenset[str]
    sides: Mapping[str, frozenset[tuple[int, int]]]
    number_words: Mapping[str, int]
    scales: Mapping[str, int]
    approximate: frozenset[Phrase]
    at_least: frozenset[Phrase]
    at_most: frozenset[Phrase]
    months: frozenset[str]
    vague: frozenset[str]
    offices: frozenset[str]
    parties: Mapping[str, str]
    empty: frozenset[str]


@cache
def lexicon() -> Lexicon:
    lists = table("wordings.toml")
    phrases = {name: frozenset(tuple(phrase.split()) for phrase in lists[name]) for name in _PHRASES}
    sides: dict[str, set[tuple[int, int]]] = {}
    for pair, two in enumerate(lists["opposites"]):
        for side, words in enumerate(two):
            for word in words.split():
                sides.setdefault(word, set()).add((pair, side))
    return Lexicon(
        hedges=dict.fromkeys(phrases["likely"], 2) | dict.fromkeys(phrases["possible"], 1),
        sides={word: frozenset(found) for word, found in sides.items()},
        number_words=lists["number_words"],
        scales=lists["scales"],
        approximate=phrases["approximate"],
        at_least=phrases["at_least"],
        at_most=phrases["at_most"],
        parties={word: line.split()[0] for line in lists["parties"] for word in line.split()},
        **{name: frozenset(lists[name].split()) for name in _WORDS},
    )


_PHRASES = ("possible", "likely", "approximate", "at_least", "at_most")
_WORDS = ("negations", "auxiliaries", "months", "vague", "offices", "empty")
