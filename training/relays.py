"""Written relay sentences, as training signal for attributions inside attributions.

PolNeAR tags one level only. Each construction marks both: `[s …]`, `[q …]`, `[c …]` are source, cue and content of the
outer attribution, `[S …]`, `[Q …]`, `[C …]` of the one inside its content. Slots in braces are filled at random.
"""

from __future__ import annotations

import csv
import random
import re
from dataclasses import dataclass
from functools import cache

from provenance.resources import resource

FIRST = (
    "Amara Jonas Lucia Tomasz Ingrid Rafael Mei Farid Olga Kwame Petra Diego Yuki Hannah Ivan Leila Marcus Sofia "
    "Anders Priya Nikolai Grace Omar Helena Victor Aisha Daniel Rosa Stefan Noor Adam Julia Karim Elena Peter Zanele"
).split()
LAST = (
    "Okafor Lindqvist Moretti Kowalski Hansen Duarte Zhang Rahimi Petrova Mensah Novak Vargas Tanaka Weiss Sokolov "
    "Haddad Bauer Costa Berg Sharma Orlov Whitfield Farouk Brandt Kessler Diallo Marsh "
    "Delgado Vogel Aziz Crane Fischer Nasser"
).split()
WHO = (
    "two officials|three people familiar with the matter|a senior official|officials|sources|intelligence officials"
    "|a person briefed on the talks|an unnamed diplomat|aides|investigators|local authorities|analysts|witnesses"
    "|a source close to the ministry|several lawmakers|the ministry|the central bank|company executives|the agency"
    "|residents|a government spokesman|the defence minister|the mayor|prosecutors|experts|doctors|union leaders"
).split("|")
THING = (
    "the government|the company|the port authority|the bank|the minister|the airline|the council|the regulator"
    "|the hospital|the army|the party|the factory|the dam|the new vaccine|the cease-fire|the budget|the merger"
    "|the prime minister|the rail operator|the search|exports|the court|the bridge|the committee|the plant"
).split("|")
DOES = (
    "would close by the end of the year|had been warned twice|was close to a deal|is preparing to resign"
    "|will cut a third of its staff|had lost control of the site|was not told about the risk|could delay the vote"
    "|plans to raise prices again|has agreed to pay a fine|was moved in secret|may never reopen"
    "|had failed an inspection|would send more troops|is under investigation|hid the losses for years"
    "|will be sold to a rival|was still in talks"
    "|has no money left|had killed at least 12 people|is safe|must be replaced before winter|had ignored the advice"
).split("|")
TAIL = (
    "| on Monday| last week| in March| after the meeting| in a closed session| for the first time| within days".split(
        "|"
    )
)
SAID = "said|reported|wrote|revealed|noted|announced|disclosed|confirmed|has reported|also reported".split("|")
SAYS = (
    "said|believed|believe|had warned|claimed|fear|told them|say|have said|insisted|admitted|suspect|concluded".split(
        "|"
    )
)
CITING = "citing|quoting|attributing it to|referring to".split("|")
VIA = "according to|as reported by|as first reported by".split("|")
CONSTRUCTIONS = (
    "[s {outlet}] [q {said}] [c that [S {who}] [Q {says}] [C {claim}]].",
    "[s {outlet}] [q {said}] [c [S {who}] [Q {says}] [C that {claim}]].",
    "[c [S {who}] [Q {says}] [C {claim}]], [s {outlet}] [q {said}].",
    "[c [C {claim}], [S {who}] [Q {says}]], [q {via}] [s {outlet}].",
    "[q According to] [s {outlet}], [c [S {who}] [Q {says}] [C that {claim}]].",
    "[s {name}] [q said] [c [S {outlet}] had been [Q told by] {who} [C that {claim}]].",
    "[s {name}] [q said] [c that [Q according to] [S {outlet}], [C {claim}]].",
    "[s {name}] [q told] {outlet} [c that [S {who}] [Q {says}] [C {claim}]].",
    "[q As] [s {outlet}] [q reported], [c [S {name}] [Q told] {who} [C that {claim}]].",
    "[s {outlet}], [q {citing}] {who}, {said} [c that {claim}].",
    "[s {outlet}] [q {said}], {citing} {who}, [c that {claim}].",
    "[c {claim}], [s {outlet}] [q {said}], {citing} {who}.",
    "[c {claim}], [q {via}] [s {outlet}], which cited {who}.",
    "[q According to] [s a report by {outlet}], which cited {who}, [c {claim}].",
    "[c {claim}], [s {who}] [q told] {outlet}.",
    "[c “{claim},”] [s {name}] [q told] {outlet} in an interview.",
    "[s {name}] [q wrote] in {outlet} [c that {claim}].",
    "[s {name}] [q said] in an interview with {outlet} [c that {claim}].",
    "[s {who}], speaking on condition of anonymity, [q said] [c {claim}].",
    "[c {claim}], [q according to] [s {who}] quoted by {outlet}.",
    "[q Citing] [s {who}], {outlet} {said} [c that {claim}].",
    "[s The newspaper] [q added] [c that [S its sources] [Q {says}] [C {claim}]].",
    "[s The agency] [q quoted] {who} as saying [c that {claim}].",
    "[s The broadcaster] [q said] [c [S {name}] had [Q promised] [C that {claim}]].",
    "[c {claim}], [q the report said].",
    "[s A memo obtained by {outlet}] [q says] [c {claim}].",
    "[s {name}] [q denied] [c [S {outlet}]’s [Q report] [C that {claim}]].",
    "[s {name}] [q declined to comment on] [c [S {outlet}]’s [Q claim] [C that {claim}]].",
    "[s Two outlets] [q said], without naming anyone, [c that {claim}].",
    "[s {name}] [q tweeted] [c that [S {name}] had [Q told] him [C {claim}]].",
    "[s The court filing] [q states] [c that [S {name}] [Q warned] {who} [C that {claim}]].",
    "[s {outlet}] [q later reported] [c that [S {name}], {citing} {who}, [Q {said}] [C {claim}]].",
    "{Thing} {does}{tail}.",
    "{Thing} {does}. It was the second time in a year.",
    "Nobody answered the phone at the office{tail}.",
    "{name} was born in a small town and worked for {outlet} until 2009.",
)
MARK = re.compile(r"\[(?P<role>[sqcSQC]) |\]")
SLOT = re.compile(r"\{(\w+)\}")
PARAGRAPHS = (4, 9)
ROLES = {"s": "source", "q": "cue", "c": "content"}


