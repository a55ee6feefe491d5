"""What a whole text calls anybody: people in full, acronyms, outlets, and which words it also writes small."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.acronyms import acronyms
from provenance.extraction.parser.naming.full_names import LONGEST, RUN, FullNames
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping

NEXT = re.compile(r"[  ]([a-z]+)")
SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}")


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
    def people(self) -> FullNames:
        return FullNames(self.text, self.small)

    @cached_property
    def acronyms(self) -> Mapping[str, str]:
        return acronyms(self.text)

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
