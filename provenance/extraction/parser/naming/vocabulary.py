"""The lists that names are told by: `naming.toml`, `words.toml`, `nouns.csv`, `places.csv`, `first_names.toml`."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from provenance.model import Kind
from provenance.resources import resource, table

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(name: str) -> list[dict[str, str]]:
    """Those of a table of `data/`, by column."""
    with resource(name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def plural(noun: str) -> str:
    """As regular nouns form it."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _nouns(*kinds: str) -> Iterator[str]:
    for row in rows("nouns.csv"):
        if row["kind"] in kinds:
            yield from (row["noun"], plural(row["noun"]))


def _split(words: str | list[str]) -> frozenset[str]:
    return frozenset(words.split() if isinstance(words, str) else words)


_NAMING = table("naming.toml")
_OWN = {name: _split(words) for name, words in _NAMING["words"].items()}
LISTS = {name: _split(words) for name, words in table("words.toml").items()}
"""The closed classes by name."""
_PLACES = rows("places.csv")

PLATFORMS: dict[str, str] = _NAMING["platforms"]
PAPER_VERBS: dict[str, str] = _NAMING["papers"]
PRONOUNS: dict[str, str] = _NAMING["pronouns"]
SIDES: dict[str, str] = {noun: side for side, nouns in _NAMING["sides"].items() for noun in nouns.split()}
APART = tuple(frozenset(sides.split()) for sides in _NAMING["apart"].values())
UNDERGONE: dict[str, str] = _NAMING["undergone"]
UNDERGOING: dict[str, str] = _NAMING["undergoing"]
PARTICLES, SUFFIXES, COURTESY = _OWN["particles"], _OWN["suffixes"], _OWN["courtesy"]
FOLLOW, RELATIVES, CAME, VAGUE = _OWN["follow"], _OWN["relatives"], _OWN["came"], _OWN["vague"]
ARTICLES = frozenset({"a", "an", "the"})
WORKERS = tuple(_OWN["workers"])
PARTIES, FRACTIONS, ASKED = _OWN["parties"], _OWN["fractions"], _OWN["asked"]
CREWS, PLURAL = _OWN["crews"], _OWN["plural"]
PERSON_NOUNS = frozenset(_nouns(Kind.PERSON, Kind.ANONYMOUS))
TITLES = LISTS["titles"]
ROLES = TITLES | _OWN["offices"] | PERSON_NOUNS | COURTESY | CREWS
PAPERS = _OWN["papers"] | frozenset(_nouns(Kind.DOCUMENT))
BODY_NOUNS = _OWN["bodies"] | frozenset(_nouns(Kind.ORGANIZATION))
BODY_WORDS = LISTS["organization_words"] | frozenset(_nouns(Kind.ORGANIZATION))
DETERMINERS, PREPOSITIONS, NUMBERS = LISTS["determiners"], LISTS["prepositions"], LISTS["numbers"]
DATES = LISTS["days"] | LISTS["months"]
NEWSY = frozenset(word.lower() for word in LISTS["newsy"]) | LISTS["outlets"]
DEMONYMS = _OWN["faiths"] | frozenset(
    [
        *(word.lower() for word in LISTS["demonyms"]),
        *(w.lower() for row in _PLACES for w in row["demonyms"].split("|") if w),
    ]
)
PLACES = (
    frozenset(
        name.lower() for row in _PLACES for column in ("names", "places") for name in row[column].split("|") if name
    )
    | LISTS["places_that_speak"]
)
DEMONYM_OF = {
    name.lower(): row["demonyms"].split("|")[0]
    for row in _PLACES
    for name in row["names"].split("|")
    if row["demonyms"]
}
FIRST_NAMES = frozenset(word for names in table("first_names.toml").values() for word in names.split())
SMALL = frozenset[str]().union(
    *(
        LISTS[name]
        for name in (
            "determiners prepositions days months subordinators conjunctions auxiliaries adverbs openers times"
            " quantifiers numbers finite"
        ).split()
    ),
    PRONOUNS,
    RELATIVES,
)
"""Closed classes, dates and pronouns."""
NO_NAMES = SMALL | LISTS["not_names"]
"""Never a name by themselves, whatever their capitals."""


def _verb_forms() -> Iterator[str]:
    for row in rows("cues.csv"):
        verb, past = row["lemma"], row["past"]
        stem = verb.removesuffix("e")
        yield from (verb, f"{verb}s", f"{stem}ing", f"{stem}ed", past or f"{stem}ed")


NOT_ADVERBS = LISTS["not_adverbs"]
CUES = frozenset(_verb_forms()) - LISTS["also_nouns"]
"""Forms of verbs of saying that are no nouns as well."""
