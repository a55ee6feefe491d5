"""Whom a label names: itself where it is a name in full, else the one name of the page that it shortens."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.documents.layout import Block, blocks
from provenance.extraction.parser.naming.page import Page as Names
from provenance.extraction.parser.naming.vocabulary import COURTESY
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.documents.layout import Voice
    from provenance.documents.segmentation import Page

ANSWER = "A"
INITIALS = 3
"""Letters of the longest label that is initials alone."""


@dataclass(frozen=True)
class Speakers:
    """Of the `heard` voices of a page."""

    page: Page
    heard: Sequence[Voice]
    _met: dict[str, Span | None] = field(default_factory=dict)

    def named(self, who: Span) -> Span | None:
        """Where the page names in full whom the label at `who` means; None for one word that may be anybody's."""
        words = self._own(who).split()
        own = words[1:] if words[0].rstrip(".").lower() in COURTESY else words
        if len(own) != 1:
            return who
        short = own[0]
        if short not in self._met:
            self._met[short] = self._meant(short)
        return self._met[short]

    def _meant(self, short: str) -> Span | None:
        """The full name that one word stands for."""
        if short == ANSWER:
            return self._place(_one(self._above))
        if _is_initials(short):
            return self._labels[short] if short in self._labels else self._place(_one(self._people.get(short, {})))
        last, first = (self._people.get(form, {}) for form in (f"-{short.casefold()}", f"{short.casefold()}-"))
        return self._place(_one(last) or _one(first))

    @cached_property
    def _above(self) -> Mapping[str, int]:
        """The people whom the page names in full above the first question."""
        asked = next((n for n, block in enumerate(blocks(self.page)) if block is Block.QUESTION), 0)
        return Names(self.page.text[: self.page.paragraphs[asked].start]).people.every

    @cached_property
    def _people(self) -> Mapping[str, Mapping[str, int]]:
        """Full names by their initials, by their first word with a hyphen behind it, by their last with one before."""
        made = defaultdict[str, dict[str, int]](dict)
        for name, count in Names(self.page.text).people.every.items():
            first, last = name.casefold().split()[0], name.casefold().split()[-1]
            for short in (_initials(name), f"{first}-", f"-{last}"):
                made[short][name] = count
        return made

    @cached_property
    def _labels(self) -> Mapping[str, Span | None]:
        """Labels of full names by their initials, None where two have the same."""
        full = {name: one.who for one in self.heard if " " in (name := self._own(one.who))}
        made = defaultdict[str, list[Span]](list)
        for name, who in full.items():
            made[_initials(name)].append(who)
        return {short: found[0] if len(found) == 1 else None for short, found in made.items()}

    def _own(self, who: Span) -> str:
        """The words of a label without what the speaker is."""
        return self.page.text[slice(*who)].split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0]

    def _place(self, name: str) -> Span | None:
        at = self.page.text.find(name) if name else -1
        return Span(at, at + len(name)) if at >= 0 else None


def _is_initials(word: str) -> bool:
    return word.isupper() and len(word) <= INITIALS


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _one(known: Mapping[str, int]) -> str:
    """The form that is used most, not in capitals, where all are of one first and last name; "" where they are not."""
    if len({(name.split()[0].casefold(), name.split()[-1].casefold()) for name in known}) != 1:
        return ""
    return max(sorted(known), key=lambda name: (not name.isupper(), known[name], len(name)))
