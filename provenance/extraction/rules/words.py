"""The words that statements are found by: `cues.csv` with every form of its verbs, `words.toml`, `nouns.csv`."""

from __future__ import annotations

import csv
import tomllib
from enum import StrEnum
from typing import NamedTuple

from provenance.model import Kind, Relation
from provenance.resources import resource


class Form(StrEnum):
    BASE = "say"
    PRESENT = "says"
    PAST = "said"
    PARTICIPLE = "saying"


class Verb(NamedTuple):
    """`frames` say what may follow: `say`, `tell`, `write`, `report` take any clause, others a marked one."""

    lemma: str
    frames: frozenset[str]
    relation: Relation

    @property
    def is_plain(self) -> bool:
        return bool(self.frames & {"say", "tell", "write", "report"}) and self.lemma not in {"quote", "publish"}


def _regular(lemma: str, ending: str) -> str:
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith("ee")):
        return lemma[:-1] + ending
    if ending == "ed" and lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + ending


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")


def _verbs() -> dict[str, tuple[Verb, Form]]:
    found: dict[str, tuple[Verb, Form]] = {}
    with resource("cues.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            verb = Verb(row["lemma"], frozenset(row["frames"].split("|")), Relation(row["relation"]))
            past = row["past"] or _regular(verb.lemma, "ed")
            doubled = verb.lemma[-1] if past == f"{verb.lemma}{verb.lemma[-1]}ed" else ""
            found.setdefault(verb.lemma, (verb, Form.BASE))
            found.setdefault(_third(verb.lemma), (verb, Form.PRESENT))
            found[_regular(verb.lemma + doubled, "ing")] = (verb, Form.PARTICIPLE)
            found[past] = (verb, Form.PAST)
    return found


def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    with resource("nouns.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            noun = row["noun"]
            found.setdefault(_third(noun), Kind(row["plural"]))
            found[noun] = Kind(row["kind"])
    return found


def _lists() -> dict[str, frozenset[str]]:
    with resource("words.toml").open("rb") as stream:
        held = tomllib.load(stream)
    return {name: frozenset(words.split() if isinstance(words, str) else words) for name, words in held.items()}


VERBS = _verbs()
"""By every form in lower case; what is also a past tense ("read") counts as that."""
KINDS = _kinds()
_LISTS = _lists()
DETERMINERS, PREPOSITIONS, SUBORDINATORS = _LISTS["determiners"], _LISTS["prepositions"], _LISTS["subordinators"]
PRONOUNS, RELATIVES, CONJUNCTIONS = _LISTS["pronouns"], _LISTS["relatives"], _LISTS["conjunctions"]
NUMBERS, QUANTIFIERS, OPENERS = _LISTS["numbers"], _LISTS["quantifiers"], _LISTS["openers"]
BE, MODALS, FINITE, AUXILIARIES = _LISTS["be"], _LISTS["modals"], _LISTS["finite"], _LISTS["auxiliaries"]
ALSO_NOUNS, OPENS_CONTENT, NEWSY = _LISTS["also_nouns"], _LISTS["opens_content"], _LISTS["newsy"]
OUTLET_NOUNS, TITLES, BODIES = _LISTS["outlets"], _LISTS["titles"], _LISTS["organization_words"]
DAYS = _LISTS["days"]
TIMES = DAYS | _LISTS["months"] | _LISTS["times"]
PLACES = _LISTS["places_that_speak"]


def is_adverb(word: str) -> bool:
    """Whether `word`, in lower case, is listed as an adverb or looks like one."""
    return word in _LISTS["adverbs"] or (word.endswith("ly") and len(word) > 4 and word not in _LISTS["not_adverbs"])
