"""The people whom a text names in full: by their last names, and by their first. One walk over its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|Jr|Sr|St|Prof|Sgt|Capt|Rev|Hon)\."
CAPITAL = rf"(?:{SHORT}|[^\W\d_a-zß-öø-ÿ](?:[0-9A-Za-z_'-]|[^\x00-\x7F\s—–“”‘…«»])*)"
"""No character goes both ways: where they did, a page of Cyrillic took time that doubled with each letter."""
LINKS = r"(?:de|la|del|der|den|van|von|da|dos|di|bin|ibn|al|el)"
RUN = re.compile(rf"{CAPITAL}(?:[  ](?:{LINKS}[  ]){{0,2}}{CAPITAL})*")
LONGEST = 4
"""Words of a full name."""


class FullNames:
    """Of the people in `text`; `small` are the words that it also writes small."""

    def __init__(self, text: str, small: frozenset[str]) -> None:
        by_last: defaultdict[str, Counter[str]] = defaultdict(Counter)
        by_first: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for run in RUN.finditer(text):
            own, trusted = _person(run[0], small)
            if own:
                name = " ".join(own)
                by_last[_last(own)][name] += 1 + LONGEST * trusted
                if trusted:
                    by_first[own[0]][name] += 1
        self._by_last, self._by_first = by_last, by_first

    def is_name(self, word: str) -> bool:
        """Whether a word is the surname of somebody whom the text names by a known first name."""
        return any(name.split()[0].lower() in vocabulary.FIRST_NAMES for name in self._by_last.get(word, ()))

    def bears(self, word: str) -> bool:
        """Whether the text names anybody with this first or last name in full."""
        return bool(self._by_last.get(word) or self._by_first.get(word))

    def full_name(self, name: str) -> str:
        """The one full name in the text that `name` shortens; `name` itself where there is none, or more than one."""
        own = name.split()
        if len(own) > 1:
            alike = Counter(
                {full: n for full, n in self._by_last.get(_last(own), Counter()).items() if full.split()[0] == own[0]}
            )
            return max(sorted(alike), key=lambda one: (alike[one], len(one))) if alike else name
        for known in (self._by_last.get(name), self._by_first.get(name)):
            if known:
                return _only(known) or name
        return name

    @property
    def every(self) -> Mapping[str, int]:
        """Each full name, with how much speaks for it."""
        return {name: n for known in self._by_last.values() for name, n in known.items()}

    def is_ambiguous(self, name: str) -> bool:
        """Whether two people whom the text names in full bear this surname."""
        known = self._by_last.get(name)
        return bool(known) and not _only(known or Counter())


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
    bodies |= vocabulary.PAPERS
    if " ".join(lower) in vocabulary.PLACES or lower[-1] in bodies or any(w in vocabulary.BODY_WORDS for w in lower):
        return [], False
    if not trusted and (lower[-1] in vocabulary.ROLES or lower[0] in vocabulary.PLACES):
        return [], False
    return own, trusted
