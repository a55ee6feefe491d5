"""Which origins are known by a name of their own, and which fuller names a name may stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.text import STOP_WORDS, plain_name
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.trace.result import Origin

Words = frozenset[str]

NAMED = frozenset({Nature.PERSON, Nature.ORGANIZATION, Nature.DOCUMENT})
UNNAMED = frozenset({Nature.ANONYMOUS, Nature.GROUP})
_CAPITAL_OR_DIGIT = re.compile(r"[^\Wa-z_]")


def is_named(origin: Origin) -> bool:
    """Whether the origin is known by a name of its own, not only described ("her lawyer", "the town's largest union").

    A name has no small words but those of grammar; a person's may ("Ludwig van Maren"). Where a body bears an outlet's
    name, the trail ends.
    """
    every = origin.name.split()
    telling = [word for word in every if word.casefold() not in STOP_WORDS and word[0].isalpha()] or every
    if origin.nature is Nature.PERSON:
        return any(map(_stands_out, telling))
    if origin.nature is Nature.ORGANIZATION and gazetteer.by_name(origin.name):
        return False
    return origin.nature in NAMED and bool(_CAPITAL_OR_DIGIT.search(origin.name)) and all(map(_stands_out, telling))


def name_words(name: str) -> Words:
    """The words of a name, whose order says nothing."""
    plain = plain_name(name).split()
    return frozenset(word for word in plain if word not in STOP_WORDS) or frozenset(plain) or frozenset({name})


def fullest(names: Iterable[Words]) -> Mapping[Words, frozenset[Words]]:
    """For each name those of `names` that hold all its words and that none holds itself: its own where none does."""
    known = set(names)
    holding: defaultdict[str, set[Words]] = defaultdict(set)
    for name in known:
        for word in name:
            holding[word].add(name)
    above = {name: set.intersection(*(holding[word] for word in name)) for name in known}
    return {name: frozenset(one for one in above[name] if len(above[one]) == 1) for name in known}


def _stands_out(word: str) -> bool:
    return bool(_CAPITAL_OR_DIGIT.match(word))
