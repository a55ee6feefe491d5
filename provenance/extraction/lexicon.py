"""The closed classes of English that the rules lean on, and the cue verbs of `data/cues.csv` in all their forms.

A cue's frames say what may follow it: `say` a clause or a quotation, `clause` the same but marked as one ("that", "to", a
quotation), `tell` an addressee first, `write` and `report`
like `say` with a medium, `show` a finding (its subject is a document), `object` a noun phrase that is itself the
content ("called him a fraud"), `speak` a prepositional topic, `mind` an attitude reported as if known.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from provenance.model import Relation
from provenance.reference import reference


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
    """Every form of every cue verb; where two verbs share a form the finite one wins."""
    found: dict[str, tuple[Verb, Form]] = {}
    with reference("cues.csv").open(encoding="utf8", newline="") as stream:
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


DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some several many few any no each every another both all other more most".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands multiple numerous".split()
)
PREPOSITIONS = frozenset(
    "in on at by for with from to of about during after before into over under between among through via amid against "
    "around without within near since until despite like per toward towards upon across behind beyond throughout "
    "following regarding concerning outside inside".split()
)
SUBORDINATORS = frozenset(
    "that which who whom whose when while because if as although though since until unless whether where what why how "
    "than whereas so lest once".split()
)
PRONOUNS = frozenset("he she they it we i you who".split())
CONJUNCTIONS = frozenset("and or but nor yet plus".split())
AUXILIARIES = frozenset(
    "has have had is are was were be been being do does did will would can could may might must shall should".split()
)
BE = frozenset("is are was were be been being 's 're am get gets got getting".split())
MODALS = frozenset("will would can could may might must shall should to did do does not let".split())
ADVERBS = frozenset(
    "also later then further still even just again once now already recently earlier ever never always often not first "
    "since soon thus previously reportedly simply only too repeatedly there rather instead however meanwhile".split()
)
NOT_ADVERBS = frozenset("family reply assembly ally supply italy july only early daily weekly".split())
OPENERS = frozenset(
    "however meanwhile still but and yet so also then later earlier now today yesterday instead moreover furthermore "
    "additionally separately nevertheless nonetheless similarly likewise afterward afterwards indeed thus therefore "
    "finally first second third recently ultimately previously elsewhere besides plus or".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
TIMES = (
    DAYS
    | MONTHS
    | frozenset(
        "today yesterday tomorrow tonight earlier later week month year night morning afternoon evening last this next early late ago weekend day days weeks months years recently then again".split()
    )
)
ADDRESSEES = frozenset(
    "reporters journalists media press audience crowd supporters lawmakers investors police radio television paper newspaper outlet agency network host hosts magazine site website publication broadcaster".split()
)
FINITE = frozenset(
    "is are was were has have had will would can could may might must should does did do says went came made took got "
    "gave began became left led won lost ran met kept held sent put set cut spent built fell rose".split()
)
ALSO_NOUNS = frozenset(
    "states questions claims tweets posts reports figures notes lists calls offers attacks demands requests hopes fears doubts views quotes comments "
    "details reads documents estimates projects forecasts remarks reasons references promises pledges vows challenges supports talks points stresses "
    "state question claim tweet post report figure note list call offer attack demand request hope fear doubt view quote comment detail document "
    "estimate project forecast remark reason reference promise pledge vow challenge support talk point stress reviews studies rules sides mocks shows".split()
)
OPENS_CONTENT = frozenset("that whether how what why if".split())
RELATIVES = frozenset("who whose which that".split())


def adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
