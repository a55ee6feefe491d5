"""How well a statement answers words that somebody looks for: by the words in common, and by meaning.

BM25 (Robertson and Zaragoza 2009) over stems; the meaning counts in steps, so that those of equal wording stay equal.
"""

from __future__ import annotations

import re
from math import log
from typing import TYPE_CHECKING

from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

K1, B = 1.5, 0.5
COMMON = 0.8
"""The part of what all meanings have in common that is left out of each."""
MEANING, STEP = 10.0, 0.25
"""What a meaning at cosine 1 counts beside BM25, and the steps it is taken in."""
_ADDRESS = re.compile(r"\b(?:https?://|www\.|pic\.twitter\.com/)\S+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|[#@_]")


def spelt(text: str) -> str:
    """`text` without addresses, and with tags and handles as words: "#CloseTheRoute" is "Close The Route"."""
    return _JOINED.sub(" ", _ADDRESS.sub(" ", text))


def asked(text: str) -> tuple[str, ...]:
    """The words that `text` asks for, each once, in order."""
    return tuple(dict.fromkeys(words(spelt(text))))


def rarity(statements: int, holders: int) -> float:
    """What a word counts that `holders` of `statements` have (the BM25 inverse document frequency)."""
    return log(1 + (statements - holders + 0.5) / (holders + 0.5))


def lexical(asked: Iterable[str], held: Mapping[str, int], rarities: Mapping[str, float], average: float) -> float:
    """BM25 of a statement that has each word of `held` so often, where one has `average` words."""
    length = K1 * (1 - B + B * sum(held.values()) / average)
    common = (word for word in asked if word in held)
    return sum(rarities[word] * held[word] * (K1 + 1) / (held[word] + length) for word in common)


def combined(lexical: float, meaning: float) -> float:
    """`lexical` is BM25, `meaning` a cosine."""
    return round(lexical + MEANING * STEP * round(meaning / STEP), 4)
