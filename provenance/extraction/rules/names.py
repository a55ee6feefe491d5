"""What a capitalised run of words names: a person without titles, or a body."""

from __future__ import annotations

import re

from provenance.extraction.rules.lexicon import (
    DAYS,
    DETERMINERS,
    MONTHS,
    ORGANIZATION_WORDS,
    PLACES_THAT_SPEAK,
    PREPOSITIONS,
    SUBORDINATORS,
    TITLES,
)

ABBREVIATED = "Jr|Sr|St|Gen|Lt|Col|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Sgt|Capt|Adm|Pres|Sec"
NAME_WORD = rf"(?:(?:[A-Z]\.){{1,3}}|(?:{ABBREVIATED})\.|[A-Z][\w’'-]*|al-[A-Z]\w+)"
PARTICLE = r"(?:de|da|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|ter|dos)"
NAME = re.compile(rf"{NAME_WORD}(?:[  ](?:{PARTICLE} )?{NAME_WORD})*")
APPOSED = re.compile(rf"({NAME_WORD}(?: {NAME_WORD}){{1,2}})(?:,|$)")
PAIR = re.compile(rf"(?P<one>{NAME.pattern}),? and (?P<two>{NAME.pattern})")
ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,6}")
SHORT_FORM = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]")
POSSESSIVE = re.compile(r"[’']s$")
HEADS_OF_NAMES = frozenset("university department ministry office bank".split())
CALLED = frozenset("spokesman spokeswoman spokesperson nominee leader candidate".split())
NO_NAME = (
    DAYS
    | (MONTHS - {"may", "april", "june", "august"})
    | SUBORDINATORS
    | {"the", "a", "an", "but", "and", "candidate", "nominee", "former"}
)
JOINED = re.compile(r"(?:[Tt]he )?(?P<first>[A-Z][\w’'-]*)(?: (?:of|for|and|at|on|in|the|to|[A-Z&][\w.’'&-]*))+")
MEMBERS = re.compile(r"(?:[A-Z]\w+ )?[A-Z]\w+s for [A-Z]")
JUNIORS = frozenset({"Jr", "Sr", "II", "III", "IV"})
LONGEST_NAME = 3


def title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def titled(phrase: str) -> bool:
    """Whether a phrase calls whom it names by an office: "House Speaker Paul Ryan"."""
    words = re.findall(r"[\w-]+", phrase.lower())
    return any(word in TITLES | CALLED for word in words[:-1])


def joined(phrase: str) -> bool:
    """Whether a phrase is one body's long name: "the Center for Media and Public Affairs"."""
    match = None if titled(phrase) else JOINED.fullmatch(phrase)
    if match and MEMBERS.match(phrase):
        return True
    return bool(match and match["first"].lower() in ORGANIZATION_WORDS and re.search(r" (?:of|for) ", phrase))


def person(phrase: str) -> str:
    """The person whose name ends `phrase`, titles cut; "" where none does.

    "longtime pollster Pat Caddell" gives "Pat Caddell", "the senator from Texas" nothing.
    """
    text = re.sub(r"\(.*?\)", "", phrase)
    runs = [run for run in NAME.finditer(text) if run.group().lower() not in DETERMINERS]
    if not runs:
        return ""
    last = runs[-1]
    if _of_a_place(text, last):
        head = re.split(r" (?:of|from|at|for|in|with) ", text, maxsplit=1)[0].rstrip()
        runs = [run for run in runs[:-1] if not POSSESSIVE.search(run.group())]
        if not runs or runs[-1].end() < len(head):
            return ""
        last, text = runs[-1], text[: runs[-1].end()]
    trailing = text[last.end() :].strip(" ,’'s")
    if trailing and not re.match(r"(?:jr|sr|i+)\b", trailing, re.IGNORECASE):
        return ""
    return " ".join(_untitled(last.group()))


def _of_a_place(text: str, run: re.Match[str]) -> bool:
    """Whether a run of capitals only says where or of what: "senator from |Texas|"."""
    led = [word.lower() for word in re.findall(r"[\w’'-]+", text[: run.start()])]
    governed = bool(led) and led[-1] in PREPOSITIONS | {"the"} and bool(PREPOSITIONS & set(led[-2:]))
    return governed and not any(title(word) for word in run.group().split()[:-1])


def _untitled(run: str) -> list[str]:
    bare = POSSESSIVE.sub("", run if run.count(".") > 1 else run.rstrip(".,"))
    words = bare.split()
    while words and words[0].lower() in NO_NAME:
        words = words[1:]
    before = [
        i for i, word in enumerate(words[:-1]) if title(word) or POSSESSIVE.search(word) or word.lower() in CALLED
    ]
    words = words[before[-1] + 1 :] if before else words
    junior = words[-1:] if words and words[-1].rstrip(".") in JUNIORS else []
    words = words[: len(words) - len(junior)]
    if len(words) > LONGEST_NAME and not organization(" ".join(words), run):
        words = words[-3:] if words[-2].endswith(".") else words[-2:]
    return [*words, *junior]


def organization(name: str, phrase: str) -> bool:
    """Whether `name`, found in `phrase`, is a body's rather than a person's."""
    words = [word.lower().strip(".") for word in name.replace("’s", "").split()]
    alone = len(words) == 1 and (words[0] in PLACES_THAT_SPEAK or ACRONYM.fullmatch(name))
    last = phrase.rsplit(maxsplit=1)[-1].lower().strip(".")
    return bool(
        alone
        or {words[-1], last} & ORGANIZATION_WORDS
        or {"of", "for"} & set(words)
        or " & " in name
        or (len(words) > 1 and words[0] in HEADS_OF_NAMES)
    )


def spelt_out(text: str, short: str) -> str:
    """The name in `text` of which `short` is the initials, "BoH" of "the Bank of Harl"; "" where there is none."""
    if not SHORT_FORM.fullmatch(short):
        return ""
    middle = ["(?:" + "|".join(_may_begin(letter)) + ")" for letter in short[1:-1].upper()]
    words = [rf"{short[0]}[a-z][\w’'-]*", *middle, rf"{short[-1]}[a-z][\w’'-]*"]
    found = re.search(r"\b" + r"[  ](?:(?:of|for|the|and|on|in)[  ])*".join(words) + r"\b", text)
    return found.group() if found else ""


def _may_begin(initial: str) -> list[str]:
    """Patterns of the words within a body's name that `initial` may stand for: a capitalised one, or a small one."""
    return [
        rf"{initial}[\w’]*",
        *(word for word in ("of", "on", "for", "the", "and", "in") if word[0].upper() == initial),
    ]
