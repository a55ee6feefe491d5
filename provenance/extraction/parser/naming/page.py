"""What a whole text calls anybody in full: surnames, acronyms, outlets. One walk over its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.naming import vocabulary
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|Jr|Sr|St|Prof|Sgt|Capt|Rev|Hon)\."
CAPITAL = rf"(?:{SHORT}|[^\W\d_a-zß-öø-ÿ](?:[\w’'-]|[^\x00-\x7F\s—–“”‘…«»])*)"
LINKS = r"(?:de|la|del|der|den|van|von|da|dos|di|bin|ibn|al|el)"
RUN = re.compile(rf"{CAPITAL}(?:[  ](?:{LINKS}[  ]){{0,2}}{CAPITAL})*")
BODY = re.compile(
    rf"(?P<name>{CAPITAL}(?:[  ](?:(?:of|for|the|and|on|in)[  ]){{0,3}}{CAPITAL})+)"
    r"[  ]\((?:the[  ])?(?P<short>[A-Z][A-Za-z.]{1,9})\)"
)
WHOLE = re.compile(rf"{CAPITAL}(?:[  ](?:(?:of|for|the|and|on)[  ]){{0,2}}{CAPITAL}){{2,6}}")
NEXT = re.compile(r"[  ]([a-z]+)")
SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}")
LONGEST = 4
"""Words of a full name."""


class Page:
    """`publisher` is the masthead of the article, where it is known."""

    def __init__(self, text: str, publisher: str | None = None) -> None:
        listed = gazetteer.by_name(publisher) if publisher else ()
        self.text, self.publisher = text, listed[0].name if len(listed) == 1 else publisher

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the text also writes small."""
        return frozenset(found[0] for found in SMALL_WORD.finditer(self.text))

    def word_at(self, place: int) -> str:
        """The small word after a character, "" where something else follows."""
        found = NEXT.match(self.text, place)
        return found[1] if found else ""

    @cached_property
    def _full(self) -> tuple[Mapping[str, Counter[str]], Mapping[str, Counter[str]]]:
        by_last: defaultdict[str, Counter[str]] = defaultdict(Counter)
        by_first: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for run in RUN.finditer(self.text):
            own, trusted = _person(run[0], self.small)
            if own:
                name = " ".join(own)
                by_last[_last(own)][name] += 1 + LONGEST * trusted
                if trusted:
                    by_first[own[0]][name] += 1
        return by_last, by_first

    def is_name(self, word: str) -> bool:
        """Whether a word is the surname of somebody whom the text names by a known first name."""
        return any(name.split()[0].lower() in vocabulary.FIRST_NAMES for name in self._full[0].get(word, ()))

    def bears(self, word: str) -> bool:
        """Whether the text names anybody with this first or last name in full."""
        by_last, by_first = self._full
        return bool(by_last.get(word) or by_first.get(word))

    def full_name(self, name: str) -> str:
        """The one full name in the text that `name` shortens; `name` itself where there is none, or more than one."""
        own = name.split()
        if len(own) > 1:
            alike = Counter(
                {full: n for full, n in self._full[0].get(_last(own), Counter()).items() if full.split()[0] == own[0]}
            )
            return max(sorted(alike), key=lambda one: (alike[one], len(one))) if alike else name
        by_last, by_first = self._full
        for known in (by_last.get(name), by_first.get(name)):
            if known:
                return _only(known) or name
        return name

    def is_ambiguous(self, name: str) -> bool:
        """Whether two people whom the text names in full bear this surname."""
        known = self._full[0].get(name)
        return bool(known) and not _only(known or Counter())

    @cached_property
    def acronyms(self) -> Mapping[str, str]:
        """“Tarn Water Board (TWB)” → TWB: Tarn Water Board."""
        found: dict[str, str] = {}
        for match in BODY.finditer(self.text):
            own = _spelt(match["name"].split(), match["short"].replace(".", ""))
            if own:
                found.setdefault(match["short"], own)
        spelt: defaultdict[str, set[str]] = defaultdict(set)
        for run in WHOLE.finditer(self.text):
            told = run[0].split()
            while told and told[0].lower() in vocabulary.SMALL:
                told = told[1:]
            if len(told) > 2:
                spelt["".join(word[0] for word in told if word[0].isupper())].add(" ".join(told))
        for short, names in spelt.items():
            if len(names) == 1:
                found.setdefault(short, next(iter(names)))
        return found

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """Short names → the one outlet that the text names in full: Courier → Harl Courier."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for start, end, bearers in gazetteer.find(self.text):
            words = self.text[start:end]
            if " " in words and len(bearers) == 1:
                found[plain_name(words.split()[-1])].add(bearers[0].name)
        for run in RUN.finditer(self.text):
            own = [word for word in run[0].split() if word.lower() not in vocabulary.SMALL]
            if 1 < len(own) <= LONGEST and own[-1].rstrip(".").lower() in vocabulary.NEWSY and own[-1].isalpha():
                name = " ".join(own)
                listed = gazetteer.by_name(name)
                found[plain_name(own[-1])].add(listed[0].name if len(listed) == 1 else name)
        return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def _last(own: list[str]) -> str:
    kept = [word for word in own if word.rstrip(".").lower() not in vocabulary.SUFFIXES]
    return kept[-1] if kept else own[-1]


def _only(known: Counter[str]) -> str:
    """The fullest form that is used most, where all forms are of one person: first and last name agree."""
    sure = [name for name in known if known[name] > LONGEST] or list(known)
    if len({name.split()[0] for name in sure}) > 1:
        return ""
    return max(sorted(sure), key=lambda name: (known[name], len(name)))


def _person(run: str, small: frozenset[str]) -> tuple[list[str], bool]:
    """The full name in a run, and whether a title or a first name shows that it is a person's."""
    own = [re.sub(r"['’]s?$", "", word) for word in run.split()]
    own = [word.rstrip(".") if len(word) > LONGEST else word for word in own]
    titles = [at for at, word in enumerate(own[:-2], 1) if word.rstrip(".").lower() in vocabulary.TITLES]
    trusted, own = bool(titles), own[titles[-1] :] if titles else own
    while own:
        first = own[0].rstrip(".").lower()
        if first in vocabulary.FIRST_NAMES and len(own) > 1:
            trusted = True
            break
        if first in vocabulary.ROLES:
            trusted = trusted or first in vocabulary.COURTESY
        elif first not in vocabulary.NO_NAMES and first not in vocabulary.DEMONYMS and first not in small:
            break
        own = own[1:]
    if not 1 < len(own) <= LONGEST:
        return [], False
    lower = [word.rstrip(".").lower() for word in own]
    bodies = vocabulary.BODY_WORDS | vocabulary.PLACES | vocabulary.DEMONYMS | vocabulary.NO_NAMES | vocabulary.NEWSY
    if " ".join(lower) in vocabulary.PLACES or lower[-1] in bodies or any(w in vocabulary.BODY_WORDS for w in lower):
        return [], False
    if not trusted and (lower[-1] in vocabulary.ROLES or lower[0] in vocabulary.PLACES):
        return [], False
    return own, trusted


def _spelt(words: list[str], short: str) -> str:
    """The last words whose initials are those of `short`, small words counted or not."""
    initials = short.lower()
    for start in range(len(words)):
        own = words[start:]
        capitals = "".join(word[0].lower() for word in own if word[0].isupper())
        if initials in {capitals, "".join(word[0].lower() for word in own)}:
            return " ".join(own)
    return ""
