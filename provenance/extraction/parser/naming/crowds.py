"""Crowds: a share of one is called by who they are (“54% of young voters” are young voters), not by how many."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.descriptions import description
from provenance.extraction.parser.naming.persons import persons
from provenance.extraction.parser.naming.shares import shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page
    from provenance.extraction.parser.naming.words import Word

RESPONDENTS = "poll respondents"
"""Whoever was asked, where the text does not say who they are."""
THEY = frozenset("respondents them these they those".split())
THEM = frozenset("them these those whom".split())


def crowd(parts: Sequence[Word], page: Page) -> tuple[str, ...]:
    """Who a crowd is, where its words give shares of it, or name somebody in it; () where they do neither."""
    told = list(shares(parts))
    if not told:
        return (RESPONDENTS,) if _were_asked(parts) else _with_persons(parts, page)
    found = []
    for (_, end), (following, _) in pairwise([*told, (len(parts), len(parts))]):
        own = [word for word in parts[end:following] if word.lower != "of" or word is not parts[end]]
        while own and (own[-1].is_mark or own[-1].lower in {"and", "but"}):
            own = own[:-1]
        if own and not own[0].is_mark and not _is_they(own) and (who := description(own, page.small)):
            found.append(who)
    before = parts[: told[0][0]]
    if not found and any(word.text == "," for word in before) and (who := description(before, page.small)):
        found.append(who)
    return tuple(dict.fromkeys(found)) or (RESPONDENTS,)


def counted(parts: Sequence[Word]) -> str:
    """How many of those named before: “two” of “two of them”, “one” of “one of the two”; "" for anything else."""
    told = [word.lower for word in parts if not word.is_mark]
    if len(told) < 3 or told[0] not in vocabulary.NUMBERS or told[1] != "of":
        return ""
    rest = told[2:]
    of_them = len(rest) == 1 and rest[0] in THEM
    return told[0] if of_them or (len(rest) == 2 and rest[0] == "the" and rest[1] in vocabulary.NUMBERS) else ""


def _is_they(own: Sequence[Word]) -> bool:
    """“those surveyed”, “them”, “the respondents”, “whom”."""
    bare = [word for word in own if word.lower != "the"]
    return bool(bare) and bare[0].lower in THEY | vocabulary.RELATIVES


def _were_asked(parts: Sequence[Word]) -> bool:
    """“those surveyed”."""
    return len(parts) == 2 and parts[0].lower in THEY and parts[1].lower in vocabulary.ASKED


def _with_persons(parts: Sequence[Word], page: Page) -> tuple[str, ...]:
    """“Ada Brunt and other clerks”: whoever is named, and the rest."""
    joins = [at for at, word in enumerate(parts) if word.lower == "and"]
    if len(joins) != 1 or any(word.is_mark or word.lower in vocabulary.RELATIVES for word in parts):
        return ()
    halves = parts[: joins[0]], parts[joins[0] + 1 :]
    if not all(halves) or halves[1][0].lower in vocabulary.PRONOUNS:
        return ()
    if not all(map(_begins_with_name, halves)):
        return ()
    named = [persons("", half, page) for half in halves]
    if not any(len(some) == 1 and some[0].is_sure for some in named):
        return ()
    names = [
        page.people.full_name(some[0].name) if len(some) == 1 else description(half, page.small)
        for some, half in zip(named, halves, strict=True)
    ]
    return tuple(names) if all(names) else ()


def _begins_with_name(half: Sequence[Word]) -> bool:
    """Whether no preposition leads to the first capital: "clerks like Ada Brunt" are not she."""
    capital = next((at for at, word in enumerate(half) if word.is_capital), 0)
    return not any(word.lower in vocabulary.PREPOSITIONS | {"of"} for word in half[:capital])
