"""The words that the rules lean on: closed classes (`data/words.toml`), cue verbs in all their forms (`data/cues.csv`).

A cue's frames say what may follow it: `say` a clause or a quotation, `clause` the same but marked as one ("that",
"to", a quotation), `tell` an addressee first, `write` and `report` like `say` with a medium, `show` a finding (its
subject is a document), `object` a noun phrase that is itself the content ("called him a fraud"), `speak` a
prepositional topic, `mind` an attitude reported as if known. `according` is the frame of "according to" alone.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from provenance.model import Relation
from provenance.resources import resource


class Form(StrEnum):
    BASE = "say"
    PRESENT = "says"
    PAST = "said"
    PARTICIPLE = "saying"


@dataclass(frozen=True, slots=True)
class Verb:
    lemma: str
    frames: frozenset[str]
    relation: Relation


@cache
def verbs() -> dict[str, tuple[Verb, Form]]:
    """Every form of every cue verb, in lower case; one that is also a past tense ("read") counts as past."""
    found: dict[str, tuple[Verb, Form]] = {}
    with resource("cues.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            verb = Verb(row["lemma"], frozenset(row["frames"].split("|")), Relation(row["relation"]))
            past = row["past"] or _regular(verb.lemma, "ed")
            found.setdefault(verb.lemma, (verb, Form.BASE))
            found.setdefault(_third(verb.lemma), (verb, Form.PRESENT))
            found[past] = (verb, Form.PAST)
            found[_regular(verb.lemma, "ing", past)] = (verb, Form.PARTICIPLE)
    return found


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")


def _regular(lemma: str, ending: str, past: str = "") -> str:
    if lemma.endswith("e"):
        return lemma[:-1] + ending if ending == "ing" and not lemma.endswith("ee") else lemma + ending.removeprefix("e")
    if ending == "ed" and lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    if past.endswith("ed") and past == lemma + lemma[-1] + "ed":
        return lemma + lemma[-1] + ending
    return lemma + ending


def _word_lists() -> dict[str, frozenset[str]]:
    with resource("words.toml").open("rb") as stream:
        lists = tomllib.load(stream)
    return {name: frozenset(words.split() if isinstance(words, str) else words) for name, words in lists.items()}


_WORDS = _word_lists()
DETERMINERS = _WORDS["determiners"]
ATTITUDES = frozenset({"mind", "object", "speak"})
DENIES = frozenset({"deny", "dispute", "refute", "rebut", "reject"})
NUMBERS = _WORDS["numbers"]
PREPOSITIONS = _WORDS["prepositions"]
SUBORDINATORS = _WORDS["subordinators"]
PRONOUNS = _WORDS["pronouns"]
CONJUNCTIONS = _WORDS["conjunctions"]
AUXILIARIES = _WORDS["auxiliaries"]
BE = _WORDS["be"]
MODALS = _WORDS["modals"]
ADVERBS = _WORDS["adverbs"]
NOT_ADVERBS = _WORDS["not_adverbs"]
OPENERS = _WORDS["openers"]
DAYS = _WORDS["days"]
MONTHS = _WORDS["months"]
TIMES = DAYS | MONTHS | _WORDS["times"]
FINITE = _WORDS["finite"]
ALSO_NOUNS = _WORDS["also_nouns"]
OPENS_CONTENT = _WORDS["opens_content"]
RELATIVES = _WORDS["relatives"]
TITLES = _WORDS["titles"]
ORGANIZATION_WORDS = _WORDS["organization_words"]
PLACES_THAT_SPEAK = _WORDS["places_that_speak"]
QUANTIFIERS = _WORDS["quantifiers"]
POSTMODIFIERS = _WORDS["postmodifiers"]
NOT_NAMES = _WORDS["not_names"]
DEMONYMS = _WORDS["demonyms"]
NEWSY_WORDS = _WORDS["newsy"]
OUTLET_NOUNS = _WORDS["outlets"]
ALSO_OUTLETS = _WORDS["also_outlets"]


def attitude(verb: Verb) -> bool:
    """Whether a verb tells what somebody wants, does or thinks, not what they said or denied."""
    return verb.frames <= ATTITUDES and verb.lemma not in DENIES


def adverb(word: str) -> bool:
    """Whether `word`, in lower case, is listed as an adverb or looks like one."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