@dataclass(frozen=True, slots=True)
class Written:
    """A page of constructions: its text, and the outer and inner attributions as {role: [[start, end]]}."""

    text: str
    outer: list[dict[str, list[list[int]]]]
    inner: list[dict[str, list[list[int]]]]


def pages(count: int, seed: int) -> list[Written]:
    """`count` pages; the same seed gives the same pages."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [_page(chance) for _ in range(count)]


def _page(chance: random.Random) -> Written:
    text, levels = "", ([], [])
    for _ in range(chance.randint(*PARAGRAPHS)):
        if text:
            text += "\n\n" if chance.random() < 0.6 else " "
        sentence, marks = _marked(_filled(chance.choice(CONSTRUCTIONS), chance))
        for level, letters in zip(levels, ("sqc", "SQC"), strict=True):
            found = {ROLES[k.lower()]: [[a + len(text), b + len(text)] for r, a, b in marks if r == k] for k in letters}
            if found["cue"] and found["content"]:
                level.append(found | {"cue": found["cue"][:1]})
        text += sentence
    return Written(text, *levels)


def _filled(template: str, chance: random.Random) -> str:
    made = SLOT.sub(lambda match: _slot(match[1], chance), template)
    at = next(i for i, letter in enumerate(made) if letter.isalpha() and (i == 0 or made[i - 1] != "["))
    return made[:at] + made[at].upper() + made[at + 1 :]


def _slot(name: str, chance: random.Random) -> str:
    if name == "outlet":
        return chance.choice(_outlets())
    if name == "name":
        return f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    if name == "claim":
        return chance.choice(THING) + " " + chance.choice(DOES) + chance.choice(TAIL)
    lists = {"who": WHO, "said": SAID, "says": SAYS, "citing": CITING, "via": VIA, "does": DOES, "tail": TAIL}
    return chance.choice(THING).capitalize() if name == "Thing" else chance.choice(lists[name])


@cache
def _outlets() -> tuple[str, ...]:
    with resource("outlets.csv").open(encoding="utf8", newline="") as stream:
        names = [row["name"] for row in csv.DictReader(stream)]
    return tuple(name for name in names if name.isascii() and len(name) < 30)


def _marked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The sentence without its marks, and (role, start, end) of each."""
    text, open_, found, at = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["role"]:
            open_.append((match["role"], len(text)))
        else:
            role, start = open_.pop()
            found.append((role, start, len(text)))
    return text + marked[at:], found
