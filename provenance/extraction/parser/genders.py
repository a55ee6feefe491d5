"""Whether words are of a woman or a man: by a pronoun, a title, or a given name that is nearly always of one."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from provenance.resources import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Gender(IntEnum):
    """UNKNOWN goes with both."""

    UNKNOWN = 0
    WOMAN = 1
    MAN = 2


WOMEN = frozenset("she her hers mrs ms miss lady queen princess dame".split())
MEN = frozenset("he him his mr sir lord king prince".split())
PRONOUNS = frozenset("she her hers he him his".split())


def gender_of(words: str) -> Gender:
    """By the first of `words` that tells: a pronoun, or a capitalised title or given name."""
    known = _known()
    bare = [word.strip(".,’'“”\"") for word in words.split()]
    if len(bare) == 1 and bare[0].lower() in PRONOUNS:
        return known[bare[0].lower()]
    told = (known.get(word.lower()) for word in bare if word[:1].isupper() and word.lower() not in PRONOUNS)
    return next((gender for gender in told if gender), Gender.UNKNOWN)


def genders(mentions: Sequence[str], alike: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Of each of `mentions`: its own, else that of most of those that it is `alike` [mentions, mentions]."""
    own = np.array([gender_of(words) for words in mentions], dtype=np.int64)
    women, men = alike @ (own == Gender.WOMAN).astype(np.int64), alike @ (own == Gender.MAN).astype(np.int64)
    known = np.where(women > men, Gender.WOMAN, np.where(men > women, Gender.MAN, Gender.UNKNOWN))
    made: NDArray[np.int64] = np.where(own > 0, own, known)
    return made


def at_odds(ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where one of `ones` is a woman's and one of `others` a man's, or the other way round, [ones, others]."""
    made: NDArray[np.bool_] = (ones[:, None] != others) & (ones[:, None] > 0) & (others > 0)
    return made


@cache
def _known() -> dict[str, Gender]:
    lists = table("first_names.toml")
    women, men = WOMEN | frozenset(lists["female"].split()), MEN | frozenset(lists["male"].split())
    return dict.fromkeys(women, Gender.WOMAN) | dict.fromkeys(men, Gender.MAN)
