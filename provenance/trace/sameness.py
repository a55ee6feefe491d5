"""Which origins must be counted apart: how few people, bodies and documents can stand behind them all.

Every origin is laid to one that it may be, and those that are left are counted:

- a name may be another one that holds all its words ("Maren", "Ilse Maren"), or whoever speaks for it by role;
- an unnamed source, and a body that is only described ("her lawyer", "the town's largest union"), may be any other, any
  organisation, and a person whose name or role its description fits, unless what is said of the two excludes each other
  ("officials in Seoul", a Ukrainian president);
- a document without a name of its own may be any other, an organisation's, and that of any who is only described;
- where the trail ends, and an outlet that names no source, may rest on anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.documents.lexicon import lexicon
from provenance.text import STOP_WORDS, plain_name, words
from provenance.trace.affiliation import NOTHING, of_person, of_unnamed
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from provenance.trace.result import Origin

NAMED = frozenset({Nature.PERSON, Nature.ORGANIZATION, Nature.DOCUMENT})
UNNAMED = frozenset({Nature.ANONYMOUS, Nature.GROUP})
BODIES = frozenset({Nature.PERSON, Nature.ORGANIZATION})
_CAPITAL_OR_DIGIT = re.compile(r"[^\Wa-z_]")


@dataclass(frozen=True, slots=True)
class Head:
    """Someone who must be counted: the fullest `name`, all its `words` and those of the roles that it is given.

    `told` are the roles as they are written, and the name where it is a body's, which may say whose it is.
    """

    name: str
    nature: Nature
    words: frozenset[str]
    roles: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Apart:
    """`classes` lays those origins that must be counted, by node, to whom they are counted as.

    `merged` names, for each other one, whom it may be: none where it may be anything.
    """

    classes: dict[str, str]
    merged: dict[str, str]


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


def _stands_out(word: str) -> bool:
    return bool(_CAPITAL_OR_DIGIT.match(word))


def apart(origins: Iterable[Origin]) -> Apart:
    """Which of `origins` must be counted, as few as there can be; one, where nothing is known of any."""
    ranked = sorted(origins, key=lambda one: (one.node, one.nature))
    named = [one for one in ranked if is_named(one)]
    by_name, heads = _by_name(named)
    classes, merged = by_name.classes, by_name.merged
    papers = [one for one in ranked if one.nature is Nature.DOCUMENT and not is_named(one)]
    people = [one for one in ranked if one.nature in UNNAMED | BODIES and not is_named(one)]
    merged |= _laid(people, heads, _fits) | _laid(papers, heads, _is_of)
    classes |= _described([one for one in (*people, *papers) if one.node not in merged])
    known = {*classes, *merged}
    unknown = {one.node: "" for one in ranked if one.node not in known}
    if unknown and not classes:
        return Apart(dict.fromkeys(unknown, "unknown"), {})
    return Apart(classes, merged | unknown)


def _by_name(named: Sequence[Origin]) -> tuple[Apart, list[Head]]:
    """The fullest names are heads; a name that is part of another may be that one."""
    heads = _heads(named)
    holding: dict[str, set[frozenset[str]]] = {}
    for name in heads:
        for word in name:
            holding.setdefault(word, set()).add(name)
    fuller: dict[frozenset[str], str] = {}
    for name in heads:
        above = [heads[other].name for other in set.intersection(*(holding[word] for word in name)) if other != name]
        speaking = [head.name for head in heads.values() if _speaks_for(head, heads[name])]
        if above or speaking:
            fuller[name] = min(above or speaking)
    words_of = {one.node: _name_words(one.name) for one in named}
    return Apart(
        {node: f"named {' '.join(sorted(name))}" for node, name in words_of.items() if name not in fuller},
        {node: fuller[name] for node, name in words_of.items() if name in fuller},
    ), [head for name, head in heads.items() if name not in fuller]


def _heads(named: Sequence[Origin]) -> dict[frozenset[str], Head]:
    """Everyone named, by the words of the name, whose order says nothing; with the roles that anyone gives them."""
    heads: dict[frozenset[str], Head] = {}
    for one in named:
        name = _name_words(one.name)
        body = {one.name} if one.nature is Nature.ORGANIZATION else set()
        known = heads.get(name, Head(one.name, one.nature, name, frozenset(), frozenset()))
        roles = known.roles | frozenset(plain_name(one.role).split())
        heads[name] = replace(known, roles=roles, told=known.told | {one.role, *body})
    return heads


def _speaks_for(person: Head, body: Head) -> bool:
    """Whether `person` has an office at `body`, so that what the one says the other may be held to have said."""
    at_all = person.nature is Nature.PERSON and body.nature is Nature.ORGANIZATION
    return at_all and body.words <= person.roles and bool(person.roles & lexicon().offices)


def _laid(group: Sequence[Origin], heads: Sequence[Head], fits: Callable[[Origin, Head], bool]) -> dict[str, str]:
    """Whom each of `group` may be, the first that it fits; those that fit none are left out."""
    laid = ((one.node, next((head.name for head in heads if fits(one, head)), "")) for one in group)
    return {node: head for node, head in laid if head}


def _described(unknown: Sequence[Origin]) -> dict[str, str]:
    """Those of one country are counted as one; those of none, or of any of several, with the first of these."""
    countries = {one.node: _country(one) for one in unknown}
    first = min(filter(None, countries.values()), default="")
    return {node: f"described {country or first}" for node, country in countries.items()}


def _country(one: Origin) -> str:
    """The one that an unnamed source is of; empty where it may be of several."""
    countries = of_unnamed(one.name).countries
    return next(iter(countries)) if len(countries) == 1 else ""


def _fits(one: Origin, head: Head) -> bool:
    """Whether an unnamed source may be `head`: nothing that is said of the two tells them apart."""
    known = reduce(or_, map(of_person, head.told), NOTHING)
    if any(of_unnamed(text).excludes(known) for text in (one.name, one.role)):
        return False
    if head.nature is not Nature.PERSON:
        return head.nature is Nature.ORGANIZATION
    described = frozenset(plain_name(f"{one.name} {one.role}").split())
    if not head.roles or described & lexicon().vague or not described - STOP_WORDS:
        return True
    return not _stems(described).isdisjoint(_stems(head.roles | head.words))


def _stems(plain: frozenset[str]) -> frozenset[str]:
    return frozenset(words(" ".join(plain - lexicon().number_words.keys())))


def _is_of(_: Origin, head: Head) -> bool:
    return head.nature is not Nature.PERSON


def _name_words(name: str) -> frozenset[str]:
    plain = plain_name(name).split()
    return frozenset(word for word in plain if word not in STOP_WORDS) or frozenset(plain) or frozenset({name})
