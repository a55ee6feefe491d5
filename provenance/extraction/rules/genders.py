"""Whether "he" or "she" may stand for a name: by the given name, or what stands before the surname."""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache

from provenance.resources import resource

WOMEN, MEN = frozenset("mrs ms miss lady queen princess dame".split()), frozenset("mr sir lord king prince".split())


class Gender(Enum):
    WOMAN = "she"
    MAN = "he"
    UNKNOWN = ""


def gender_of(words: str) -> Gender:
    """By the first of `words` that tells; UNKNOWN where none does."""
    given = _given()
    told = (given.get(word.strip(".,").lower()) for word in words.split() if word[:1].isupper())
    return next((gender for gender in told if gender), Gender.UNKNOWN)


@cache
def _given() -> dict[str, Gender]:
    with resource("first_names.toml").open("rb") as stream:
        lists = tomllib.load(stream)
    women, men = WOMEN | frozenset(lists["female"].split()), MEN | frozenset(lists["male"].split())
    return dict.fromkeys(women, Gender.WOMAN) | dict.fromkeys(men, Gender.MAN)
