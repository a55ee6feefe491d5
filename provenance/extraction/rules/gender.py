"""Which pronoun a page uses for the people it names: the next one after a name, or what stands before the name.

Where the page does not tell, the given name may.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from provenance.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Span

FEMALE = frozenset({"she", "her"})
MALE = frozenset({"he", "him", "his"})
AFTER = re.compile(r"[^.;:!?\n“”\"]*?\b(?P<pronoun>she|her|he|him|his)\b", re.IGNORECASE)
WOMEN = r"Mrs\.?|Ms\.?|Miss|wife|mother|sister|daughter|actress|[a-z]+woman|Queen|Princess|Lady|widow|first lady"
MEN = r"Mr\.?|husband|father|brother|son|[a-z]+(?<!wo)man|King|Prince|Lord|widower"
BEFORE = re.compile(rf"\b(?:(?P<woman>{WOMEN})|(?P<man>{MEN})),?[  ](?:[a-z]+[  ])?$")
ENDS = re.compile(r"[.;!?\n](?:\s|$)")
REACH = 30  # characters
CLEAR = 2


@cache
def _given() -> dict[str, frozenset[str]]:
    with resource("first_names.toml").open("rb") as stream:
        lists = tomllib.load(stream)
    return dict.fromkeys(lists["female"].split(), FEMALE) | dict.fromkeys(lists["male"].split(), MALE)


def by_given_name(name: str) -> frozenset[str] | None:
    """FEMALE or MALE for a full name whose given name tells, else None."""
    given, _, rest = name.partition(" ")
    return _given().get(given.lower()) if rest else None


def pronouns(text: str, mentions: Sequence[tuple[Span, str]]) -> dict[str, frozenset[str]]:
    """FEMALE or MALE for each full name of `mentions`, in order, for which `text` says one clearly more often.

    A surname alone that several of them bear tells of nobody.
    """
    votes: dict[str, Counter[frozenset[str]]] = {}
    bearers = Counter(name.rsplit(" ", 1)[-1] for name in {name for _, name in mentions})
    ends = [*(span.start for span, _ in mentions), len(text)][1:]
    heard = 0
    for (span, name), end in zip(mentions, ends, strict=True):
        first = ENDS.search(text, heard, span.start) is not None or not heard
        heard = span.end
        if bearers[text[span.start : span.end]] > 1:
            continue
        after = AFTER.match(text, span.end, end) if first else None
        before = BEFORE.search(text, max(0, span.start - REACH), span.start)
        count = votes.setdefault(name, Counter())
        if after:
            count[FEMALE if after["pronoun"].lower() in FEMALE else MALE] += 1
        if before:
            count[FEMALE if before["woman"] else MALE] += 1
    return {
        name: used
        for name, count in votes.items()
        for used, other in ((FEMALE, MALE), (MALE, FEMALE))
        if count[used] > CLEAR * count[other]
    }
