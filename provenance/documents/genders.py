"""Whether words are of a woman or a man: by a pronoun, a title, or a given name that is nearly always of one."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from provenance.resources import table


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


@cache
def _known() -> dict[str, Gender]:
    lists = table("first_names.toml")
    women, men = WOMEN | frozenset(lists["female"].split()), MEN | frozenset(lists["male"].split())
    return dict.fromkeys(women, Gender.WOMAN) | dict.fromkeys(men, Gender.MAN)
